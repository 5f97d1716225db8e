/**
 * Observable Plot puts one constant style element into every chart. The page's Content-Security-Policy allows it by its
 * hash; a test computes the hash from what Plot writes. The text depends on the class name alone, so every chart uses
 * this one.
 */
export const PLOT_CLASS = 'mf-plot';

/** For `style-src`, quotes included. */
export const PLOT_STYLE_SOURCE = "'sha256-+POFJgH5x5XnW6V8uiuPL8Ssv6oz+bTrG1XU2/jsrSs='";
