/**
 * The catalogue of parts: the names in the core's registries with the front matter of their pages. Its text is
 * `web/explanations/parts.generated.js`, which the build writes.
 */
import { SubjectError } from './subject-error.js';

/** @typedef {import('./source').CataloguePage} CataloguePage */
/** @typedef {(name: string) => string | undefined} CoreFile the text of a file of the core; undefined if there is none */

/** The registries of the core, in the order of the catalogue. */
const REGISTRIES = /** @type {const} */ ({
  operation: { file: 'operations/registry.cpp', name: 'OPERATIONS' },
  loss: { file: 'losses/registry.cpp', name: 'LOSSES' },
  optimiser: { file: 'optimisers/registry.cpp', name: 'OPTIMISERS' },
  layer: { file: 'layers/registry.cpp', name: 'LAYER_TYPES' },
});

/** Front matter that the page needs immediately; the rest is compiled into what is loaded later. */
const ENTRY_KEYS = [
  'name',
  'class',
  'label',
  'word',
  'letter',
  'output',
  'parameter',
  'passesOn',
  'hasKink',
  'task',
  'unitPower',
  'width',
  'parameters',
  'operations',
  'settings',
];

/**
 * The names in a registry, in order, each with its line: one entry in each line, `{"name", …`.
 * @param {string} source
 */
function registered(source) {
  return source.split('\n').flatMap((text, index) => {
    const name = /^\s*\{"([\w-]+)",/.exec(text)?.[1];
    return name === undefined ? [] : [{ name, line: index + 1 }];
  });
}

/**
 * The entries of each list. Error SubjectError: a part without a page, a page whose part the core does not have, or two
 * different settings with the same name.
 * @param {readonly CataloguePage[]} pages @param {CoreFile} coreFile
 * @returns {Readonly<Record<string, readonly Record<string, unknown>[]>>}
 */
export function catalogue(pages, coreFile) {
  const operations = pages.filter((page) => page.part === 'operation');
  const lists = Object.entries(REGISTRIES).map(([part, { file, name }]) => {
    const own = pages.filter((page) => page.part === part);
    const names = registered(coreFile(file) ?? '');
    for (const page of own) {
      if (!names.some((entry) => entry.name === page.values.name)) {
        throw new SubjectError(page.file, 1, `wasm/core/${file} has no ${part} "${page.values.name}".`);
      }
    }
    const shared = pages.find(({ values }) => values.baseOf === part)?.values.settings;
    return [name, names.map((entry) => entryOf(entry, file, part, own, { shared, operations }))];
  });
  return Object.fromEntries(lists);
}

/**
 * @param {{ name: string, line: number }} registered @param {string} file @param {string} part
 * @param {readonly CataloguePage[]} pages of the kind
 * @param {{ shared: unknown, operations: readonly CataloguePage[] }} others the settings that every part of the kind has, and
 * the operations, whose settings a layer made of them has
 * @returns {Record<string, unknown>}
 */
function entryOf({ name, line }, file, part, pages, { shared, operations }) {
  const page = pages.find(({ values }) => values.name === name);
  if (page === undefined) {
    const id = part === 'operation' ? `${name}-operation` : name;
    const advice = `write web/explanations/subjects/${id}.md (docs/explanations.md says how)`;
    throw new SubjectError(`wasm/core/${file}`, line, `The ${part} "${name}" has no page: ${advice}.`);
  }
  const { subject, role, values } = page;
  const made = /** @type {readonly string[]} */ (values.operations ?? []);
  const inside = operations.filter((operation) => made.some((one) => one === operation.values.name));
  /** @type {Readonly<Record<string, unknown>>} */
  const settings = Object.assign({}, shared, values.settings, ...inside.map((operation) => operation.values.settings));
  /** @type {Readonly<Record<string, unknown>>} */
  const all = Object.keys(settings).length === 0 ? values : { ...values, settings };
  const entry = Object.fromEntries(ENTRY_KEYS.flatMap((key) => (key in all ? [[key, all[key]]] : [])));
  return { ...entry, ...(role === undefined ? {} : { role }), subject };
}

/** The text of the generated module. @param {ReturnType<typeof catalogue>} lists */
export function catalogueModule(lists) {
  const constants = Object.entries(lists).map(
    ([name, entries]) => `export const ${name} = /** @type {const} */ (${JSON.stringify(entries, null, 2)});\n`,
  );
  return [
    '// Written by the build from wasm/core/*/registry.cpp and the pages in web/explanations/subjects. Do not edit.\n',
    ...constants,
  ].join('\n');
}
