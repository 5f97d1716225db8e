/** The parts of Observable Plot the charts use; imported only dynamically, so that Plot stays out of the first load. */
export { areaY, axisX, axisY, dot, gridX, gridY, line, plot, rectY, ruleX, ruleY } from '@observablehq/plot';
