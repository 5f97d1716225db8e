declare module 'virtual:explanations' {
  const explanations: Readonly<Record<import('./explanations').SubjectId, import('./explanation').Explanation>>;
  export default explanations;
}

declare module 'virtual:explanation-titles' {
  const titles: Readonly<Record<import('./explanations').SubjectId, string>>;
  export default titles;
}
