import { html, LitElement, nothing, type PropertyValues, svg, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Goal } from '../../goals/goal';
import { withLinkedGoal } from '../../goals/link';
import { LONGEST_LINK, linkOf } from '../../recipe/link';
import { goalUnits } from '../../state/goal/words';
import { counted, whole } from '../../state/page/format';
import { addressOf } from '../../state/page/host-context';
import type { PageState } from '../../state/page/page-state';
import { shareable, type Weights, weightsOnOffer } from '../../state/page/share';
import { isChanged } from '../../state/run/run-state';
import { base } from '../../styles/base';
import { controls } from '../../styles/controls';
import '../goal/goal-field';
import type { GoalChange } from '../goal/goal-field';
import { icon } from '../shell/icons';
import { send } from '../shell/send';
import { type QrCode, qrCode } from './qr-path';
import { shareDialogStyles } from './share-dialog-styles';

const NAMES: Readonly<Record<Weights, string>> = {
  none: 'No weights',
  first: 'First weights',
  now: 'Weights as they are now',
};

/** Longer links are not shown in full, because nobody types them. */
const LONGEST_SHOWN = 120;

/**
 * A dialog with a link to the recipe, as text and as a QR code. The link contains the state at the time when the dialog
 * was opened.
 */
@customElement('mf-share-dialog')
export class ShareDialog extends LitElement {
  static override styles = [base, controls, shareDialogStyles];

  @property({ attribute: false }) state!: PageState;

  @state() private weights: Weights = 'none';
  /** The part after the `#`; null while it is being created and if there is nothing to share. */
  @state() private link: string | null = null;
  /** The goal that goes with the recipe; undefined while the typed text is not a goal. */
  @state() private goal: Goal | null | undefined;
  @state() private outcome = '';

