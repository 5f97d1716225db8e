// Every figure a lesson can show, by the name it is written with.

import { FOUNDATIONS } from './foundations/descriptions.js';
import { FROM_SCRATCH } from './from-scratch/descriptions.js';
import { FUNDAMENTALS } from './fundamentals/descriptions.js';

export const FIGURES = { ...FOUNDATIONS, ...FUNDAMENTALS, ...FROM_SCRATCH };
