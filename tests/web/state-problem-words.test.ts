import { expect, test } from 'vitest';
import { problemInWords } from '../../web/state/recipe/recipe-state';

test.each([
  ['training.batchSize is 0; it must be 1.', '“Batch size” is 0; it must be 1.'],
  ['layers[1].units is 2; the last layer has 1.', '“Layer 2: Units” is 2; the last layer has 1.'],
  [
    'split.testFraction is 0.9 and split.validationFraction is 0.2.',
    '“Test rows” is 0.9 and “Validation rows” is 0.2.',
  ],
  ['split.sead is not a field; 0.5 e.g. is none.', 'split.sead is not a field; 0.5 e.g. is none.'],
])('%s', (sentence, words) => {
  expect(problemInWords({ path: '', sentence })).toBe(words);
});
