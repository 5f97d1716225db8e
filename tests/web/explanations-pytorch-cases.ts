/** The test cases of every PyTorch listing. */
import { PREDICTED, type PytorchCase, point, tensor } from './explanations-pytorch-case';
import { CHAPTER_3 } from './explanations-pytorch-classes';

const FUNCTIONS = [
  point('identity', 'identity'),
  point('square', 'square'),
  point('relu', 'relu'),
  point('leaky-relu', 'leaky_relu'),
  point('sigmoid', 'sigmoid'),
  point('tanh', 'tanh'),
];

const VECTORS = tensor('X', '1, 3') + tensor('W', '3, 1');

const MATRICES = tensor('X', '3, 3') + tensor('W', '3, 2');

const CHAPTER_1: readonly PytorchCase[] = [
  {
    subject: 'derivative',
    given: 'f, a, delta = torch.sigmoid, torch.tensor(0.7), 0.001',
    pairs: [['slope', 'sigmoid_derivative(0.7)']],
  },
  {
    subject: 'axis-sum',
    given: 'A = torch.randn(4, 3)',
    pairs: [['sums', 'sum_across(A)']],
  },
  {
    subject: 'row-added',
    given: tensor('A', '4, 3') + tensor('b', '1, 3') + tensor('dL_dC', '4, 3'),
    pairs: [
      ['C', 'add_row(A, b)'],
      ['[dL_dA, dL_db]', '[*add_row_gradients(dL_dC)]'],
    ],
  },
  {
    subject: 'nested-function',
    given: 'x = torch.tensor(0.5)',
    pairs: [
      ['y', 'nested(square, sigmoid)(0.5)'],
      ['g(x)', 'nested(square, sigmoid)(0.5)'],
    ],
  },
  {
    subject: 'two-slopes',
    given: 'f1, f2, x, dx = torch.square, torch.sigmoid, torch.tensor(0.5), torch.tensor(0.1)',
    pairs: [['[du, dy, slope]', '[*follow_pull(square, sigmoid, 0.5, 0.1)]']],
    // NumPy's slopes are central differences.
    tolerance: 1e-5,
  },
  {
    subject: 'chain-two',
    given: 'f1, f2 = torch.square, torch.sigmoid',
    pairs: [
      ['y', 'chain_two(square, sigmoid, 0.5)'],
      ['dy_dx', 'sigmoid_derivative(square(0.5)) * square_derivative(0.5)'],
    ],
  },
  {
    subject: 'chain-three',
    given: 'f1, f2, f3 = torch.tanh, torch.square, torch.sigmoid',
    pairs: [
      ['y', 'chain_three(tanh, square, sigmoid, 0.5)'],
      ['dy_dx', 'sigmoid_derivative(square(tanh(0.5))) * square_derivative(tanh(0.5)) * tanh_derivative(0.5)'],
    ],
  },
  {
    subject: 'two-inputs',
    given: '',
    pairs: [
      ['s', 'sigmoid_of_sum(0.4, -1.2)'],
      ['(ds_dx, ds_dy)', 'sigmoid_of_sum_derivatives(0.4, -1.2)'],
    ],
  },
  {
    subject: 'dot-product',
    given: VECTORS,
    pairs: [
      ['N', 'dot_product(X, W)'],
      ['[dN_dX, dN_dW]', 'dot_product_gradients(X, W)'],
    ],
  },
  {
    subject: 'sigma-of-product',
    given: VECTORS,
    pairs: [
      ['s', 'sigmoid_of_dot_product(X, W)'],
      ['[ds_dX, ds_dW]', 'sigmoid_of_dot_product_gradients(X, W)'],
    ],
  },
  {
    subject: 'two-matrices',
    given: MATRICES,
    pairs: [
      ['L', 'two_matrices(X, W)'],
      ['[dL_dX, dL_dW]', 'two_matrices_gradients(X, W)'],
    ],
  },
  {
    subject: 'partial-matrices',
    given: MATRICES + tensor('dL_dN', '3, 2'),
    pairs: [
      ['partial', 'list(partial_matrices(X, W))[-1]'],
      ['dL_dX', 'add_partials(X, W, dL_dN)'],
    ],
  },
  {
    subject: 'one-element',
    given: `${MATRICES}i, j, x, delta = 0, 1, torch.tensor(0.7), 1e-6`,
    pairs: [
      ['L', 'loss_at_element(X, W, 0, 1, 0.7)'],
      ['slope', 'two_matrices_gradients(np.where(np.arange(9).reshape(3, 3) == 1, 0.7, X), W)[0][0, 1]'],
      ['estimate', 'estimated_loss(ran.L.item(), ran.slope.item(), 1e-6)'],
    ],
  },
];

const CHAPTER_2: readonly PytorchCase[] = [
  {
    subject: 'model-and-parameters',
    given: 'x, y = torch.randn(7), torch.randn(7)',
    pairs: [
      ['p', 'line(x, 0.0, 0.0)'],
      ['L', 'mean_squared_error(ran.p.detach().numpy(), y)'],
    ],
  },
  {
    subject: 'response',
    given: 'X, feature, low, high, steps, model = torch.randn(5, 3), 1, -1.5, 3.5, 4, torch.tanh',
    pairs: [['p', 'response(np.tanh, X, 1, -1.5, 3.5, 4)']],
  },
  {
    subject: 'curve-of-sigmoids',
    given: 'z, w, c, v, b = torch.randn(6), torch.randn(3), torch.randn(3), torch.randn(3), 0.4',
    pairs: [['p', 'curve_of_sigmoids(z, w, c, v, 0.4)']],
  },
  {
    subject: 'split',
    given: 'rows, test_fraction, seed = 41, 0.3, 5',
    pairs: [
      ['[len(training), len(test)]', '[len(part) for part in train_test_split(41, 0.3, 5)]'],
      ['torch.cat([training, test]).sort().values', 'np.arange(41)'],
    ],
  },
  {
    subject: 'standard-scaler',
    given: tensor('features', '9, 3'),
    pairs: [
      ['[mean, deviation]', 'fit_scale(features)'],
      ['scaled', 'standardise(features, *fit_scale(features))'],
    ],
  },
  { subject: 'mae', given: PREDICTED, pairs: [['mae', 'mean_absolute_error(P, y)']] },
  { subject: 'rmse', given: PREDICTED, pairs: [['rmse', 'root_mean_squared_error(P, y)']] },
  { subject: 'relative-rmse', given: PREDICTED, pairs: [['relative_rmse', 'relative_rmse(P, y)']] },
  { subject: 'r2', given: PREDICTED, pairs: [['r_squared', 'r_squared(P, y)']] },
  {
    subject: 'linear-regression',
    given: tensor('X', '7, 3') + tensor('W', '3, 1') + tensor('B', '1, 1') + tensor('y', '7, 1'),
    pairs: [
      ['[P, L]', 'linear_regression(X, y, W, B)'],
      ['[dL_dW, dL_dB]', 'linear_regression_gradients(X, y, linear_regression(X, y, W, B)[0])'],
    ],
  },
  {
    subject: 'least-squares',
    given: tensor('X', '9, 3') + tensor('y', '9, 1'),
    pairs: [
      ['[W, B]', 'least_squares(X, y)'],
      ['P', 'predict(X, *least_squares(X, y))'],
    ],
  },
];

export const PYTORCH_CASES: readonly PytorchCase[] = [...FUNCTIONS, ...CHAPTER_1, ...CHAPTER_2, ...CHAPTER_3];
