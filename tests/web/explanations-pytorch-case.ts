/** A test case for a PyTorch listing. */

export interface PytorchCase {
  readonly subject: string;
  /** Python that defines the names which the listing uses. */
  readonly given: string;
  /** An expression of the listing's, and one of NumPy's that must have the same value. */
  readonly pairs: readonly (readonly [string, string])[];
  /** Relative; 10⁻¹² by default. */
  readonly tolerance?: number;
}

export const tensor = (name: string, shape: string) => `${name} = torch.randn(${shape}, requires_grad=True)\n`;

export const point = (subject: string, name: string): PytorchCase => ({
  subject,
  given: '',
  pairs: [
    ['y', `${name}(3.0)`],
    ['x.grad', `${name}_derivative(3.0)`],
  ],
});

export const operation = (subject: string, name: string): PytorchCase => ({
  subject,
  given: tensor('N', '5, 3') + tensor('dL_dO', '5, 3'),
  pairs: [
    ['O', `through(${name}(), N, dL_dO)[0]`],
    ['dL_dN', `through(${name}(), N, dL_dO)[1]`],
  ],
});

export const PREDICTED = tensor('P', '7, 1') + tensor('y', '7, 1');
