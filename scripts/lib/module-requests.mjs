// Finds the files that a module requests, from its syntax tree.

import { parseSync, Visitor } from 'vite';

/** @typedef {{ target: string, lazy: boolean }} ModuleRequest `lazy`: only once `import()` is called */
/** @typedef {{ type: string, value?: unknown, quasis?: { value: { cooked: string | null } }[] }} Node */

/** The text of a string literal. @param {Node | null | undefined} node */
function text(node) {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.quasis?.length === 1) return node.quasis[0]?.value.cooked ?? undefined;
  return undefined;
}

/**
 * Imports, re-exports, inline types, and files in `new URL(…, import.meta.url)`: workers, assets.
 * @param {string} name @param {string} source @returns {ModuleRequest[]}
 */
export function moduleRequests(name, source) {
  const { program, errors } = parseSync(name, source);
  if (errors[0]) throw new Error(`${name}: ${errors[0].message}`);
  /** @type {ModuleRequest[]} */
  const requests = [];
  const take = (/** @type {Node | null | undefined} */ node, lazy = false) => {
    const target = text(node);
    if (target !== undefined) requests.push({ target, lazy });
  };
  new Visitor({
    ImportDeclaration: (node) => take(node.source),
    ExportAllDeclaration: (node) => take(node.source),
    ExportNamedDeclaration: (node) => take(node.source),
    ImportExpression: (node) => take(node.source, true),
    TSImportType: (node) => take(node.source),
    NewExpression: (node) => {
      if (node.callee.type === 'Identifier' && node.callee.name === 'URL') take(node.arguments[0]);
    },
  }).visit(program);
  return requests;
}
