// What a single lesson page adds to the download: its text, its figures with everything they may load later, the
// explanations if it shows any, and the sketch and the curve if one is to be predicted. Not counted is what all lessons share: their
// frame, the engine on the page and in its worker, the values of the data sets, and the explanations file.

import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseSync, Visitor } from 'vite';
import { neededBy, weigh } from './first-load.mjs';
import { moduleRequests } from './module-requests.mjs';

/** @typedef {import('../../web/lessons/lesson').LessonPage} LessonPage */

/** Whether the frame of the lessons loads this at once. @param {string} target */
export const isLessonsFrame = (target) => /\/lessons-app-[^/]*$/.test(target);

const isShared = (/** @type {string} */ path) => /\/(training\.worker|datasets|virtual_explanations)-[^/]*$/.test(path);

/** @param {string} path @returns {string[]} */
const filesBeside = (path) => readdirSync(dirname(path)).map((name) => join(dirname(path), name));

/**
 * The files in `name: () => import('file')`.
 * @param {string} path of a script @returns {ReadonlyMap<string, string>} name → path
 */
function namedImports(path) {
  const { program } = parseSync(path, readFileSync(path, 'utf8'));
  /** @type {Map<string, string>} */
  const found = new Map();
  new Visitor({
    Property: ({ key, value }) => {
      const name = key.type === 'Identifier' ? key.name : key.type === 'Literal' ? String(key.value) : '';
      const source = readFileSync(path, 'utf8').slice(value.start, value.end);
      if (value.type !== 'ArrowFunctionExpression') return;
      const request = moduleRequests('loader.js', `(${source})`).find(({ lazy }) => lazy);
      if (request !== undefined) found.set(name, join(dirname(path), request.target));
    },
  }).visit(program);
  return found;
}

/**
 * @param {string} index the HTML file of the built site
 * @returns {Promise<{ id: string, bytes: number }[]>} each page; bytes after brotli
 */
export async function lessonLoads(index) {
  const frame = neededBy([index], isLessonsFrame);
  const app = frame.find((file) => isLessonsFrame(file));
  if (app === undefined) throw new Error('The built site has no lessons.');
  const files = new Map(frame.filter((file) => file.endsWith('.js')).flatMap((file) => [...namedImports(file)]));
  const there = [...frame, ...filesBeside(app).filter(isShared)];
  const beside = (/** @type {string} */ name) =>
    filesBeside(app).filter((path) => path.includes(`/${name}-`) && path.endsWith('.js'));
  const [ways, sketch] = [beside('three-ways'), beside('curve-sketch')];

  const curves = new Map(sketch.flatMap((path) => [...namedImports(path)]));

  const pages = [...files].filter(([name]) => name.includes('/'));
  if (pages.length === 0) throw new Error('The built lessons load no page.');
  return Promise.all(
    pages.map(async ([id, file]) => {
      /** @type {{ default: LessonPage }} */
      const { default: page } = await import(pathToFileURL(file).href);
      const figures = page.blocks.flatMap((block) => (block.kind === 'figure' ? [files.get(block.name) ?? ''] : []));
      const hasWays = page.blocks.some(({ kind }) => kind === 'three-ways');
      const drawn = page.blocks.flatMap((block) =>
        block.kind === 'predict' && block.answer.kind === 'curve' ? [block.answer.curve] : [],
      );
      const parts = [...(hasWays ? ways : []), ...(drawn.length > 0 ? sketch : [])];
      const others = [...curves].filter(([name]) => !drawn.includes(name)).map(([, path]) => basename(path));
      const isOwn = (/** @type {string} */ target) => !others.includes(basename(target));
      const own = neededBy([file, ...figures, ...parts], isOwn, there);
      const bytes = own.reduce((sum, path) => sum + weigh(path).bytes, 0);
      return { id, bytes };
    }),
  );
}
