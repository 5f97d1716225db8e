// npm run fuzz [-- --minutes N --target calls|captures --seed N]: tries random calls and captures until one is found
// that breaks the engine, or the time is over. What one run finds worth keeping, the next goes on from.

import { parseArgs } from 'node:util';
import { FUZZ_PACKAGES, installPackages } from './lib/debian.mjs';
import { buildFuzz, FUZZ_TARGETS, fuzz } from './lib/fuzz.mjs';
import { command, StepError, step } from './lib/step.mjs';

const USE = 'Try: npm run fuzz -- --minutes 30 --target captures --seed 7.';

/** @param {string} name @param {string} text */
function positive(name, text) {
  const number = Number(text);
  if (number > 0) return number;
  throw new StepError(`--${name} is ${text}; it must be a number above 0.`, USE);
}

function options() {
  try {
    const { values } = parseArgs({
      options: {
        minutes: { type: 'string', default: '20' },
        target: { type: 'string' },
        seed: { type: 'string', default: `${1 + (Date.now() % 1_000_000)}` },
      },
    });
    const targets = FUZZ_TARGETS.filter((target) => values.target === undefined || values.target === target);
    if (targets.length === 0) throw new StepError(`There is no target ${values.target}.`, USE);
    const seconds = Math.ceil((60 * positive('minutes', values.minutes)) / targets.length);
    return { targets, seconds, seed: positive('seed', values.seed) };
  } catch (error) {
    throw error instanceof StepError ? error : new StepError(/** @type {Error} */ (error).message, USE);
  }
}

await command(async () => {
  const { targets, seconds, seed } = options();
  await step('System packages', (note) => installPackages(FUZZ_PACKAGES, note));
  await step('Fuzz targets (C++)', buildFuzz);
  for (const target of targets) {
    await step(`Fuzz ${target} for ${seconds} s, seed ${seed}`, async (note) => {
      const { inputs, finding, output } = await fuzz(target, { seconds, seed, keep: true }, note);
      if (finding === undefined) return `${inputs} inputs, no finding`;
      console.error(output.split('\n').slice(-60).join('\n'));
      throw new StepError(
        `One of ${inputs} inputs broke ${target}: ${finding}`,
        `To see it again: build/fuzz/fuzz_${target} ${finding}\nOnce it is fixed, add it to tests/fuzz/corpus/${target}.`,
      );
    });
  }
});
