/** A worker of the other project. */
import { train } from 'minifactory';
import { RECIPE } from './recipe.js';

self.onmessage = async () => {
  const { metrics } = await train(RECIPE);
  self.postMessage(metrics.test.rmse);
};
