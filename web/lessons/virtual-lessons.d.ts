declare module 'virtual:lessons' {
  /** In reading order. */
  export const CHAPTERS: readonly import('./lesson').Chapter[];
  /** By the id of a page. */
  export const PAGES: Readonly<Record<string, () => Promise<{ readonly default: import('./lesson').LessonPage }>>>;
}

declare module 'virtual:glossary' {
  /** In alphabetical order. */
  const GLOSSARY: readonly import('./lesson').GlossaryEntry[];
  export default GLOSSARY;
}

declare module 'virtual:lesson-texts' {
  const TEXTS: readonly import('./lesson').SearchText[];
  export default TEXTS;
}

declare module 'virtual:lesson-guide' {
  const GUIDE: import('./lesson').Guide;
  export default GUIDE;
}
