import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { FigureMoved } from '../../lessons/figure-slot';
import { type Loaded, loadPlace } from '../../lessons/load-place';
import '../../lessons/page-view';
import { type PageValues, queryOf, valuesOf } from '../../lessons/page-values';
import type { PredictionMade } from '../../lessons/prediction-card';
import { answeredOf, NO_PROGRESS, type Progress, withAnswer, withPrediction } from '../../lessons/progress';
import type { QuestionAnswered } from '../../lessons/question-card';
import { base } from '../../styles/base';
import type { EmbedState } from '../api';
import type { Options } from '../options/options';
import { emit, type PartMethods } from './part';
import { leadToSite } from './site-links';

type LoadedPage = Extract<Loaded, { kind: 'page' }>;

/** A page of the lessons by itself. Answers are kept in memory and reported, but not stored. */
@customElement('mf-embedded-lesson')
export class LessonPart extends LitElement implements PartMethods {
  static override styles = base;

  @property({ attribute: false }) options!: Options;
  @property({ attribute: false }) site: string | null = null;

  @state() private loaded: LoadedPage | null = null;
  @state() private problem = '';
  @state() private canRetry = false;
  @state() private values: PageValues = new Map();
  @state() private sentences: readonly string[] = [];
  @state() private progress: Progress = NO_PROGRESS;
  /** The lesson that the options ask for. */
  #loading: Promise<void> = Promise.resolve();

  constructor() {
    super();
    leadToSite(this, () => this.site);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('options')) return;
    const before = changed.get('options');
    if (before?.lesson !== this.options.lesson || before?.values !== this.options.values) this.#loading = this.#load();
  }

  override render(): TemplateResult {
    const { loaded } = this;
    if (this.problem !== '') {
      return html`<div class="sheet" role="alert">
        <p>${this.problem}</p>
        ${this.canRetry ? html`<button type="button" @click=${this.#retry}>Try again</button>` : nothing}
      </div>`;
    }
    if (loaded === null) return html`<p class="sheet soft" role="status">Loading …</p>`;
    return html`<mf-lesson-page
      .page=${loaded.page}
      .chapter=${loaded.chapter}
      .previous=${loaded.previous}
      .next=${loaded.next}
      .values=${this.values}
      .sentences=${this.sentences}
      .progress=${this.progress}
      .isAlone=${true}
      @figure-moved=${this.#onFigure}
      @question-answered=${this.#onAnswer}
      @prediction-made=${this.#onPrediction}
    ></mf-lesson-page>`;
  }

  readonly #retry = (): void => {
    this.#loading = this.#load();
  };

  async #load(): Promise<void> {
    const { lesson, values } = this.options;
    this.problem = '';
    this.canRetry = false;
    if (lesson === null) {
      this.#fail('The option “lesson” is missing.');
      return;
    }
    let loaded: Loaded;
    try {
      loaded = await loadPlace({ kind: 'page', id: lesson, query: new Map() });
    } catch {
      this.canRetry = true;
      this.#fail(`The lesson “${lesson}” could not be loaded. Check the connection.`);
      return;
    }
    // The options may ask for another one by now.
    if (lesson !== this.options.lesson) return;
    if (loaded.kind !== 'page') {
      this.#fail(`There is no lesson “${lesson}”. Use the name after “#lessons/” in its address.`);
      return;
    }
    const isOther = loaded.page !== this.loaded?.page;
    this.loaded = loaded;
    this.#setValues(values ?? '');
    if (!isOther) return;
    this.progress = NO_PROGRESS;
    await this.updateComplete;
    emit(this, 'minifactory-ready', { part: 'lesson' });
  }

  #setValues(text: string): void {
    if (this.loaded === null) return;
    const { values, sentences } = valuesOf(this.loaded.page, new Map(new URLSearchParams(text)));
    this.values = values;
    this.sentences = sentences;
    if (sentences.length === 0) return;
    const problems = sentences.map((sentence) => ({ option: 'values', sentence }));
    emit(this, 'minifactory-error', { problems });
  }

  #fail(sentence: string): void {
    this.loaded = null;
    this.problem = sentence;
    emit(this, 'minifactory-error', { problems: [{ option: 'lesson', sentence }] });
  }

  readonly #onFigure = (event: FigureMoved): void => {
    event.stopPropagation();
    const { id, values } = event.detail;
    this.values = new Map(this.values).set(id, values);
    this.sentences = [];
  };

  readonly #onAnswer = (event: QuestionAnswered): void => {
    event.stopPropagation();
    if (this.loaded === null) return;
    const { page } = this.loaded;
    const question = event.detail;
    this.progress = withAnswer(this.progress, page.id, question);
    const questions = questionsOf(this.loaded);
    const answered = answeredOf(this.progress, page.id).length;
    emit(this, 'minifactory-answered', { lesson: page.id, question, answered, questions: questions.length });
  };

  readonly #onPrediction = (event: PredictionMade): void => {
    event.stopPropagation();
    if (this.loaded === null) return;
    const { id, text } = event.detail;
    this.progress = withPrediction(this.progress, this.loaded.page.id, id, text);
  };

  load(): Promise<void> {
    return this.#refuse();
  }

  run(): Promise<void> {
    return this.#refuse();
  }

  pause(): Promise<void> {
    return this.#refuse();
  }

  getResult(): Promise<never> {
    return this.#refuse();
  }

  async #refuse(): Promise<never> {
    throw new Error('A lesson accepts no recipe and has no run of its own. Use the part “playground”.');
  }

  /** Resets the figures to their first values and the questions to unanswered. */
  async reset(): Promise<void> {
    await this.#page();
    this.progress = NO_PROGRESS;
    this.#setValues(this.options.values ?? '');
  }

  async getState(): Promise<EmbedState> {
    const { page } = await this.#page();
    const values = new URLSearchParams([...queryOf(page, this.values)]).toString();
    const lesson = { id: page.id, values, answered: answeredOf(this.progress, page.id) };
    return { version: 1, part: 'lesson', run: null, figure: null, lesson };
  }

  async setState({ lesson }: EmbedState): Promise<void> {
    const loaded = await this.#page();
    const { page } = loaded;
    if (lesson === null) throw new Error('This is not the state of a lesson.');
    if (lesson.id !== page.id) {
      throw new Error(`This is the state of the lesson “${lesson.id}”, but “${page.id}” is shown.`);
    }
    const known = questionsOf(loaded);
    const answered = lesson.answered.filter((question) => known.includes(question));
    this.progress = answered.reduce((progress, question) => withAnswer(progress, page.id, question), NO_PROGRESS);
    this.#setValues(lesson.values);
  }

  async #page(): Promise<LoadedPage> {
    await this.#loading;
    if (this.loaded === null) throw new Error(this.problem);
    return this.loaded;
  }
}

function questionsOf({ page }: LoadedPage): readonly string[] {
  return page.blocks.flatMap((block) => (block.kind === 'question' ? [block.id] : []));
}
