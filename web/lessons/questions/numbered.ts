/** All questions of the lessons, with their numbers on the worksheets. */
import type { Library } from '../compile/library';
import type { QuestionBlock } from '../lesson';

export interface NumberedQuestion {
  /** `1.4.2`: chapter, page, question. */
  readonly number: string;
  /** The title of its page. */
  readonly title: string;
  readonly block: QuestionBlock;
}

export interface QuestionChapter {
  readonly number: number;
  readonly title: string;
  readonly questions: readonly NumberedQuestion[];
}

export function numberedQuestions({
  chapters,
  pages,
}: Pick<Library, 'chapters' | 'pages'>): readonly QuestionChapter[] {
  return chapters.map(({ number, title, pages: names }) => ({
    number,
    title,
    questions: names.flatMap((name, place) => {
      const blocks = pages.get(name.id)?.page.blocks ?? [];
      return blocks
        .filter((block) => block.kind === 'question')
        .map((block, index) => ({ number: `${number}.${place + 1}.${index + 1}`, title: name.title, block }));
    }),
  }));
}
