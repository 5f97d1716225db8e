/** What the PyTorch of chapter 3's classes is tried on. */
import { OPERATIONS } from '../../web/explanations/parts';
import { operation, PREDICTED, type PytorchCase, tensor } from './explanations-pytorch-case';

const MODEL = `${tensor('X', '7, 3')}y = torch.randn(7, 1)
model = torch.nn.Sequential(torch.nn.Linear(3, 1, bias=False))
`;
const GRADIENTS = `${MODEL}first = model[0].weight.detach().clone()
((model(X) - y) ** 2).mean().backward()
slope = model[0].weight.grad.clone()
`;
const NETWORK = 'NeuralNetwork([dense(ran.model[0], Sigmoid()), dense(ran.model[2], Linear())], MeanSquaredError())';

export const CHAPTER_3: readonly PytorchCase[] = [
  ...OPERATIONS.filter(({ role }) => role === 'activation').map((each) => operation(each.subject, each.class)),
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
    subject: 'softmax-cross-entropy',
    given: `${tensor('P', '7, 4')}y = torch.nn.functional.one_hot(torch.arange(7) % 4).double()`,
    pairs: [
      ['[L, dL_dP]', '(lambda loss: [loss.forward(P, y), loss.backward()])(SoftmaxCrossEntropy())'],
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
    subject: 'dropout-operation',
    given: `nn = torch.nn
${tensor('O', '50, 40')}${tensor('dL_dD', '50, 40')}`,
    pairs: [
      // Drawn anew by NumPy; the mask is PyTorch's.
      ['D', '(ran.D.detach().numpy() != 0) * O'],
      ['dL_dO', '(ran.D.detach().numpy() != 0) * dL_dD'],
      ['((D != 0).to(O.dtype).mean() - 0.8).abs() < 0.04', 'True'],
      ['dropout.eval()(O)', 'Dropout(0.8, "course", None).forward(O)'],
      ['Dropout(0.8, "inverted").eval()(O)', 'Dropout(0.8, "inverted", None).forward(O)'],
    ],
  },
  {
    subject: 'dropout',
    given: `${tensor('O', '50, 40')}keep = 0.8`,
    pairs: [['D', '(ran.D.detach().numpy() != 0) * O / 0.8']],
  },
  {
    subject: 'momentum',
    given: `${GRADIENTS}lr, momentum = 0.01, 0.7
velocities = [torch.full_like(first, 0.3)]
class Kept(torch.optim.SGD):
    """Begins with the velocity that the loop before it leaves, as PyTorch writes it: without the learning rate."""
    def __init__(self, *settings, **more):
        super().__init__(*settings, **more)
        self.state[model[0].weight]["momentum_buffer"] = new_velocity / lr
torch = types.SimpleNamespace(no_grad=torch.no_grad, optim=types.SimpleNamespace(SGD=Kept))`,
    pairs: [
      ['new_velocity', '0.7 * 0.3 + 0.01 * slope'],
      ['model[0].weight', 'first - (1 + 0.7) * (0.7 * 0.3 + 0.01 * slope) - 0.01 * slope'],
    ],
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
