import type { Matrix } from '../../engine/types';

export interface MatrixPlace {
  readonly row: number;
  readonly column: number;
}

export interface MatrixContent {
  readonly caption: string;
  readonly matrix: Matrix;
  readonly rowName: (row: number) => string;
  readonly columnName: (column: number) => string;
}
