// A measured program's side of the talk: each line it reads names a model and a number of epochs, and it answers
// with the seconds they took. It starts by saying what it is.

import { createInterface } from 'node:readline';

/**
 * @param {string} version
 * @param {(model: string, epochs: number) => Promise<number>} train resolves to seconds
 */
export async function answerLines(version, train) {
  console.log(version);
  for await (const line of createInterface({ input: process.stdin })) {
    const [model = '', epochs] = line.split(' ');
    console.log(await train(model, Number(epochs)));
  }
}
