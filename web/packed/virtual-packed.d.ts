declare module 'virtual:packed-engine' {
  /** The bytes of the .wasm file in base64. */
  const base64: string;
  export default base64;
}
