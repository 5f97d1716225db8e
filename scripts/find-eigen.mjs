// Prints the folder of Eigen's headers; ends with 1 if there is none. For wasm/eigen.cmake.

import { findEigen } from './lib/find.mjs';

const folder = findEigen();
if (folder !== undefined) console.log(folder);
else process.exitCode = 1;
