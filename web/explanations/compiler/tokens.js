/** Splits lines of code into tokens for colouring and for terms. */

/** @typedef {import('../explanation').Token} Token */
/** @typedef {import('../explanation').CodeLanguage} CodeLanguage */
/** @typedef {import('./source').Phrase} Phrase */

/** @param {string} list */
const words = (list) => new Set(list.split(' '));

const PYTHON = {
  keywords: words(
    'and as assert break class continue def elif else False for from if import in is lambda None not or pass raise ' +
      'return True while with yield',
  ),
  pattern:
    /(?<comment>#.*)|(?<string>""".*?"""|f?"(?:\\.|[^"\\])*"|f?'(?:\\.|[^'\\])*')|(?<word>[A-Za-z_]\w*)|(?<number>\d[\d_]*(?:\.\d*)?(?:e[+-]?\d+)?)/g,
};

const CPP = {
  keywords: words(
    'auto bool break case class const constexpr continue default do double else enum explicit false final for if ' +
      'inline int long namespace new noexcept nullptr override private protected public return static struct switch ' +
      'template this throw true typename using virtual void while',
  ),
  pattern:
    /(?<comment>\/\/.*|\/\*.*?\*\/)|(?<word>[A-Za-z_]\w*)|(?<number>\d[\da-fxA-F']*(?:\.\d*)?(?:e[+-]?\d+)?)|(?<string>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')/g,
};

/** Those that have a group of their name in the patterns. */
const KINDS = /** @type {const} */ (['comment', 'string', 'number']);

const GRAMMARS = { numpy: PYTHON, pytorch: PYTHON, cpp: CPP };

/**
 * The comments, strings, numbers and keywords in a line.
 * @param {string} line @param {CodeLanguage} language
 * @returns {{ start: number, end: number, kind: import('../explanation').TokenKind }[]}
 */
function coloured(line, language) {
  const { pattern, keywords } = GRAMMARS[language];
  return [...line.matchAll(pattern)].flatMap(({ index, 0: text, groups = {} }) => {
    const kind = KINDS.find((one) => groups[one] !== undefined) ?? (keywords.has(text) ? 'keyword' : undefined);
    return kind === undefined ? [] : [{ start: index, end: index + text.length, kind }];
  });
}

/** A program asks for the same phrases line by line. @type {WeakMap<readonly Phrase[], RegExp>} */
const patterns = new WeakMap();

/** @param {readonly Phrase[]} phrases */
function phrasePattern(phrases) {
  const known = patterns.get(phrases) ?? newPattern(phrases);
  patterns.set(phrases, known);
  return known;
}

/** Matches any of the phrases, the longest that fits, where none is part of a longer word. @param {readonly Phrase[]} phrases */
function newPattern(phrases) {
  const longestFirst = phrases.map(({ text }) => text).sort((a, b) => b.length - a.length);
  const bounded = longestFirst.map((text) => {
    const quoted = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return `${/^\w/.test(text) ? '(?<!\\w)' : ''}${quoted}${/\w$/.test(text) ? '(?!\\w)' : ''}`;
  });
  return new RegExp(bounded.join('|') || '(?!)', 'g');
}

/**
 * One line as tokens, in order; together they are the line. Comments and strings are not searched for terms.
 * @param {string} line @param {CodeLanguage} language @param {readonly Phrase[]} phrases
 * @returns {Token[]}
 */
export function tokens(line, language, phrases) {
  const kinds = coloured(line, language);
  const code = kinds.reduce((text, { start, end, kind }) => {
    const isCode = kind !== 'comment' && kind !== 'string';
    return isCode ? text : text.slice(0, start) + ' '.repeat(end - start) + text.slice(end);
  }, line);
  const terms = [...code.matchAll(phrasePattern(phrases))].map(({ index, 0: text }) => {
    return { start: index, end: index + text.length, term: phrases.find((phrase) => phrase.text === text)?.term };
  });

  const cuts = [...kinds, ...terms].flatMap(({ start, end }) => [start, end]);
  const bounds = [...new Set([0, ...cuts, line.length])].sort((a, b) => a - b);
  return bounds.slice(0, -1).map((start, index) => {
    const holds = (/** @type {{ start: number, end: number }} */ span) => span.start <= start && start < span.end;
    const kind = kinds.find(holds)?.kind;
    const term = terms.find(holds)?.term;
    const text = line.slice(start, bounds[index + 1]);
    return { text, ...(term === undefined ? {} : { term }), ...(kind === undefined ? {} : { kind }) };
  });
}

/**
 * The parts of a line that stand for a term; a number or keyword within a phrase splits it into several tokens.
 * @param {readonly Token[]} line
 */
export function markedPhrases(line) {
  /** @type {string[]} */
  const found = [];
  let before;
  for (const { term, text } of line) {
    if (term !== undefined && term === before) found.push(`${found.pop()}${text}`);
    else if (term !== undefined) found.push(`${term} ${text}`);
    before = term;
  }
  return found;
}
