// The figures of chapter 1.

/** @type {Readonly<Record<string, import('../fields.js').FigureDescription>>} */
export const FOUNDATIONS = {};
