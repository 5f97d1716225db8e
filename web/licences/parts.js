/** The parts by other people that the site, the single file and the packages contain. A build with another one fails. */

/** The npm packages; those they depend on are added. */
export const PACKAGES = [
  'lit',
  'uplot',
  '@observablehq/plot',
  'valibot',
  'minisearch',
  'fflate',
  'uqr',
  '@fontsource-variable/atkinson-hyperlegible-next',
  // Not in the files itself, but the formulas are what it wrote.
  'temml',
];

/** Dependencies of them that never reach a built file: for Lit on a server, for the commands of d3-dsv, and types. */
export const LEFT_OUT = /^(@lit-labs\/ssr-dom-shim|commander|iconv-lite|safer-buffer|rw|@types\/.*)$/;

/**
 * Parts that do not come from npm.
 * @type {readonly { name: string, licence: string, file: string }[]} file: the notice, in texts/
 */
export const OTHER_PARTS = [
  { name: 'Boston housing data', licence: 'PDDL-1.0, contents CC0-1.0', file: 'boston.txt' },
  { name: 'Eigen 3.4', licence: 'MPL-2.0', file: 'eigen.txt' },
  { name: 'Emscripten', licence: 'MIT', file: 'emscripten.txt' },
  { name: 'musl', licence: 'MIT', file: 'musl.txt' },
  { name: 'libc++ and compiler-rt', licence: 'Apache-2.0 WITH LLVM-exception', file: 'llvm.txt' },
  { name: 'Schemas of SCORM 1.2', licence: 'published with SCORM 1.2', file: 'scorm-schemas.txt' },
  { name: 'Helpers of Vite, Rolldown and Oxc', licence: 'MIT', file: 'bundler.txt' },
];
