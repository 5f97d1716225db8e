// The figures of chapter 3.

/** @type {Readonly<Record<string, import('../fields.js').FigureDescription>>} */
export const FROM_SCRATCH = {};
