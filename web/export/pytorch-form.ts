/** What the two forms of the PyTorch program do differently: the plain one, and the one for devices and processes. */
import type { Dataset } from '../datasets/dataset';
import { optimiserOf } from '../recipe/chosen-parts';
import type { Recipe } from '../recipe/schema';
import { PYTORCH } from './dialect';
import { expression } from './parts';
import { indented } from './python-text';

export interface PytorchForm {
  /** The commands that run the program, one in each line of its introduction. */
  readonly commands: readonly string[];
  readonly imports: string;
  /** Reads the command line, and finds out where the program runs. */
  readonly place: string;
  /** Follows a tensor or a module that the network computes with: `.to(device)` or nothing. */
  readonly onDevice: string;
  /** Follows a tensor that becomes a NumPy array: `.cpu()` or nothing. */
  readonly offDevice: string;
  /** A function that draws uniform numbers for a module that PyTorch does not have. */
  readonly uniform: string;
  /** The loss and `loss_on`, the loss of rows without training on them. */
  lossFunctions(recipe: Recipe): readonly string[];
  /** Constants, the batches, the loop. */
  training(recipe: Recipe, dataset: Dataset): readonly string[];
}

/** The statement that makes the optimiser, and the parameters before the first step. */
export function beforeSteps(recipe: Recipe): string {
  const optimiser = expression(optimiserOf(recipe), 'pytorchCall', {
    parameters: 'network.parameters()',
    learningRate: 'LEARNING_RATE',
  });
  return `optimiser = ${optimiser}
before = parameters_to_vector(network.parameters()).detach()`;
}

/** In the loop, after the gradients and the `loss` are known: the update, and the end if a number is not finite. */
export const STEP = `    # A step against the gradient, as large as the learning rate says.
    optimiser.step()
    after = parameters_to_vector(network.parameters()).detach()
    if not (loss.isfinite() and after.isfinite().all()):
        status = "diverged"  # back to the last finite parameters
${indented(PYTORCH.putBack('before'), '        ')}
        break
    before = after`;
