// The work to measure: four networks on the housing data, trained as in chapter 3.

export const EPOCH_BATCHES = 12; // 354 rows in batches of 32

/**
 * `a` to `d`: hidden layers of sigmoid units before the one linear output.
 * @type {Readonly<Record<'A' | 'B' | 'C' | 'D', { title: string, hidden: readonly number[] }>>}
 */
export const MODELS = {
  A: { title: '13→1', hidden: [] },
  B: { title: '13→13σ→1', hidden: [13] },
  C: { title: '13→13σ→13σ→1', hidden: [13, 13] },
  D: { title: '13→128σ→128σ→1', hidden: [128, 128] },
};

/** @typedef {keyof typeof MODELS} Model */

const FOREVER = 1_000_000;

/** The procedure of chapter 3, without evaluations and without an end. @param {Model} model */
export function recipeFor(model) {
  return {
    data: { source: /** @type {const} */ ('boston') },
    split: { testFraction: 0.3, seed: 80718 },
    scaling: { fitOn: /** @type {const} */ ('all-rows') },
    layers: [
      ...MODELS[model].hidden.map((units) => ({ units, activation: /** @type {const} */ ('sigmoid') })),
      { units: 1, activation: /** @type {const} */ ('linear') },
    ],
    initialisation: { weights: /** @type {const} */ ('standard-normal') },
    optimiser: { learningRate: 0.01 },
    training: {
      batchSize: 32,
      stopAfter: { count: FOREVER, unit: /** @type {const} */ ('epochs') },
      evaluateEvery: { count: FOREVER, unit: /** @type {const} */ ('epochs') },
      seed: 20190501,
    },
    quirks: { reseedEachLayer: true },
  };
}
