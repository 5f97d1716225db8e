// The protocol of a measured program: each line it reads names a model and a number of epochs, and it answers with the
// seconds that training took. Its first line is its version.

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
