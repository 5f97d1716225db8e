declare module 'virtual:boston' {
  /** Column name, lower case as in the file → its values in row order. */
  const columns: Readonly<Record<string, readonly number[]>>;
  export default columns;
}