  /** The state when the dialog was opened. Training may continue meanwhile. */
  #moment!: PageState;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!this.hasUpdated) {
      this.#moment = this.state;
      this.goal = this.state.goal?.goal ?? null;
    }
    if (changed.has('weights' as keyof ShareDialog) || changed.has('goal' as keyof ShareDialog)) void this.#makeLink();
  }

  protected override firstUpdated(): void {
    this.renderRoot.querySelector('dialog')?.showModal();
  }

  override render(): TemplateResult {
    return html`<dialog aria-labelledby="title" @close=${() => send(this, { type: 'sharing-changed', sharing: false })}>
      <div class="head">
        <h2 id="title">Share</h2>
        <button type="button" class="icon" aria-label="Close" title="Close" @click=${this.#close}>${icon('remove')}</button>
      </div>
      ${this.#moment.recipe === null ? this.#nothing() : this.#content()}
    </dialog>`;
  }

  #nothing(): TemplateResult {
    return html`<p>The recipe has a problem. Fix it first, then share it here.</p>`;
  }

  #content(): TemplateResult {
    return html`<div class=${this.#isOnDisk ? 'content alone' : 'content'}>
      <div class="words">
        <p>
          The link contains the whole recipe; nothing is stored on a server. Everybody who opens it gets the same run on
          their own page.
        </p>
        ${
          this.#isOnDisk
            ? html`<p>
                This page is a file on your disk, so the link works only on this machine. To send it to somebody else,
                put its end, from the # on, after the address of their own copy.
              </p>`
            : nothing
        }
        ${this.#choices()}
        <mf-goal-field
          .goal=${this.#moment.goal?.goal ?? null}
          .units=${goalUnits(this.#moment)}
          @goal-change=${({ detail }: GoalChange) => {
            this.goal = detail.goal;
            this.outcome = '';
          }}
        ></mf-goal-field>
        <div class="link">
          <label for="link">Link</label>
          ${this.#isTooLong ? this.#tooLong() : this.#copying()}
          <p class="small" role="status">${this.outcome}</p>
          ${this.#embedding()}
        </div>
      </div>
      ${this.link === null || this.#isTooLong || this.#isOnDisk ? nothing : this.#figure(this.#address)}
    </div>`;
  }

  #choices(): TemplateResult {
    const offered = weightsOnOffer(this.#moment);
    return html`<fieldset>
      <legend>Weights in the link</legend>
      ${offered.map(
        (weights) => html`<div class="choice">
          <input
            type="radio"
            name="weights"
            id=${weights}
            .checked=${weights === this.weights}
            aria-describedby="${weights}-help"
            @change=${() => {
              this.weights = weights;
              this.outcome = '';
            }}
          />
          <label for=${weights}>${NAMES[weights]}</label>
          <p class="small soft" id="${weights}-help">${this.#help(weights)}</p>
        </div>`,
      )}
      ${
        isChanged(this.#moment)
          ? html`<p class="small soft">The current weights belong to another recipe. Start the new run to share its weights.</p>`
          : nothing
      }
    </fieldset>`;
  }

  #help(weights: Weights): string {
    const batch = this.#moment.run?.latest.progress.batch ?? 0;
    switch (weights) {
      case 'none':
        return 'The seed of the recipe gives the same first weights again.';
      case 'first':
        return 'The exact first weights of this run, including edits by hand.';
      case 'now':
        return `The network after ${counted(batch, 'batch', 'batches')}. Readers can continue to train it.`;
    }
  }

  get #address(): string {
    return new URL(addressOf(this.state, `#${this.link}`), location.href).href;
  }

  /** Whether the address works only on this machine. */
  get #isOnDisk(): boolean {
    return this.#address.startsWith('file:');
  }

  get #isTooLong(): boolean {
    return this.link !== null && this.link.length > LONGEST_LINK;
  }

  #tooLong(): TemplateResult {
    return html`<p>
      With these weights the link would have ${whole(this.link?.length ?? 0)} characters. Mail, chat and learning
      platforms cut off long links, so the limit is ${whole(LONGEST_LINK)}. Share it without weights.
    </p>`;
  }

  #copying(): TemplateResult {
    return html`<div class="row">
        <input id="link" readonly .value=${this.link === null ? '' : this.#address} @focus=${this.#select} />
        <button type="button" class="primary" ?disabled=${this.link === null} @click=${this.#copy}>Copy link</button>
      </div>
      <p class="small soft">${this.#linkNote()}</p>`;
  }

  #linkNote(): string {
    if (this.goal === undefined) return 'Correct or remove the goal first.';
    return this.link === null ? 'Creating the link…' : `${whole(this.#address.length)} characters.`;
  }

  #embedding(): TemplateResult | typeof nothing {
    // The single-file page on a disk has no embed builder beside it.
    if (this.link === null || this.#isOnDisk) return nothing;
    const builder = new URL(`embed-builder.html#${this.link}`, this.#moment.host.site ?? location.href);
    return html`<p class="small">
      Or <a href=${builder.href} target="_blank">embed it in your page</a>.
    </p>`;
  }

  #figure(address: string): TemplateResult {
    const code = qrCode(address);
    return code === null
      ? html`<p class="small soft">This link is too long for a QR code that a phone can read from a distance.</p>`
      : html`<figure>
          ${drawn(code)}
          <figcaption>${address.length > LONGEST_SHOWN ? this.#moment.recipe?.name : address}</figcaption>
          <button type="button" @click=${this.#fillScreen}>Full screen</button>
        </figure>`;
  }

  async #makeLink(): Promise<void> {
    const { weights, goal } = this;
    const shared = shareable(this.#moment, weights);
    this.link = null;
    if (shared === null || goal === undefined) return;
    const link = withLinkedGoal(await linkOf(shared), goal);
    if (weights === this.weights && goal === this.goal) this.link = link;
  }

  readonly #close = (): void => this.renderRoot.querySelector('dialog')?.close();

  readonly #select = (event: FocusEvent): void => (event.target as HTMLInputElement).select();

  readonly #copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(this.#address);
      this.outcome = 'Copied.';
    } catch {
      this.renderRoot.querySelector<HTMLInputElement>('#link')?.select();
      this.outcome = 'The browser does not allow the page to copy. The link is selected, so you can copy it yourself.';
    }
  };

  readonly #fillScreen = async (): Promise<void> => {
    try {
      await this.renderRoot.querySelector('figure')?.requestFullscreen();
    } catch {
      this.outcome = 'The browser does not allow full screen here.';
    }
  };
}

function drawn({ size, path }: QrCode): TemplateResult {
  return html`<svg class="code" viewBox="0 0 ${size} ${size}" role="img" aria-label="QR code of the link">
    ${svg`<path d=${path} />`}
  </svg>`;
}
