/** @type {import('minifactory').RecipeInput} */
export const RECIPE = { training: { stopAfter: { count: 20 } } };

/** So long that a page would freeze for a while. @type {import('minifactory').RecipeInput} */
export const LONG = {
  layers: [{ units: 64 }, { units: 1, activation: 'linear' }],
  training: { stopAfter: { count: 300 } },
};
