/** The housing data as in the figures of chapter 2, computed without the engine. */
import { columnIndex, columnValues } from '../../web/datasets/dataset';
import { datasetNamed } from '../../web/datasets/datasets';

const DATA = datasetNamed('boston-as-first-printed');

export const FEATURES = DATA.columns.map(({ name }) => name).filter((name) => name !== DATA.defaultTarget);

export const column = (name: string): number[] => [...columnValues(DATA, columnIndex(DATA, name))];

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Over all rows, as in the course; the deviation is that of the whole population. */
export function scaleOf(values: readonly number[]): { readonly centre: number; readonly spread: number } {
  const centre = mean(values);
  return { centre, spread: Math.sqrt(mean(values.map((value) => (value - centre) ** 2))) };
}

export function standardised(values: readonly number[]): number[] {
  const { centre, spread } = scaleOf(values);
  return values.map((value) => (value - centre) / spread);
}

/** The standardised features of each row. */
export function scaledRows(features: readonly string[]): number[][] {
  const columns = features.map((name) => standardised(column(name)));
  return Array.from({ length: DATA.rows }, (_, row) => columns.map((values) => values[row] as number));
}

export const PRICES = column(DATA.defaultTarget);
