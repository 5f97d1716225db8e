/** What every PyTorch listing is tried on. */

export interface PytorchCase {
  readonly subject: string;
  /** Python that defines what the listing takes for granted. */
  readonly given: string;
  /** An expression of the listing's, and one of NumPy's that must come to the same. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Relative; 10⁻¹² where left out. */
  readonly tolerance?: number;
}

const tensor = (name: string, shape: string) => `${name} = torch.randn(${shape}, requires_grad=True)\n`;

const point = (subject: string, name: string): PytorchCase => ({
  subject,
  given: '',
  pairs: [
    ['y', `${name}(3.0)`],
    ['x.grad', `${name}_derivative(3.0)`],
  ],
});

const operation = (subject: string, name: string): PytorchCase => ({
  subject,
  given: tensor('N', '5, 3') + tensor('dL_dO', '5, 3'),
  pairs: [
    ['O', `through(${name}(), N, dL_dO)[0]`],
    ['dL_dN', `through(${name}(), N, dL_dO)[1]`],
  ],
});

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

const PREDICTED = tensor('P', '7, 1') + tensor('y', '7, 1');

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

const MODEL = `${tensor('X', '7, 3')}y = torch.randn(7, 1)
model = torch.nn.Sequential(torch.nn.Linear(3, 1, bias=False))
`;
const GRADIENTS = `${MODEL}first = model[0].weight.detach().clone()
((model(X) - y) ** 2).mean().backward()
slope = model[0].weight.grad.clone()
`;
const NETWORK = 'NeuralNetwork([dense(ran.model[0], Sigmoid()), dense(ran.model[2], Linear())], MeanSquaredError())';

