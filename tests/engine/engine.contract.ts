/** The contract of the engine, for all places where it runs: natively, in Node and in browsers. */
import { afterEach, beforeAll, describe } from 'vitest';
import type { Dataset } from '../../web/datasets/dataset';
import type { Engine } from '../../web/engine/engine';
import type { Run } from '../../web/engine/types';
import type { Recipe } from '../../web/recipe/schema';
import { describeBits } from './engine-bits.contract';
import { describeClasses } from './engine-classes.contract';
import { describeClassification } from './engine-classification.contract';
import { describeFunctions } from './engine-functions.contract';
import { describeInspection } from './engine-inspection.contract';
import { describeLimits } from './engine-limits.contract';
import { describeReading } from './engine-reading.contract';
import { describeRuns } from './engine-runs.contract';
import { describeSteps } from './engine-steps.contract';
import { describeTargets } from './engine-targets.contract';
import { smallRecipe, TABLE } from './small-run';

/** An engine; its runs are disposed of after each test. */
export interface Stage {
  readonly engine: Engine;
  /** On the small table by default. */
  createRun(recipe?: Recipe, dataset?: Dataset): Run;
}

/** How close the parameters must be to those from WebAssembly: the same bits, or within a relative error. */
export type Agreement = 'same bits' | number;

export function describeEngine(name: string, makeEngine: () => Engine | Promise<Engine>, agreement: Agreement): void {
  describe(`the engine ${name}`, () => {
    let engine: Engine;
    const runs: Run[] = [];
    beforeAll(async () => {
      engine = await makeEngine();
    });
    afterEach(() => {
      for (const run of runs.splice(0)) run.dispose();
    });

    const stage: Stage = {
      get engine() {
        return engine;
      },
      createRun(recipe = smallRecipe(), dataset = TABLE) {
        const run = engine.createRun(recipe, dataset);
        runs.push(run);
        return run;
      },
    };

    describeRuns(stage);
    describeSteps(stage);
    describeReading(stage);
    describeTargets(stage);
    describeInspection(stage);
    describeLimits(stage);
    describeFunctions(stage);
    describeClasses(stage);
    describeClassification(stage);
    describeBits(stage, agreement);
  });
}
