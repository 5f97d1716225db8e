/** The widths and parameters of a recipe's layers, from the pages of their types. */
import { layerTypeNamed } from '../explanations/parts';

/** A recipe, or one whose numbers may have any value. */
interface Network {
  readonly data: { readonly features: readonly string[] };
  readonly layers: readonly { readonly type: string; readonly [setting: string]: unknown }[];
}

/** The meaning of the names in a parameter's shape: `inputs`, `one`, or a setting of the layer. */
function sizeOf(name: string, inputs: number | null, layer: Network['layers'][number]): number | null {
  if (name === 'one') return 1;
  if (name === 'inputs') return inputs;
  const value = layer[name];
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null;
}

/**
 * The number of columns after each layer, starting with the features; null while a width is not a usable number. A
 * layer type without its own width keeps the number of columns.
 */
export function layerWidths({ data, layers }: Network): readonly (number | null)[] {
  const widths: (number | null)[] = [data.features.length || null];
  for (const layer of layers) {
    const type = layerTypeNamed(layer.type);
    const inputs = widths.at(-1) ?? null;
    widths.push('width' in type ? sizeOf(type.width, inputs, layer) : inputs);
  }
  return widths;
}

export interface LayerParameter {
  /** `W1`, `B1`, …, with the number of the layer, counted from 1. */
  readonly name: string;
  /** `weights`, `bias`, … as in model files. */
  readonly meaning: string;
  /** It always has one row. */
  readonly isRow: boolean;
  readonly rows: number | null;
  readonly columns: number | null;
}

/** The parameters of each layer, in the order of the core. */
export function layerParameters(network: Network): readonly (readonly LayerParameter[])[] {
  const widths = layerWidths(network);
  return network.layers.map((layer, index) => {
    const type = layerTypeNamed(layer.type);
    const shapes = 'parameters' in type ? Object.entries(type.parameters) : [];
    const size = (name: string) => sizeOf(name, widths[index] ?? null, layer);
    return shapes.map(([meaning, { symbol, rows, columns }]) => {
      const isRow = (rows as string) === 'one';
      return { name: `${symbol}${index + 1}`, meaning, isRow, rows: size(rows), columns: size(columns) };
    });
  });
}

/** The number of parameters of each layer; null while a width is not a usable number. */
export function parameterCounts(network: Network): readonly (number | null)[] {
  return layerParameters(network).map((parameters) =>
    parameters.reduce<number | null>((sum, { rows, columns }) => {
      return sum === null || rows === null || columns === null ? null : sum + rows * columns;
    }, 0),
  );
}

/** The sum, or null if one of the counts is unknown. */
export function totalParameters(counts: readonly (number | null)[]): number | null {
  return counts.reduce<number | null>((sum, count) => (sum === null || count === null ? null : sum + count), 0);
}
