// The figures of chapter 2.

/** @type {Readonly<Record<string, import('../fields.js').FigureDescription>>} */
export const FUNDAMENTALS = {};
