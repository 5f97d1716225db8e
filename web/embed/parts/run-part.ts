import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import '../../app/playground';
import { visitName } from '../../app/random-seed';
import { Session } from '../../app/session/session';
import { Store } from '../../app/session/store';
import { VisibilityController } from '../../charts/drawing/observers';
import { Throttle } from '../../charts/drawing/throttle';
import { parseGoal } from '../../goals/parse';
import type { Shared } from '../../recipe/link';
import type { Recipe } from '../../recipe/schema';
import { type Command, type Intent, isCommand } from '../../state/page/events';
import { initialState } from '../../state/page/initial-state';
import type { PageState } from '../../state/page/page-state';
import { isFinal } from '../../state/run/run-state';
import { base } from '../../styles/base';
import { INTENT } from '../../views/shell/send';
import type { EmbedResult, EmbedState } from '../api';
import type { Options } from '../options/options';
import { emit, type PartMethods } from './part';
import { readPlace, writePlace } from './place';
import { RunNews } from './run-news';
import { eventsOf, eventsOfPlace, isOtherStart } from './run-options';
import './single-part';
import { outsideGoal, readRecipe, startOf } from './start';
import { drawInTurn, giveUpTurn } from './turns';

const WAITING = 'Training pauses while this is not visible, and continues when it is visible again.';

/** The commands that train until the run ends. */
const PLAYS: ReadonlySet<Command['type']> = new Set(['train', 'skip', 'keep-training', 'recover', 'resume']);

/** Milliseconds between two changes of text during training. */
const TEXT_INTERVAL = 200;

/** The playground or a part of it, with a run of its own that pauses while it is not visible. */
@customElement('mf-embedded-run')
export class RunPart extends LitElement implements PartMethods {
  static override styles = [
    base,
    css`
      .waiting:not(:empty) {
        padding: var(--space-2) var(--space-4);
      }
    `,
  ];

  @property({ attribute: false }) options!: Options;
  @property({ attribute: false }) site: string | null = null;

