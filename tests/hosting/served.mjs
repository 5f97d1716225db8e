// The address of the built site in the tests: under a sub-path, as for a course.

import { fileURLToPath } from 'node:url';

export const DIST = fileURLToPath(new URL('../../dist', import.meta.url));
export const SUB_PATH = 'courses/minifactory';

/** A server's root folder; playwright.config.js puts the site there. */
export const SERVED = fileURLToPath(new URL('../../build/served', import.meta.url));
