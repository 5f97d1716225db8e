import { css, html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { Film } from '../../charts/save/film';
import { saveFile } from '../../charts/save/save-file';
import { fileStem } from '../../state/page/format';
import { runName } from '../../state/page/title';
import type { RunState } from '../../state/run/run-state';
import { base } from '../../styles/base';
import { send } from '../shell/send';

/** Saves all pictures of the bench as one, or the training as a film. */
@customElement('mf-bench-camera')
export class BenchCamera extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        position: relative;
      }

      summary,
      .stop {
        min-height: 1.75rem;
        padding: 0 var(--space-2);
        border: 1px solid var(--control);
        border-radius: var(--radius);
        background: var(--surface);
        font-size: var(--size-1);
        line-height: 1.75rem;
        list-style: none;
        white-space: nowrap;
        cursor: pointer;
      }

      summary::-webkit-details-marker {
        display: none;
      }

      .choice {
        position: absolute;
        z-index: 4;
        top: calc(100% + 2px);
        right: 0;
        display: grid;
        gap: var(--space-1);
        width: max-content;
        max-width: min(18rem, 90vw);
        padding: var(--space-2);
        border: 1.5px solid var(--ink);
        background: var(--surface);
      }

      p {
        max-width: 16rem;
      }
    `,
  ];

  @property({ attribute: false }) run: RunState | null = null;
  /** The parts of the bench that are painted. */
  @property({ attribute: false }) parts: () => readonly HTMLElement[] = () => [];
  @state() private outcome = '';
  /** The film that is being recorded, or null. */
  @state() private film: Film | null = null;

  /** Ends the film when training stops. */
  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get('run');
    if (this.film !== null && before?.latest.playing === true && this.run?.latest.playing !== true) void this.#stop();
  }

  override render(): TemplateResult {
    if (this.film !== null) {
      return html`<button type="button" class="stop" @click=${this.#stop}>● Filming: stop</button>`;
    }
    return html`<details @keydown=${this.#onKeyDown}>
      <summary title="Save a picture or a film of the bench">Picture, film ▾</summary>
      <div class="choice">
        ${this.#button('The whole bench as SVG', () => this.#takePicture('svg'))}
        ${this.#button('The whole bench as PNG', () => this.#takePicture('png'))}
        ${this.#button('Film of the training', this.#startFilm)}
        ${this.outcome === '' ? nothing : html`<p class="small" role="status">${this.outcome}</p>`}
      </div>
    </details>`;
  }

  #button(label: string, onClick: () => void): TemplateResult {
    return html`<button type="button" ?disabled=${this.run === null} @click=${onClick}>${label}</button>`;
  }

  readonly #takePicture = async (kind: 'svg' | 'png'): Promise<void> => {
    this.outcome = '';
    try {
      const [{ takeBenchPicture }, { pngOf }] = await Promise.all([
        import('../../charts/save/bench-picture'),
        import('../../charts/save/picture'),
      ]);
      const host = (this.getRootNode() as ShadowRoot).host as HTMLElement;
      const picture = await takeBenchPicture(host, this.parts(), runName(this) ?? '');
      if (kind === 'svg') this.#save(picture.text, 'svg', 'image/svg+xml');
      else this.#save(await pngOf(picture), 'png', 'image/png');
    } catch {
      this.outcome = 'The picture could not be made. Check the connection, then try again.';
    }
  };

  readonly #startFilm = async (): Promise<void> => {
    try {
      const [{ Camera }, { canFilm, startFilm }] = await Promise.all([
        import('../../charts/save/camera'),
        import('../../charts/save/film'),
      ]);
      if (!canFilm()) {
        this.outcome = 'This browser cannot record a film. Save a picture instead, or try another browser.';
        return;
      }
      const camera = new Camera(this.parts(), 1);
      await camera.takeDrawings();
      this.outcome = '';
      this.film = startFilm(camera);
      if (this.run?.latest.playing !== true) send(this, { type: 'train' });
    } catch {
      this.outcome = 'The film could not be made. Check the connection, then try again.';
    }
  };

  readonly #stop = async (): Promise<void> => {
    const { film } = this;
    if (film === null) return;
    const blob = await film.stop();
    if (this.film !== film) return;
    this.film = null;
    const bytes = new Uint8Array(await blob.arrayBuffer());
    this.#save(bytes, blob.type === 'video/mp4' ? 'mp4' : 'webm', blob.type);
  };

  #save(content: string | Uint8Array<ArrayBuffer>, ending: string, type: string): void {
    const name = fileStem(this.run?.description.recipe.name ?? '');
    saveFile(`${name}.${ending}`, content, type);
    this.renderRoot.querySelector('details')?.removeAttribute('open');
  }

  readonly #onKeyDown = (event: KeyboardEvent): void => {
    const details = event.currentTarget as HTMLDetailsElement;
    if (event.key !== 'Escape' || !details.open) return;
    event.preventDefault();
    details.open = false;
    details.querySelector('summary')?.focus();
  };
}
