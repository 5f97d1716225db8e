/** The names of the book's classes, and those of the core in wasm/core; a test checks that the core has them. */

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
      pair('forward', 'forward', 'an input in, an output out'),
      pair('backward', 'backward', 'the gradient of the output in, the gradient of the input out'),
      pair('input_', 'input', 'what went in last'),
      pair('output', 'output', 'what came out last'),
      pair('output_grad', 'output_gradient', 'the gradient of the loss with respect to the output'),
      pair('input_grad', 'input_gradient', 'the gradient of the loss with respect to the input'),
      pair('_output', 'compute_output', 'what a class of its own fills in for the way forward'),
      pair('_input_grad', 'compute_input_gradient', 'what a class of its own fills in for the way back'),
      pair('assert_same_shape', 'check_output_gradient', 'stops where a gradient has the wrong shape; ours says which'),
      pair('ParamOperation', 'ParamOperation', 'an operation with something to learn'),
      pair('param', 'parameter', 'what it learns'),
      pair('param_grad', 'gradient', 'its gradient, of the same shape'),
      pair('_param_grad', 'compute_parameter_gradients', 'what a class of its own fills in for it'),
      pair('WeightMultiply', 'WeightMultiply', 'the product with the weights'),
      pair('BiasAdd', 'BiasAdd', 'a row of biases added to every row'),
      pair('Sigmoid', 'Sigmoid', 'the sigmoid'),
      pair('Linear', 'Linear', 'the activation that changes nothing'),
    ],
  },
  {
    title: 'Layers and networks',
    names: [
      pair('Layer', 'Layer', 'operations one after the other'),
      pair('Dense', 'Dense', 'weights, biases and an activation'),
      pair('neurons', 'units', 'how wide a layer is'),
      pair('_setup_layer', 'draw_parameters', 'draws the first weights; the book does so at the first forward pass'),
      pair('params, _params', 'parameters', 'all that is learned, in forward order'),
      pair('param_grads, _param_grads', 'gradient', 'their gradients; ours keeps each beside its parameter'),
      pair('NeuralNetwork', 'NeuralNetwork', 'layers and a loss'),
      pair('train_batch', 'train_batch', 'forward, loss and backward; nothing is moved yet'),
    ],
  },
  {
    title: 'Loss, optimiser, trainer',
    names: [
      pair('Loss', 'Loss', 'the base class of all losses'),
      pair('prediction, target', 'predictions', 'what it compares'),
      pair('_output (of a loss)', 'compute_loss', 'the number itself'),
      pair('_input_grad (of a loss)', 'compute_gradient', 'its gradient with respect to the predictions'),
      pair('MeanSquaredError', 'MeanSquaredError', 'the mean of the squared errors'),
      pair(
        'Optimizer',
        'Optimizer',
        'moves parameters; the class keeps the book’s spelling, our texts say “optimiser”',
      ),
      pair('lr', 'learning_rate', 'how far a step goes'),
      pair('step', 'step', 'moves every parameter once'),
      pair('SGD', 'SGD', 'stochastic gradient descent'),
      pair('Trainer', 'Trainer', 'fetches batches, and says when it is enough'),
      pair('fit', 'train_batches', 'trains; ours returns in between, so that a page can look'),
      pair('eval_every', 'evaluate_every', 'how often it looks at other rows'),
      pair('batch_size', 'batch_size', 'rows in a batch'),
      pair('permute_data', 'shuffle', 'puts the rows in another order'),
      pair('generate_batches', 'next', 'takes the next slice of the rows'),
      pair('np.random.seed', 'RandomState', 'a generator that draws the same numbers as NumPy’s'),
    ],
  },
];
