/** The expressions of one library in the parts that all programs share. */
export interface Dialect {
  /** An expression: the predictions for `features` (rows, in), as a NumPy array (rows, 1). */
  predictions(features: string): string;
  /** An expression: the current parameters, to restore them later. The next step does not change it. */
  readonly kept: string;
  /** Statements, one in each line: restores the parameters that `name` contains. */
  putBack(name: string): readonly string[];
  /** An expression: pairs of a parameter's name and its array. */
  readonly namedParameters: string;
  /** An expression: the CSV file to read the columns from, or None for those in the program. */
  readonly dataFile: string;
}

export const NUMPY: Dialect = {
  predictions: (features) => `network.forward(${features})`,
  kept: '[operation.parameter for operation in network.learning]',
  putBack: (name) => [
    `for operation, parameter in zip(network.learning, ${name}):`,
    '    operation.parameter = parameter',
  ],
  namedParameters: 'zip(names, (operation.parameter for operation in network.learning))',
  dataFile: 'arguments.data',
};

export const PYTORCH: Dialect = {
  predictions: (features) => `predict(${features})`,
  kept: 'before',
  putBack: (name) => [`vector_to_parameters(${name}, network.parameters())`],
  namedParameters: 'named_parameters().items()',
  dataFile: 'arguments.data',
};