  readonly #store = new Store(initialState('', {}, visitName()));
  readonly #session = new Session(this.#store);
  readonly #visibility = new VisibilityController(
    this,
    () => this.#onShow(),
    () => this.#onHide(),
  );
  readonly #news = new RunNews({
    element: this,
    state: () => this.#store.state,
    isWaiting: () => this.isWaiting,
  });
  /** Resolved when the run of the options is made, or cannot be made. */
  #started: Promise<void> | null = null;
  /** Whether training was requested, so that it trains whenever it is visible. A single step does not count. */
  #isMeantToPlay = false;
  /** The text, too, is drawn with the next turn. */
  #isTextDue = false;

  @state() private page: PageState = this.#store.state;
  @state() private throttled: PageState = this.#store.state;
  /** The reason why there is no run, as a sentence; empty if there is one. */
  @state() private problem = '';
  @state() private isWaiting = false;

  constructor() {
    super();
    const text = new Throttle(TEXT_INTERVAL, () => {
      this.#isTextDue = true;
      drawInTurn(this.#draw);
    });
    this.#store.subscribe((after, before) => {
      const isStreaming = after.run?.latest.playing === true && after.draft === before.draft;
      if (isStreaming) text.request();
      else this.#isTextDue = true;
      drawInTurn(this.#draw);
      this.#follow(after, before);
    });
    this.addEventListener(INTENT, (event) => this.#onIntent((event as CustomEvent<Intent>).detail));
  }

  readonly #draw = (): void => {
    this.page = this.#store.state;
    if (this.#isTextDue) this.throttled = this.page;
    this.#isTextDue = false;
  };

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) drawInTurn(this.#draw);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    giveUpTurn(this.#draw);
    // Not if it is only moved to another place on the page.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#session.stop();
      this.#started = null;
      this.#wait(false);
    });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get('options');
    if (!changed.has('options')) return;
    for (const event of eventsOf(this.options, before, this.site)) this.#store.dispatch(event);
    this.page = this.#store.state;
    this.throttled = this.#store.state;
    if (before === undefined || this.#started === null) return;
    if (isOtherStart(this.options, before)) this.#started = this.#start();
    else if (this.options.goal !== before.goal) this.#setGoal(this.#store.state.recipe);
  }

  override render(): TemplateResult {
    if (this.problem !== '') return html`<p class="sheet problem" role="alert">${this.problem}</p>`;
    const { part } = this.options;
    return html`
      ${
        part === 'playground'
          ? html`<mf-playground .page=${this.page} .throttled=${this.throttled}></mf-playground>`
          : html`<mf-single-part .shows=${part} .page=${this.page} .throttled=${this.throttled}></mf-single-part>`
      }
      <p class="small soft waiting" role="status">${this.isWaiting ? WAITING : ''}</p>
    `;
  }

  async load(recipe: unknown): Promise<void> {
    const result = await readRecipe(recipe);
    if (!result.ok) throw new Error(result.sentence);
    await this.#settled();
    const refusal = outsideGoal(this.#store.state.goal, result.shared.recipe);
    if (refusal !== null) throw new Error(refusal);
    await this.#begin(result.shared);
  }

  async run(): Promise<void> {
    await this.#ready();
    await this.#do({ type: 'train' });
  }

  async pause(): Promise<void> {
    await this.#ready();
    await this.#do({ type: 'pause' });
  }

  async reset(): Promise<void> {
    await this.#ready();
    await this.#do({ type: 'reset' });
  }

  async getState(): Promise<EmbedState> {
    await this.#ready();
    const checkpoint = await this.#session.checkpoint();
    const run = await writePlace(this.#store.state, checkpoint);
    return { version: 1, part: this.options.part, run, figure: null, lesson: null };
  }

  async getResult(): Promise<EmbedResult> {
    await this.#ready();
    const { run } = this.#store.state;
    if (run === null) throw new Error('There is no run, so it has no result. The element says why.');
    const { resultOf } = await import('./run-result').catch(() => {
      throw new Error('The data of the result could not be loaded. Check the connection.');
    });
    return resultOf(run, this.isWaiting);
  }

  async setState(state: EmbedState): Promise<void> {
    const { run } = state;
    if (run === null) throw new Error('This is not the state of a run.');
    const { shared, checkpoint } = await readPlace(run);
    await this.#settled();
    for (const event of eventsOfPlace(run, this.options.part)) this.#store.dispatch(event);
    await this.#begin(shared, checkpoint);
  }

  #onIntent(intent: Intent): void {
    if (isCommand(intent)) void this.#do(intent).catch(() => {});
    else this.#store.dispatch(intent);
  }

  /** While it is not visible, training does not start; it starts later, when it becomes visible. */
  async #do(command: Command): Promise<void> {
    const plays = PLAYS.has(command.type);
    this.#isMeantToPlay = plays;
    this.#wait(command.type === 'train' && !this.#visibility.visible);
    if (!this.isWaiting) await this.#session.carryOut(command);
  }

  #onShow(): void {
    void this.#settled();
    if (!this.isWaiting) return;
    this.#wait(false);
    this.#session.execute({ type: 'train' });
  }

  #onHide(): void {
    const { run } = this.#store.state;
    if (this.isWaiting || !this.#isMeantToPlay || run?.latest.playing !== true) return;
    this.#wait(true);
    this.#session.execute({ type: 'pause' });
  }

  #wait(waiting: boolean): void {
    if (waiting === this.isWaiting) return;
    this.isWaiting = waiting;
    this.#news.requestProgress();
  }

  /** Resolves once the options' run is made, or cannot be made; rejects if the element is not on a page. */
  async #settled(): Promise<void> {
    if (!this.isConnected) throw new Error('This element was removed from the page before the request was done.');
    this.#started ??= this.#start();
    const started = this.#started;
    await started;
    // Another run may have been asked for in the meantime.
    if (started !== this.#started) await this.#settled();
  }

  /** Resolves once there is a run; rejects with why there is none. */
  async #ready(): Promise<void> {
    await this.#settled();
    if (this.problem !== '') throw new Error(this.problem);
  }

  async #start(): Promise<void> {
    const { options } = this;
    const result = await startOf(options);
    // It may have been removed from the page by now, or asked to show another run.
    if (!this.isConnected || isOtherStart(this.options, options)) return;
    if (!result.ok) {
      this.#fail(result.sentence);
      return;
    }
    const { recipe } = result.shared;
    // The run is replaced before the goal is set, so that results of the previous run cannot reach the goal.
    this.#store.dispatch({ type: 'recipe-given', recipe });
    this.#setGoal(recipe);
    await this.#begin(result.shared).catch(() => {});
    if (this.#store.state.run !== null) emit(this, 'minifactory-ready', { part: this.options.part });
  }

  async #begin(shared: Shared, checkpoint: Parameters<Session['begin']>[1] = null): Promise<void> {
    this.problem = '';
    this.#isMeantToPlay = false;
    this.#wait(false);
    await this.#session.begin(shared, checkpoint);
  }

  /** An invalid goal is reported when the options are read. */
  #setGoal(setFor: Recipe | null): void {
    const { goal: text } = this.options;
    const result = text === null ? null : parseGoal(text);
    this.#store.dispatch({ type: 'goal-set', goal: result?.ok ? result.goal : null, setFor });
  }

  #fail(sentence: string): void {
    this.problem = sentence;
    if (this.#store.state.run?.latest.playing === true) this.#session.execute({ type: 'pause' });
    emit(this, 'minifactory-error', { problems: [{ option: 'recipe', sentence }] });
  }

  #follow(after: PageState, before: PageState): void {
    const { run } = after;
    if (run !== null && run !== before.run) {
      // It may have been hidden before it began to train.
      if (!this.#visibility.visible) this.#onHide();
      if (isFinal(run)) {
        this.#isMeantToPlay = false;
        this.#wait(false);
      }
    }
    this.#news.follow(after, before);
  }
}
