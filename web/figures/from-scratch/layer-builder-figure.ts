import { css, html, nothing, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { shapeText } from '../../diagrams/pass/names';
import type { EngineFunctions } from '../../engine/core-calls';
import type { Matrix } from '../../engine/types';
import '../array-grid';
import '../box-graph';
import type { GraphBox, GraphEdge } from '../box-graph-layout';
import { choiceField } from '../choice-field';
import { CoreFigure } from '../core-figure';
import { figureFrame } from '../figure-frame';
import '../number-field';
import { numberField } from './described-field';
import { FROM_SCRATCH, OPERATION_NAMES } from './descriptions.js';
import { operationWords } from './operations';
import { type ChainedOperation, type LayerPass, runLayer } from './run-layer';

const ROWS = 3;
const { operations: FIELD, inputs: INPUTS, units: UNITS, seed: SEED } = FROM_SCRATCH['layer-builder']?.fields ?? {};

/** A layer built operation by operation, and run; the engine reports shapes that do not fit. */
@customElement('mf-layer-builder-figure')
export class LayerBuilderFigure extends CoreFigure {
  protected override figure(functions: EngineFunctions): TemplateResult {
    const [input, weights, bias] = this.draw(functions);
    const operations = this.names('operations').map((name): ChainedOperation => {
      const letter = operationWords(name).parameter;
      return { name, parameters: letter === null ? [] : [letter === 'W' ? weights : bias] };
    });
    const pass = runLayer(functions, operations, input);
    const words = wordsOf(operations, input, pass);
    return figureFrame({
      title: 'A layer from its operations',
      controls: html`${operations.map((_, place) => this.choice(place))} ${this.length()}
      ${numberField(INPUTS, this.number('inputs'), (inputs) => this.change({ inputs }))}
      ${numberField(UNITS, this.number('units'), (units) => this.change({ units }))}
      ${numberField(SEED, this.number('seed'), (seed) => this.change({ seed }))}`,
      picture: html`<mf-box-graph
          .boxes=${boxes(operations)}
          .edges=${edges(operations, input, pass)}
          .words=${words}
        ></mf-box-graph>
        ${pass.refusal === null ? nothing : html`<p class="problem">${pass.refusal}</p>`}
        <div class="side-by-side arrays">
          ${array('X', input)} ${array('W', weights)} ${array('B', bias)}
          ${pass.refusal === null ? array('O', pass.outputs.at(-1) as Matrix) : nothing}
        </div>`,
      words,
    });
  }

  /** Input, weights and bias. */
  private draw(functions: EngineFunctions): readonly [Matrix, Matrix, Matrix] {
    const [inputs, units] = [this.number('inputs'), this.number('units')];
    const drawn = functions.randomNormals(this.number('seed'), [
      [ROWS, inputs],
      [inputs, units],
      [1, units],
    ]);
    return drawn as [Matrix, Matrix, Matrix];
  }

  private choice(place: number): TemplateResult {
    const operations = this.names('operations');
    return choiceField({
      id: `operation-${place + 1}`,
      label: `Operation ${place + 1}`,
      of: OPERATION_NAMES,
      value: operations[place] as string,
      title: (name) => operationWords(name).kind,
      choose: (name) => this.change({ operations: operations.with(place, name) }),
    });
  }

  private length(): TemplateResult {
    const operations = this.names('operations');
    const { least, most } = FIELD?.kind === 'names' ? FIELD : { least: 1, most: 1 };
    return html`<div class="length">
      <button
        type="button"
        ?disabled=${operations.length === most}
        @click=${() => this.change({ operations: [...operations, 'linear'] })}
      >
        Add one
      </button>
      <button
        type="button"
        ?disabled=${operations.length === least}
        @click=${() => this.change({ operations: operations.slice(0, -1) })}
      >
        Take the last away
      </button>
    </div>`;
  }

  static override styles = [
    ...CoreFigure.styles,
    css`
      .length {
        display: flex;
        flex-wrap: wrap;
        gap: var(--space-2);
      }
      .arrays {
        align-items: flex-start;
      }
    `,
  ];
}

function array(name: string, matrix: Matrix): TemplateResult {
  return html`<mf-array-grid .name=${name} .matrix=${matrix}></mf-array-grid>`;
}

const idOf = (place: number): string => `operation-${place}`;

function boxes(operations: readonly ChainedOperation[]): readonly GraphBox[] {
  return [
    { id: 'input', kind: 'end', title: 'X', column: 0, row: 0 },
    ...operations.map(
      ({ name, parameters: [parameter] }, place): GraphBox => ({
        id: idOf(place),
        kind: 'factory',
        title: operationWords(name).kind,
        ...(parameter && { note: `${operationWords(name).parameter} ${shapeText(parameter)}` }),
        column: place + 1,
        row: 0,
      }),
    ),
    { id: 'output', kind: 'end', title: 'O', column: operations.length + 1, row: 0 },
  ];
}

function edges(
  operations: readonly ChainedOperation[],
  input: Matrix,
  { outputs, inputGradients }: LayerPass,
): readonly GraphEdge[] {
  const runs = [input, ...outputs];
  return [...operations, null].map((operation, place): GraphEdge => {
    const matrix = runs[place];
    const back = operation === null ? (inputGradients.length > 0 ? outputs.at(-1) : undefined) : inputGradients[place];
    return {
      from: place === 0 ? 'input' : idOf(place - 1),
      to: operation === null ? 'output' : idOf(place),
      ...(matrix && { forward: shapeText(matrix) }),
      ...(back && { backward: `∂ ${shapeText(back)}` }),
    };
  });
}

function wordsOf(operations: readonly ChainedOperation[], input: Matrix, { outputs, refusal }: LayerPass): string {
  if (refusal !== null) {
    const { kind } = operationWords((operations[outputs.length] as ChainedOperation).name);
    return `Operation ${outputs.length + 1}, ${kind}, failed: ${refusal}`;
  }
  const shapes = outputs.map((output, i) => {
    const { kind } = operationWords((operations[i] as ChainedOperation).name);
    return `${kind} ${shapeText(output)}`;
  });
  return `X ${shapeText(input)}, then ${shapes.join(', then ')}; backward, each gradient has the shape of its array.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-layer-builder-figure': LayerBuilderFigure;
  }
}
