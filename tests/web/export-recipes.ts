/** Random recipes from a seed, the same everywhere. */
import { datasetNamed } from '../../web/datasets/datasets';
import { ACTIVATION_NAMES } from '../../web/explanations/parts';
import { parseRecipe } from '../../web/recipe/parse';
import { DATA_SOURCES, type Recipe, SCALINGS, WEIGHT_INITIALISATIONS } from '../../web/recipe/schema';
import { GRADIENT_SCALES } from '../engine/small-run';

/** Marsaglia's 32-bit xorshift. */
class Draws {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
    for (let warm = 0; warm < 10; warm += 1) this.below(2);
  }

  /** A whole number from 0 to `limit` - 1. */
  below(limit: number): number {
    this.#state ^= this.#state << 13;
    this.#state ^= this.#state >>> 17;
    this.#state ^= this.#state << 5;
    return (this.#state >>> 0) % limit;
  }

  from(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  one<Value>(values: readonly Value[]): Value {
    return values[this.below(values.length)] as Value;
  }

  flag(): boolean {
    return this.below(2) === 1;
  }
}

/**
 * Small enough that a run does not grow without bound, even with the gradient of a sum. While a run grows to infinity,
 * every step multiplies rounding errors, and two orders of summation soon disagree.
 */
function learningRate(draws: Draws, gradient: Recipe['loss']['gradient'], batchSize: number): number {
  const rate = draws.from(1, 20) / 10_000;
  return gradient === 'mean' ? rate : rate / batchSize;
}

function optimiserBy(draws: Draws) {
  const momentum = draws.from(0, 5) / 10;
  return draws.flag() ? ({ method: 'momentum', momentum } as const) : ({ method: 'sgd' } as const);
}

/** A fixed number, so that a new activation does not change the recipes; export-cases.ts has a recipe for each. */
const DRAWN = ACTIVATION_NAMES.slice(0, 7);

/** Dropout behind a layer of several units, or nothing: onnxruntime computes that of one unit in float32. */
function droppedBy(draws: Draws) {
  const form = draws.one(['course', 'inverted'] as const);
  const dropout = { type: 'dropout', keep: draws.from(5, 10) / 10, form } as const;
  return draws.flag() ? [dropout] : [];
}

export function randomRecipe(seed: number): Recipe {
  const draws = new Draws(seed);
  const more = new Draws(seed + 1000);
  const source = draws.one(DATA_SOURCES);
  const names = datasetNamed(source).columns.map(({ name }) => name);
  const target = draws.one(names);
  // At least one feature, at any position.
  const others = names.filter((name) => name !== target);
  const chosen = others.filter(() => draws.flag());
  const features = (chosen.length > 0 ? chosen : others).toSorted(() => draws.below(3) - 1);
  const gradient = draws.one(GRADIENT_SCALES);
  const batchSize = draws.from(1, 60);
  const span = () => {
    const unit = draws.one(['epochs', 'batches'] as const);
    return { count: unit === 'epochs' ? draws.from(1, 6) : draws.from(1, 60), unit };
  };
  const hidden = Array.from({ length: draws.below(4) }, () => ({
    units: draws.from(1, 9),
    activation: draws.one(DRAWN),
  }));
  const parsed = parseRecipe({
    data: { source, features, target },
    split: {
      testFraction: draws.from(5, 60) / 100,
      validationFraction: draws.flag() ? draws.from(1, 30) / 100 : 0,
      seed: draws.below(2 ** 32),
    },
    scaling: { fitOn: draws.one(SCALINGS.filter((scaling) => scaling !== 'none')), constantColumns: 'zero' },
    layers: [
      ...hidden.flatMap((layer) => (layer.units > 1 ? [layer, ...droppedBy(more)] : [layer])),
      { units: 1, activation: 'linear' },
    ],
    initialisation: { weights: draws.one(WEIGHT_INITIALISATIONS) },
    loss: { gradient },
    optimiser: { ...optimiserBy(more), learningRate: learningRate(draws, gradient, batchSize) },
    training: {
      batchSize,
      stopAfter: span(),
      evaluateEvery: span(),
      earlyStopping: draws.flag(),
      seed: draws.below(2 ** 32),
    },
    quirks: { summedBiasGradient: draws.flag(), shrinkingBatch: draws.flag(), reseedEachLayer: draws.flag() },
  });
  if (!parsed.ok) throw new Error(parsed.problems[0]?.sentence);
  return parsed.recipe;
}
