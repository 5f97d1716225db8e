import { css, html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatTick } from '../../charts/numbers/format';
import '../../charts/matrix/matrix-table';
import type { MatrixMark } from '../../charts/matrix/matrix-table';
import type { MatrixPlace } from '../../charts/matrix/place';
import type { EngineFunctions } from '../../engine/core-calls';
import type { Matrix } from '../../engine/types';
import { stepByKey } from '../../state/inside/steps';
import '../box-graph';
import type { GraphBox, GraphEdge } from '../box-graph-layout';
import { figureFrame } from '../figure-frame';
import '../live-words';
import { StepPlayer } from '../step-player';
import { elementOf, elementwise } from './arrays';
import { DescribedFigure } from './described-figure';
import { drawXAndW, elementTitle, MATRIX_SHAPES, moveElement, placeNamed, tableOf } from './drawn-matrices';
import { arraysAt, LAST_STAGE, type PassArray, pulseAt, stageWords } from './matrix-pulse';
import { Remembered } from './remembered';

const BOXES: readonly GraphBox[] = [
  { id: 'X', kind: 'end', title: 'X', column: 0, row: 0 },
  { id: 'W', kind: 'end', title: 'W', column: 0, row: 1 },
  { id: 'nu', kind: 'factory', title: 'ν', note: 'X·W', column: 1, row: 0.5 },
  { id: 'sigma', kind: 'factory', title: 'σ', note: 'sigmoid', column: 2, row: 0.5 },
  { id: 'lambda', kind: 'factory', title: 'Λ', note: 'sum', column: 3, row: 0.5 },
  { id: 'L', kind: 'end', title: 'L', column: 4, row: 0.5 },
];

/** Milliseconds for a step of the pulse: slow enough to follow and to read. */
const PACE = 1800;

/** The drawn graph of both passes. */
interface MatrixPass {
  readonly place: MatrixPlace;
  readonly arrays: Readonly<Record<PassArray, Matrix>>;
  readonly edges: readonly GraphEdge[];
  readonly words: string;
}

/** Two matrices, a sigmoid and a sum: every array of the forward and of the backward pass. */
@customElement('mf-two-matrices-figure')
export class TwoMatricesFigure extends DescribedFigure {
  private readonly player = new StepPlayer(this, (stage) => this.change({ stage }));
  /** Reused while only the pulse moves. */
  private readonly pass = new Remembered<MatrixPass>();
  private readonly arrays = new Remembered<TemplateResult>();

  constructor() {
    super('two-matrices');
  }

  protected figure(functions: EngineFunctions): TemplateResult {
    const at = this.player.at ?? this.number('stage');
    const stage = Math.ceil(at);
    const key = `${this.number('seed')} ${this.text('element')} ${this.number('moved')}`;
    const pass = this.pass.of(key, () => this.passOf(functions));
    const says = stageWords(stage);
    return figureFrame({
      title: this.description.title,
      controls: html`${this.choiceControl('element', elementTitle)} ${this.numberControl('moved')} ${this.seedControl()}`,
      picture: html`<mf-box-graph
          .boxes=${BOXES}
          .edges=${pass.edges}
          .words=${says === '' ? pass.words : `${says} ${pass.words}`}
          .pulse=${pulseAt(at)}
        ></mf-box-graph>
        ${this.pulseControls(stage)}
        ${this.arrays.of(`${key} ${stage}`, () => this.tables(pass, arraysAt(stage)))}`,
      words: pass.words,
    });
  }

  private passOf(functions: EngineFunctions): MatrixPass {
    const element = this.text('element');
    const place = placeNamed(element);
    const [drawn, W] = drawXAndW(functions, this.number('seed'), MATRIX_SHAPES);
    const X = moveElement(functions, drawn, place, this.number('moved'));
    const chain = functions.matrixChain(X, W);
    const loss = formatTick(chain.L);
    const title = elementTitle(element);
    const gradient = formatTick(elementOf(chain.dLdX, place.row, place.column));
    return {
      place,
      arrays: {
        X,
        W,
        N: chain.N,
        S: chain.S,
        '∂L/∂S': chain.dLdS,
        'σ′(N)': chain.dSdN,
        '∂L/∂N': elementwise(functions, 'product', chain.dLdS, chain.dSdN),
        '∂L/∂X': chain.dLdX,
        '∂L/∂W': chain.dLdW,
      },
      edges: [
        { from: 'X', to: 'nu', forward: 'X (3, 3)', backward: '∂L/∂X' },
        { from: 'W', to: 'nu', forward: 'W (3, 2)', backward: '∂L/∂W' },
        { from: 'nu', to: 'sigma', forward: 'N (3, 2)', backward: '∂L/∂N' },
        { from: 'sigma', to: 'lambda', forward: 'S (3, 2)', backward: '∂L/∂S' },
        { from: 'lambda', to: 'L', forward: loss, backward: '1' },
      ],
      words:
        `With ${title} = ${formatTick(elementOf(X, place.row, place.column))}, L = ${loss}, and ∂L/∂${title} = ${gradient}. ` +
        `${title} reaches L through row ${place.row + 1} of N alone.`,
    };
  }

