// The values of a figure that a lesson may set, a reader may change, and the page's address contains. Plain data
// without imports from the page, so that the build can check every lesson against it.

/**
 * One value of a figure. `numbers` are written with spaces between them (a matrix row by row), `names` with commas.
 * There are as many `numbers` as in the default, or, where there is a `most`, from one to that many. A `number` with a
 * whole step is a whole number.
 * @typedef {{ kind: 'number', label: string, default: number, min: number, max: number, step: number }
 *   | { kind: 'choice', label: string, default: string, of: readonly string[] }
 *   | { kind: 'names', label: string, default: readonly string[], of: readonly string[], least: number, most: number }
 *   | { kind: 'numbers', label: string, default: readonly number[], min: number, max: number, most?: number }
 *   | { kind: 'flag', label: string, default: boolean }} FigureField
 */

/** @typedef {number | string | boolean | readonly string[] | readonly number[]} FigureValue */

/**
 * `tag`: its custom element, defined when its module is loaded. `title`: its name in lists.
 * @typedef {{ readonly tag: string, readonly title: string, readonly fields: Readonly<Record<string, FigureField>> }} FigureDescription
 */

export {};
