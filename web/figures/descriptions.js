// Every figure that a lesson can show, by its name in the lesson.

import { FOUNDATIONS } from './foundations/descriptions.js';
import { FROM_SCRATCH } from './from-scratch/descriptions.js';
import { FUNDAMENTALS } from './fundamentals/descriptions.js';

export const FIGURES = { ...FOUNDATIONS, ...FUNDAMENTALS, ...FROM_SCRATCH };
