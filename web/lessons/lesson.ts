/** A lesson page after its Markdown is compiled. Only the compiler creates values of type `Html`. */
import type { FigureValues } from '../figures/figure-element';

export type Html = string;

/** The facts about a page that are known before it is loaded. */
export interface PageName {
  /** `foundations/derivative`: chapter and name, as in its address. */
  readonly id: string;
  readonly title: string;
  /** The question that the page answers. */
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
  /** The ids of the figures that it is about. */
  readonly figures: readonly string[];
}

export interface FigureBlock {
  readonly kind: 'figure';
  /** Its name in the page's address. */
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

/** A wrong answer that reveals a known mistake. */
export interface Misconception {
  readonly value: number;
  /** The reply to it. */
  readonly html: Html;
}

export interface NumberAnswer {
  readonly kind: 'number';
  readonly value: number;
  /** The tolerance. */
  readonly within: number;
  /** Shown after the field; empty if there is none. */
  readonly unit: string;
  readonly misconceptions: readonly Misconception[];
}

export interface Option {
  readonly html: Html;
  readonly right: boolean;
  /** The reply to readers who choose it; may be empty. */
  readonly feedback: Html;
}

export interface ChoiceAnswer {
  readonly kind: 'choice';
  /** At least two, in an order determined by the page; more than one may be right. */
  readonly options: readonly Option[];
}

/** What a question asks for: to compute something, or to judge. */
export type Asked = 'arithmetic' | 'judgement';

export interface QuestionBlock {
  readonly kind: 'question';
  /** `q1`, `q2`, … in any order; written in the source and never used for another question, because answers are stored under it. */
  readonly id: string;
  readonly asks: Asked;
  readonly html: Html;
  readonly answer: NumberAnswer | ChoiceAnswer;
  /** At least one. */
  readonly hints: readonly Html[];
  /** Shown after the right answer. */
  readonly explanation: Html;
}

/** A curve that the reader draws before it is shown, by its name in `web/figures/predicted-curves`. */
export interface CurveAnswer {
  readonly kind: 'curve';
  readonly curve: string;
}

/** Something to predict before it is shown. */
export interface PredictionBlock {
  readonly kind: 'predict';
  /** `p1`, `p2`, … as the ids of questions. */
  readonly id: string;
  readonly html: Html;
  /** The result that the prediction is compared with. In a choice, exactly one option is right. */
  readonly answer: NumberAnswer | ChoiceAnswer | CurveAnswer;
  /**
   * The id of a figure below that is hidden until there is a prediction; null if all figures are shown from the start.
   */
  readonly reveals: string | null;
  /** What is shown after the prediction. */
  readonly explanation: Html;
}

export type Block = TextBlock | TaskBlock | FigureBlock | ThreeWaysBlock | QuestionBlock | PredictionBlock;

export interface LessonPage {
  readonly id: string;
  readonly title: string;
  readonly question: string;
  /** The question that leads to the next page. */
  readonly leads: string;
  /** The corresponding parts of the book and the lecture, in words; may be empty. */
  readonly source: string;
  readonly blocks: readonly Block[];
}

/** A page with its neighbours. */
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

/** For the search: a page or a glossary entry as plain text. */
export interface SearchText {
  readonly kind: 'page' | 'term';
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** Information for teachers and readers of the book, known before the page is loaded. */
export interface PageGuide {
  readonly id: string;
  readonly title: string;
  /** What a reader can do after it. */
  readonly goal: string;
  /** An estimate of the time that a reader needs. */
  readonly minutes: number;
  readonly misconceptions: readonly string[];
  /** Ids of the book's sections and figures. */
  readonly sections: readonly string[];
  readonly figures: readonly string[];
  /** The number of questions of each kind. */
  readonly asks: Readonly<Record<Asked, number>>;
}

export interface ChapterGuide {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  /** What readers should already know. */
  readonly needs: readonly string[];
  readonly pages: readonly PageGuide[];
}

/** By chapter, in reading order. */
export type Guide = readonly ChapterGuide[];
