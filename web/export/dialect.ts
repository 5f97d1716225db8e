/** What the parts that all programs share say in the words of one library. */
export interface Dialect {
  /** An expression: the predictions for `features` (rows, in), as a NumPy array (rows, 1). */
  predictions(features: string): string;
  /** An expression: the parameters as they are, to be had back later. */
  readonly kept: string;
  /** Statements, one a line: puts the parameters back that `name` holds. */
  putBack(name: string): readonly string[];
  /** An expression: pairs of a parameter's name and its array. */
  readonly namedParameters: string;
  /** An expression: the report is wanted as JSON. */
  readonly wantsJson: string;
}

export const NUMPY: Dialect = {
  predictions: (features) => `network.forward(${features})`,
  kept: '[operation.parameter for operation in network.learning]',
  putBack: (name) => [
    `for operation, parameter in zip(network.learning, ${name}):`,
    '    operation.parameter = parameter',
  ],
  namedParameters: 'zip(names, (operation.parameter for operation in network.learning))',
  wantsJson: '"--json" in sys.argv',
};

export const PYTORCH: Dialect = {
  predictions: (features) => `predict(${features})`,
  kept: 'copy.deepcopy(network.state_dict())',
  putBack: (name) => [`network.load_state_dict(${name})`],
  namedParameters: 'named_parameters().items()',
  wantsJson: 'arguments.json',
};
