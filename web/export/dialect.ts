/** The expressions of one library in the parts that all programs share. */
export interface Dialect {
  /** An expression: the predictions for `features` (rows, in), as a NumPy array (rows, 1). */
  predictions(features: string): string;
  /** An expression: a copy of the current parameters, to restore them later. */
  readonly kept: string;
  /** Statements, one in each line: restores the parameters that `name` contains. */
  putBack(name: string): readonly string[];
  /** An expression: pairs of a parameter's name and its array. */
  readonly namedParameters: string;
  /** An expression: whether the report is printed as JSON. */
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
