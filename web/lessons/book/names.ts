/** The names in the book and in the core in wasm/core. A test checks that the core has them. */

export interface NamePair {
  /** In the book. */
  readonly book: string;
  /** In our C++ core; empty if it has no such thing. */
  readonly ours: string;
  /** What it is, and why the names differ if that needs an explanation. */
  readonly what: string;
}

export interface NameGroup {
  readonly title: string;
  readonly names: readonly NamePair[];
}

const pair = (book: string, ours: string, what: string): NamePair => ({ book, ours, what });

export const NAMES: readonly NameGroup[] = [
  {
    title: 'Operations',
    names: [
      pair('Operation', 'Operation', 'the base class of all boxes'),
      pair('forward', 'forward', 'from an input to an output'),
      pair('backward', 'backward', 'from the gradient of the output to the gradient of the input'),
      pair('input_', 'input', 'the latest input'),
      pair('output', 'output', 'the latest output'),
      pair('output_grad', 'output_gradient', 'the gradient of the loss with respect to the output'),
      pair('input_grad', 'input_gradient', 'the gradient of the loss with respect to the input'),
      pair('_output', 'compute_output', 'computes the output; each class has its own'),
      pair('_input_grad', 'compute_input_gradient', 'computes the gradient of the input; each class has its own'),
      pair(
        'assert_same_shape',
        'check_output_gradient',
        'stops if a gradient has the wrong shape; ours names the shapes',
      ),
      pair('ParamOperation', 'ParamOperation', 'an operation with parameters'),
      pair('param', 'parameter', 'the learned array'),
      pair('param_grad', 'gradient', 'its gradient, with the same shape'),
      pair('_param_grad', 'compute_parameter_gradients', 'computes that gradient; each class has its own'),
      pair('WeightMultiply', 'WeightMultiply', 'the product with the weights'),
      pair('BiasAdd', 'BiasAdd', 'a row of biases added to every row'),
      pair('Sigmoid', 'Sigmoid', 'the sigmoid'),
      pair('Linear', 'Linear', 'the identity as an activation'),
    ],
  },
  {
    title: 'Layers and networks',
    names: [
      pair('Layer', 'Layer', 'operations one after the other'),
      pair('Dense', 'Dense', 'weights, biases and an activation'),
      pair('neurons', 'units', 'the width of a layer'),
      pair('_setup_layer', 'draw_parameters', 'draws the first weights; the book does so at the first forward pass'),
      pair('params, _params', 'parameters', 'all parameters, in forward order'),
      pair('param_grads, _param_grads', 'gradient', 'their gradients; ours stores each with its parameter'),
      pair('NeuralNetwork', 'NeuralNetwork', 'layers and a loss'),
      pair('train_batch', 'train_batch', 'forward, loss and backward, but no update'),
    ],
  },
  {
    title: 'Loss, optimiser, trainer',
    names: [
      pair('Loss', 'Loss', 'the base class of all losses'),
      pair('prediction, target', 'predictions', 'the two arrays it compares'),
      pair('_output (of a loss)', 'compute_loss', 'the loss, one number'),
      pair('_input_grad (of a loss)', 'compute_gradient', 'the gradient with respect to the predictions'),
      pair('MeanSquaredError', 'MeanSquaredError', 'the mean of the squared errors'),
      pair(
        'Optimizer',
        'Optimizer',
        'updates parameters; the class keeps the book’s spelling, our texts use “optimiser”',
      ),
      pair('lr', 'learning_rate', 'the size of a step'),
      pair('step', 'step', 'updates every parameter once'),
      pair('SGD', 'SGD', 'stochastic gradient descent'),
      pair('Trainer', 'Trainer', 'takes batches and decides when to stop'),
      pair('fit', 'train_batches', 'trains; ours returns from time to time, so that the page can update'),
      pair('eval_every', 'evaluate_every', 'how often it evaluates on other rows'),
      pair('batch_size', 'batch_size', 'rows in a batch'),
      pair('permute_data', 'shuffle', 'shuffles the rows'),
      pair('generate_batches', 'next', 'takes the next batch of rows'),
      pair('np.random.seed', 'RandomState', 'a generator that draws the same numbers as NumPy’s'),
    ],
  },
];
