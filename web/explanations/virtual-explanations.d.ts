declare module 'virtual:explanations' {
  const explanations: Readonly<Record<import('./explanations').SubjectId, import('./explanation').Explanation>>;
  export default explanations;
}

declare module 'virtual:explanation-titles' {
  const titles: Readonly<Record<import('./explanations').SubjectId, string>>;
  export default titles;
}

/** By subject; only those of parts. */
declare module 'virtual:part-walks' {
  const walks: Readonly<Record<string, import('./part').PartWalk>>;
  export default walks;
}

/** By subject; only those of parts and of the classes that parts build on. */
declare module 'virtual:part-programs' {
  const programs: Readonly<Record<string, import('./part').PartProgram>>;
  export default programs;
}
