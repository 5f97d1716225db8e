// Interleaved rounds: the programs take turns, again and again, so that a slow moment of the machine affects all of
// them.

import { EPOCH_BATCHES, MODELS } from './models.mjs';

const ROUNDS = 15;
const ROUND_SECONDS = 0.15;
const WARM_UP_SECONDS = 0.3;

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? Number.NaN)) / 2;
}

/**
 * Warms a program up and finds the number of epochs for a round.
 * @param {import('./sides.mjs').Side} side @param {string} model
 */
async function epochsPerRound(side, model) {
  let epochs = 1;
  let total = 0;
  for (;;) {
    const seconds = await side.train(model, epochs);
    total += seconds;
    if (seconds >= ROUND_SECONDS || (total >= WARM_UP_SECONDS && seconds * 2 >= ROUND_SECONDS)) {
      return Math.max(1, Math.round((epochs * ROUND_SECONDS) / seconds));
    }
    epochs *= 2;
  }
}

/**
 * Microseconds a batch: the median of all rounds, and the rounds themselves.
 * @typedef {{ model: string, side: string, median: number, rounds: number[] }} Timing
 */

/**
 * @param {ReadonlyMap<string, import('./sides.mjs').Side>} sides by id
 * @param {(line: string) => void} note
 * @returns {Promise<Timing[]>}
 */
export async function measure(sides, note) {
  /** @type {Timing[]} */
  const timings = [];
  for (const model of Object.keys(MODELS)) {
    const lanes = [];
    for (const [id, side] of sides) {
      note(`${model}: warming up ${id}`);
      lanes.push({ id, side, epochs: await epochsPerRound(side, model), rounds: /** @type {number[]} */ ([]) });
    }
    for (let round = 1; round <= ROUNDS; ++round) {
      note(`${model}: round ${round} of ${ROUNDS}`);
      for (const { side, epochs, rounds } of lanes) {
        rounds.push(((await side.train(model, epochs)) * 1e6) / (epochs * EPOCH_BATCHES));
      }
    }
    for (const { id, rounds } of lanes) timings.push({ model, side: id, median: median(rounds), rounds });
  }
  return timings;
}
