/** What a lesson page is once its Markdown has been compiled. Every `Html` is made by the compiler and by nothing else. */
import type { FigureValues } from '../figures/figure-element';

export type Html = string;

/** What is known of a page before it is loaded. */
export interface PageName {
  /** `foundations/derivative`: chapter and name, as in its address. */
  readonly id: string;
  readonly title: string;
  /** What the page starts from. */
  readonly question: string;
  /** The ids of its questions. */
  readonly questions: readonly string[];
}

export interface Chapter {
  /** `foundations` */
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly pages: readonly PageName[];
}

export interface TextBlock {
  readonly kind: 'text' | 'note';
  readonly html: Html;
}

export interface TaskBlock {
  readonly kind: 'do';
  readonly html: Html;
  /** The ids of the figures it is about. */
  readonly figures: readonly string[];
}

export interface FigureBlock {
  readonly kind: 'figure';
  /** Names it in the page's address. */
  readonly id: string;
  /** Its name in `web/figures`. */
  readonly name: string;
  /** A value for every field. */
  readonly values: FigureValues;
}

export interface ThreeWaysBlock {
  readonly kind: 'three-ways';
  /** The id of an explanation. */
  readonly subject: string;
}

/** A wrong answer that shows what somebody has in mind. */
export interface Misconception {
  readonly value: number;
  /** What is said to it. */
  readonly html: Html;
}

export interface NumberAnswer {
  readonly kind: 'number';
  readonly value: number;
  /** How far from it is still right. */
  readonly within: number;
  /** Shown behind the field; empty where there is none. */
  readonly unit: string;
  readonly misconceptions: readonly Misconception[];
}

export interface Option {
  readonly html: Html;
  readonly right: boolean;
  /** What is said to whoever chose it; empty where nothing is. */
  readonly feedback: Html;
}

export interface ChoiceAnswer {
  readonly kind: 'choice';
  /** At least two, in an order drawn from the page; more than one may be right. */
  readonly options: readonly Option[];
}

/** What a question asks for: to work something out, or to say what follows from it. */
export type Asked = 'arithmetic' | 'judgement';

export interface QuestionBlock {
  readonly kind: 'question';
  /** `q1`, `q2`, … in the order of the page. */
  readonly id: string;
  readonly asks: Asked;
  readonly html: Html;
  readonly answer: NumberAnswer | ChoiceAnswer;
  /** At least one. */
  readonly hints: readonly Html[];
  /** What is shown after the right answer. */
  readonly explanation: Html;
}

export type Block = TextBlock | TaskBlock | FigureBlock | ThreeWaysBlock | QuestionBlock;

export interface LessonPage {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** Where it leads. */
  readonly leads: string;
  /** What of the book and the lecture it corresponds to, in words; empty where nothing does. */
  readonly source: string;
  readonly blocks: readonly Block[];
}

/** A page with what lies around it. */
export interface LoadedPage {
  readonly kind: 'page';
  readonly page: LessonPage;
  readonly chapter: Chapter;
  readonly previous: PageName | null;
  readonly next: PageName | null;
}

export interface GlossaryEntry {
  /** As in its address. */
  readonly id: string;
  readonly term: string;
  readonly html: Html;
}

/** What the search looks through: a page or a glossary entry as plain text. */
export interface SearchText {
  readonly kind: 'page' | 'term';
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** What teachers and readers of the book want to know of a page before it is loaded. */
export interface PageGuide {
  readonly id: string;
  readonly title: string;
  /** What a reader can do after it. */
  readonly goal: string;
  readonly minutes: number;
  readonly misconceptions: readonly string[];
  /** Ids of the book's sections and figures. */
  readonly sections: readonly string[];
  readonly figures: readonly string[];
  /** How many questions ask for what. */
  readonly asks: Readonly<Record<Asked, number>>;
}

export interface ChapterGuide {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** What its readers should know before. */
  readonly needs: readonly string[];
  readonly pages: readonly PageGuide[];
}

/** By chapter, in reading order. */
export type Guide = readonly ChapterGuide[];
