/** The parts of the book and the lecture that correspond to a page. */
import { CHAPTERS_OF_BOOK, LECTURE_PARTS, placeOfChapter } from '../book/contents';
import { type Problems, unknownName } from './problems';

export interface Source {
  /** Ids of sections: `1 Derivatives`. */
  readonly sections: readonly string[];
  /** `1-4` */
  readonly figures: readonly string[];
  /** Keys of the lecture's parts: `chain-2`. */
  readonly lecture: readonly string[];
}

const NOTHING: Source = { sections: [], figures: [], lecture: [] };

const SECTIONS = CHAPTERS_OF_BOOK.flatMap(({ sections }) => sections);
const KNOWN = {
  sections: new Set(SECTIONS.map(({ id }) => id)),
  figures: new Set(SECTIONS.flatMap(({ figures }) => figures.map(({ id }) => id))),
  lecture: new Set(Object.keys(LECTURE_PARTS)),
} as const satisfies Record<keyof Source, ReadonlySet<string>>;

const CALLED: Readonly<Record<keyof Source, string>> = {
  sections: 'section of the book',
  figures: 'figure of the book',
  lecture: 'part of the lecture',
};

/** `value`: the field `source` of the front matter; undefined if a page has none. */
export function readSource(value: unknown, problems: Problems): Source {
  if (value === undefined) return NOTHING;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    problems.report(1, '“source” needs the lines “sections:”, “figures:” or “lecture:” below it.');
    return NOTHING;
  }
  const given = value as Record<string, unknown>;
  for (const name of Object.keys(given).filter((name) => !(name in KNOWN))) {
    problems.report(1, `“source” has no “${name}”; it has ${Object.keys(KNOWN).join(', ')}.`);
  }
  return {
    sections: names('sections', given.sections, problems),
    figures: names('figures', given.figures, problems),
    lecture: names('lecture', given.lecture, problems),
  };
}

/** Sections are a list, because their titles contain spaces and commas; the others are on one line. */
function names(kind: keyof Source, value: unknown, problems: Problems): readonly string[] {
  if (value === undefined) return [];
  const isText = typeof value === 'string' && kind !== 'sections';
  const list = isText ? value.split(/[\s,]+/).filter((name) => name !== '') : value;
  if (!Array.isArray(list) || !list.every((item) => typeof item === 'string')) {
    problems.report(1, `“${kind}” must be a list, with a line “- …” for each ${CALLED[kind]}.`);
    return [];
  }
  for (const name of list.filter((name) => !KNOWN[kind].has(name))) {
    problems.report(1, unknownName(CALLED[kind], name, KNOWN[kind]));
  }
  return list;
}

/** “chapter 1, Derivatives, figures 1-4 and 1-5; in the lecture, the derivative of the square”. Empty for no source. */
export function sourceInWords({ sections, figures, lecture }: Source): string {
  const chapters = CHAPTERS_OF_BOOK.flatMap((chapter) => {
    const titles = chapter.sections.filter(({ id }) => sections.includes(id)).map(({ title }) => title);
    return titles.length === 0 ? [] : [`${placeOfChapter(chapter)}, ${listed(titles)}`];
  });
  const drawn = figures.length === 0 ? [] : [`${figures.length === 1 ? 'figure' : 'figures'} ${listed(figures)}`];
  const said = lecture.map((part) => LECTURE_PARTS[part] ?? part);
  const heard = said.length === 0 ? [] : [`in the lecture, ${listed(said)}`];
  return [[...chapters, ...drawn].join(', '), ...heard].filter((part) => part !== '').join('; ');
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
