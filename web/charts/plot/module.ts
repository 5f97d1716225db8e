/**
 * The parts of Observable Plot that the charts use; imported only dynamically, so that Plot stays out of the first
 * load.
 */
export { dot, gridX, gridY, line, plot, rectY, ruleY } from '@observablehq/plot';