const CHAPTER_3: readonly PytorchCase[] = [
  operation('sigmoid-operation', 'Sigmoid'),
  operation('tanh-operation', 'Tanh'),
  operation('relu-operation', 'ReLU'),
  operation('leaky-relu-operation', 'LeakyReLU'),
  operation('linear-operation', 'Linear'),
  {
    subject: 'operation',
    given: `${tensor('X', '5, 3')}f, df_dx = torch.sigmoid, lambda x: torch.sigmoid(x) * (1 - torch.sigmoid(x))`,
    pairs: [
      ['Operation.apply(X)', 'sigmoid(X)'],
      ['torch.autograd.grad(Operation.apply(X).sum(), X)[0]', 'sigmoid_derivative(X)'],
    ],
  },
  {
    subject: 'param-operation',
    given: `${tensor('X', '5, 3')}${tensor('W', '3, 2')}${tensor('dL_do', '5, 2')}f = torch.matmul`,
    pairs: [
      ['ParamOperation(W)(X)', 'through(WeightMultiply(W), X, dL_do)[0]'],
      [
        '(lambda box: box.compute_gradient(box(X), dL_do))(ParamOperation(W))',
        'through(WeightMultiply(W), X, dL_do)[2]',
      ],
    ],
  },
  {
    subject: 'weight-multiply',
    given: tensor('X', '5, 3') + tensor('W', '3, 2') + tensor('dL_dM', '5, 2'),
    pairs: [['[M, dL_dX, dL_dW]', 'through(WeightMultiply(W), X, dL_dM)']],
  },
  {
    subject: 'bias-add',
    given: tensor('M', '5, 2') + tensor('B', '1, 2') + tensor('dL_dN', '5, 2'),
    pairs: [['[N, dL_dM, dL_dB]', 'through(BiasAdd(B), M, dL_dN)']],
  },
  {
    subject: 'layer',
    given: tensor('X', '5, 3') + tensor('dL_do', '5, 3'),
    pairs: [
      ['Layer([torch.nn.Tanh()])(X)', 'through(Tanh(), X, dL_do)[0]'],
      ['Layer([torch.nn.Tanh()]).input_gradient(X, dL_do)', 'through(Tanh(), X, dL_do)[1]'],
    ],
  },
  {
    subject: 'dense',
    given: `${tensor('X', '5, 3')}inputs, units = 3, 2
class loss:
    backward = staticmethod(lambda: O.sum().backward())
`,
    pairs: [
      ['O', 'dense(ran.layer[0], Sigmoid()).forward(X)'],
      ['layer[0].weight.grad.T', 'X.T @ (array(ran.O) * (1 - array(ran.O)))'],
      ['layer[0].bias.grad', '(array(ran.O) * (1 - array(ran.O))).sum(axis=0)'],
    ],
  },
  {
    subject: 'loss',
    given: `${MODEL}loss_function = torch.nn.functional.mse_loss`,
    pairs: [['[L, dL_dP]', '(lambda loss: [loss.forward(array(ran.P), y), loss.backward()])(MeanSquaredError())']],
  },
  {
    subject: 'mean-squared-error',
    given: PREDICTED,
    pairs: [
      ['[L, dL_dP]', '(lambda loss: [loss.forward(P, y), loss.backward()])(MeanSquaredError())'],
      ['torch.autograd.grad(L, P)[0]', 'array(ran.dL_dP)'],
    ],
  },
  {
    subject: 'neural-network',
    given: `${tensor('X', '5, 13')}y = torch.randn(5, 1)`,
    pairs: [
      ['L', `${NETWORK}.train_batch(X, y)`],
      [
        '[each for layer in (model[0], model[2]) for each in (layer.weight.grad.T, layer.bias.grad[None])]',
        `(lambda network: [network.train_batch(X, y), [box.gradient for box in network.learning]][1])(${NETWORK})`,
      ],
    ],
  },
  {
    subject: 'initialisation',
    given: 'inputs, units = 400, 300',
    pairs: [
      ['layer.bias', 'np.zeros(300)'],
      ['layer.weight.std()', 'np.sqrt(2 / 700)'],
    ],
    tolerance: 0.02,
  },
  {
    subject: 'sgd',
    given: `${GRADIENTS}lr = 0.01`,
    pairs: [['model[0].weight', 'first - 2 * 0.01 * slope']],
  },
  {
    subject: 'optimizer',
    given: `${GRADIENTS}updated = lambda parameter, gradient, lr: parameter - lr * gradient`,
    pairs: [['model[0].weight', 'first - 0.01 * slope']],
  },
  {
    subject: 'trainer',
    given: `${MODEL}epochs, batch_size = 1, 7
first = model[0].weight.detach().clone().T
optimizer = torch.optim.SGD(model.parameters(), lr=0.01)`,
    pairs: [['model[0].weight.T', 'first - 0.01 * 2 / 7 * X.T @ (X @ first - y)']],
  },
  {
    subject: 'early-stopping',
    given: `${MODEL}loss, before, stopped, held = torch.tensor(1.0), torch.tensor(2.0), False, {}`,
    pairs: [
      ['[stopped, before]', '[False, 1.0]'],
      ['held["0.weight"]', 'array(ran.model[0].weight)'],
    ],
  },
  {
    subject: 'early-stopping',
    given: `${MODEL}held = copy.deepcopy(model.state_dict())
first = held["0.weight"].clone()
loss, before, stopped = torch.tensor(2.0), torch.tensor(2.0), False
torch.nn.init.zeros_(model[0].weight)`,
    pairs: [
      ['stopped', 'True'],
      ['model[0].weight', 'first'],
    ],
  },
  {
    subject: 'gradient-check',
    given: `${GRADIENTS}loss = lambda: ((model(X) - y) ** 2).mean()`,
    pairs: [
      ['numeric_slope(loss, model[0].weight, (0, 1))', '[slope[0, 1], slope[0, 1]]'],
      ['model[0].weight', 'first'],
    ],
    tolerance: 1e-9,
  },
];

export const PYTORCH_CASES: readonly PytorchCase[] = [...FUNCTIONS, ...CHAPTER_1, ...CHAPTER_2, ...CHAPTER_3];
