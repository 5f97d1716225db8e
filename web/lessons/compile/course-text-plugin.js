/** Writes the text of the course beside the site's page: `lessons.html`, which needs no JavaScript. */
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { readFolder } from './plugin.js';

const WRITER = fileURLToPath(new URL('course-text.ts', import.meta.url));

export const COURSE_TEXT = 'lessons.html';

/**
 * @param {string} folder where the lessons lie
 * @returns {import('vite').Plugin}
 */
export function courseText(folder) {
  return {
    name: 'minifactory:course-text',
    apply: 'build',
    async generateBundle() {
      /** @type {Awaited<ReturnType<typeof runnerImport<typeof import('./course-text')>>>} */
      const { module } = await runnerImport(WRITER, { configFile: false });
      const { found } = await readFolder(folder);
      this.emitFile({ type: 'asset', fileName: COURSE_TEXT, source: module.courseText(found) });
    },
  };
}
