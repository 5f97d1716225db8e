/** Finds definitions in C++ text by name, good enough for the formatted sources of wasm/core. */

/** @type {Readonly<Record<string, string>>} */
const CLOSING = { '(': ')', '{': '}' };

/** Comments, literals and preprocessor lines. */
const NOT_CODE = /\/\/.*|\/\*[\s\S]*?\*\/|"(?:\\.|[^"\\\n])*"|(?<!\w)'(?:\\.|[^'\\\n])+'|^[ \t]*#.*/gm;

/** The same text with blanks in place of everything that is not code. @param {string} source */
const codeOnly = (source) => source.replace(NOT_CODE, (text) => text.replace(/[^\n]/g, ' '));

/** The index after the bracket that closes the one at `open`; -1 if there is none. @param {string} code @param {number} open */
function afterBracket(code, open) {
  const opening = code.charAt(open);
  let depth = 0;
  for (let index = open; index < code.length; index += 1) {
    const character = code.charAt(index);
    if (character === opening) depth += 1;
    if (character === CLOSING[opening]) depth -= 1;
    if (depth === 0) return index + 1;
  }
  return -1;
}

/** @param {RegExp} sticky @param {string} code @param {number} index @returns {number} where what it matches ends */
function skip(sticky, code, index) {
  sticky.lastIndex = index;
  return sticky.test(code) ? sticky.lastIndex : index;
}

/**
 * The start of a function's body; -1 if it has none, because it is a call or a declaration.
 * @param {string} code @param {number} afterParameters
 */
function bodyStart(code, afterParameters) {
  let index = skip(/\s*(?:(?:const|noexcept|override)\b\s*)*/y, code, afterParameters);
  if (code.charAt(index) === ':') {
    const initialised = /[\s:,]*[\w:<>]+(?=[({])/y;
    for (let next = skip(initialised, code, index); next > index; next = skip(initialised, code, index)) {
      index = afterBracket(code, next);
      if (index < 0) return -1;
    }
    index = skip(/\s*/y, code, index);
  }
  return code.charAt(index) === '{' ? index : -1;
}

/** The start of the statement around `index`. @param {string} code @param {number} index */
function statementStart(code, index) {
  const before = Math.max(...[';', '{', '}'].map((mark) => code.lastIndexOf(mark, index - 1)));
  return skip(/\s*/y, code, before + 1);
}

/** @param {string} code @param {string} name @returns {[start: number, end: number][]} */
function spans(code, name) {
  const isType = /^(?:class|struct|enum class) /.test(name);
  const [, bare = '', parameter = ''] = /^(.*operator\(\)|[^(]*)\(?(.*)$/.exec(name) ?? [];
  const quoted = bare.replace('()', '\\(\\)');
  const pattern = isType ? `(?<!\\w)${bare}\\b[^;{]*(?=\\{)` : `(?<![\\w:~.>])${quoted}(?=\\(${parameter})`;
  return [...code.matchAll(new RegExp(pattern, 'g'))].flatMap(({ index, 0: text }) => {
    const after = index + text.length;
    const open = isType ? after : bodyStart(code, afterBracket(code, after));
    const end = open < 0 ? -1 : afterBracket(code, open);
    return end < 0 ? [] : [[statementStart(code, index), end]];
  });
}

/**
 * All definitions of a function (`Chain::factors`, or with its first parameter: `measure(ConstView`) or of a type
 * (`class Chain`), in whole lines. The caller handles none and several.
 * @param {string} source @param {string} name
 * @returns {{ line: number, lines: string[] }[]} `line` counts from 1
 */
export function definitions(source, name) {
  const lines = source.split('\n');
  const lineAt = (/** @type {number} */ index) => source.slice(0, index).split('\n').length;
  return spans(codeOnly(source), name).map(([start, end]) => {
    const line = lineAt(start);
    return { line, lines: lines.slice(line - 1, lineAt(end)) };
  });
}