  /** `stage`: the current one, or the last one done. */
  private pulseControls(stage: number): TemplateResult {
    const { isPlaying } = this.player;
    const onKey = (event: KeyboardEvent) => {
      const to = stepByKey(event.key, stage, LAST_STAGE + 1);
      if (to === null) return;
      event.preventDefault();
      // The arrow keys also turn the pages of a lesson.
      event.stopPropagation();
      this.goTo(to);
    };
    return html`<div class="pulse" role="group" aria-label="Pulse through the graph" @keydown=${onKey}>
      <button type="button" class="primary" @click=${() => this.player.toggle(this.number('stage'), LAST_STAGE, PACE)}>
        ${isPlaying ? 'Pause' : stage === LAST_STAGE ? 'Play again' : 'Play'}
      </button>
      <button type="button" @click=${() => this.goTo(stage - 1)}>Back</button>
      <button type="button" @click=${() => this.goTo(stage + 1)}>Next step</button>
      <button type="button" @click=${() => this.goTo(0)}>To the start</button>
      <mf-live-words .text=${stage === 0 ? 'Send a pulse through the graph: forward, then backward.' : stageWords(stage)}></mf-live-words>
    </div>`;
  }

  private goTo(stage: number): void {
    this.player.pause();
    this.change({ stage: Math.min(LAST_STAGE, Math.max(0, stage)) });
  }

  private tables({ place, arrays }: MatrixPass, lit: readonly PassArray[]): TemplateResult {
    // An element of X affects only one row of N.
    const row: readonly MatrixMark[] = [{ row: place.row, column: null }];
    const choose = (event: CustomEvent<MatrixPlace>) =>
      this.change({ element: `x${event.detail.row + 1}${event.detail.column + 1}` });
    const table = (array: PassArray, caption: string, marks: readonly MatrixMark[] = []) =>
      html`<mf-matrix-table
        class=${lit.includes(array) ? 'lit' : ''}
        .content=${tableOf(caption, arrays[array])}
        .marks=${marks}
      ></mf-matrix-table>`;
    return html`<p class="pass" aria-hidden="true">Forward</p>
      <div class="arrays forth" role="group" aria-label="Forward">
        <mf-matrix-table
          class=${lit.includes('X') ? 'lit' : ''}
          .content=${tableOf('X', arrays.X)}
          .chosen=${place}
          @element-choose=${choose}
        ></mf-matrix-table>
        ${table('W', 'W')} ${table('N', 'N = X·W', row)} ${table('S', 'S = σ(N)', row)}
      </div>
      <p class="pass" aria-hidden="true">Backward</p>
      <div class="arrays back" role="group" aria-label="Backward">
        ${table('∂L/∂S', '∂L/∂S', row)} ${table('σ′(N)', 'σ′(N)', row)}
        ${table('∂L/∂N', '∂L/∂N = ∂L/∂S ∘ σ′(N)', row)} ${table('∂L/∂X', '∂L/∂X = ∂L/∂N·Wᵀ', [place])}
        ${table('∂L/∂W', '∂L/∂W = Xᵀ·∂L/∂N')}
      </div>`;
  }

  static override styles = [
    ...DescribedFigure.styles,
    css`
      .pass {
        font-size: var(--size-3);
        font-weight: 650;
      }
      .pulse {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--space-2);
      }
      .pulse .primary {
        min-width: 6.5rem;
      }
      .pulse mf-live-words {
        flex: 1 1 100%;
        min-height: 1.5lh;
      }
      .forth {
        --lit: var(--series-training);
      }
      .back {
        --lit: var(--series-test);
      }
      .lit {
        outline: 3px solid var(--lit);
        outline-offset: var(--space-1);
      }
    `,
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-two-matrices-figure': TwoMatricesFigure;
  }
}
