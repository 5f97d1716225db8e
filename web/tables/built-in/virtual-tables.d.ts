declare module 'virtual:penguins' {
  /** Each column's name and cells, in the order of the file; null where empty. */
  const columns: readonly (readonly [name: string, cells: readonly (number | string | null)[]])[];
  export default columns;
}

declare module 'virtual:cars' {
  /** As in `virtual:penguins`. */
  const columns: readonly (readonly [name: string, cells: readonly (number | string | null)[]])[];
  export default columns;
}
