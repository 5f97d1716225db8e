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
import { OPERATION_NAMES } from './descriptions.js';
import { editableArray, editableArrayStyles } from './editable-array';
import { givenMatrix } from './given-matrix';
import { operationWords } from './operations';
import { type OperationPass, runOperation } from './run-operation';

/** One operation: typed arrays pass forward and backward through it, and the engine reports shapes that do not fit. */
@customElement('mf-operation-figure')
export class OperationFigure extends CoreFigure {
  private get operation(): string {
    return this.text('operation');
  }

  private matrix(name: string): Matrix {
    return givenMatrix(this.numbers(name), this.number(`${name}-rows`));
  }

  /** What input and output are called: X and O for any operation, or as within a layer. */
  private get letters(): { readonly input: string; readonly output: string } {
    return this.text('letters') === 'layer' ? operationWords(this.operation) : { input: 'X', output: 'O' };
  }

  private get parameter(): Matrix | null {
    return operationWords(this.operation).parameter === null ? null : this.matrix('parameter');
  }

  protected override figure(functions: EngineFunctions): TemplateResult {
    const input = this.matrix('input');
    const gradient = this.matrix('gradient');
    const pass = runOperation(functions, this.operation, this.parameter ? [this.parameter] : [], input, gradient);
    const { kind } = operationWords(this.operation);
    const words = wordsOf(kind, input, gradient, pass);
    return figureFrame({
      title: `${kind}, forward and backward`,
      controls: choiceField({
        id: 'operation',
        label: 'Operation',
        of: OPERATION_NAMES,
        value: this.operation,
        title: (name) => operationWords(name).kind,
        choose: (operation) => this.change({ operation }),
      }),
      picture: html`<mf-box-graph
          .boxes=${this.boxes()}
          .edges=${edges(input, this.parameter, gradient, pass)}
          .words=${words}
        ></mf-box-graph>
        ${this.forward(input, pass)} ${this.backward(gradient, pass)}`,
      words,
    });
  }

  private boxes(): readonly GraphBox[] {
    const { kind, parameter } = operationWords(this.operation);
    const { input, output } = this.letters;
    const factory: GraphBox = { id: 'operation', kind: 'factory', title: kind, column: 1, row: parameter ? 1 : 0 };
    const ends: GraphBox[] = [
      { id: 'input', kind: 'end', title: input, column: 0, row: 0 },
      { id: 'output', kind: 'end', title: output, column: 2, row: factory.row },
    ];
    if (parameter) ends.push({ id: 'parameter', kind: 'end', title: parameter, column: 0, row: 2 });
    return [factory, ...ends];
  }

  private forward(input: Matrix, { output }: OperationPass): TemplateResult {
    const { parameter: letter } = operationWords(this.operation);
    const names = this.letters;
    return html`<div class="pass">
      <p class="direction">Forward</p>
      <div class="side-by-side">
        ${this.editable('input', names.input, input)}
        ${this.parameter && letter ? this.editable('parameter', letter, this.parameter) : nothing}
        <span class="sign" aria-hidden="true">→</span>
        ${'refusal' in output ? refused(output.refusal) : array(names.output, output.result)}
      </div>
    </div>`;
  }

  private backward(gradient: Matrix, { gradients }: OperationPass): TemplateResult {
    const { parameter: letter } = operationWords(this.operation);
    const names = this.letters;
    return html`<div class="pass">
      <p class="direction">Backward</p>
      <div class="side-by-side">
        ${this.editable('gradient', `∂L/∂${names.output}`, gradient)}
        <span class="sign" aria-hidden="true">→</span>
        ${
          gradients === null
            ? html`<p class="soft">Without an output there is no backward pass.</p>`
            : 'refusal' in gradients
              ? refused(gradients.refusal)
              : html`${array(`∂L/∂${names.input}`, gradients.result.inputGradient)}
                ${gradients.result.parameterGradients.map((one) => array(`∂L/∂${letter}`, one))}`
        }
      </div>
    </div>`;
  }

  private editable(field: string, name: string, matrix: Matrix): TemplateResult {
    return editableArray({
      name,
      matrix,
      grows: ['rows', 'columns'],
      change: ({ rows, values }) => this.change({ [field]: [...values], [`${field}-rows`]: rows }),
    });
  }

  static override styles = [
    ...CoreFigure.styles,
    editableArrayStyles,
    css`
      .pass {
        display: grid;
        gap: var(--space-2);
        padding-top: var(--space-3);
        border-top: var(--line);
      }
      .direction {
        font-weight: 650;
      }
      .side-by-side {
        align-items: flex-start;
      }
    `,
  ];
}

function array(name: string, matrix: Matrix): TemplateResult {
  return html`<mf-array-grid .name=${name} .matrix=${matrix}></mf-array-grid>`;
}

function refused(sentence: string): TemplateResult {
  return html`<p class="refusal problem">${sentence}</p>`;
}

/** The arrays on each edge; after an error, the edges have none. */
function edges(
  input: Matrix,
  parameter: Matrix | null,
  gradient: Matrix,
  { output, gradients }: OperationPass,
): readonly GraphEdge[] {
  const back = gradients !== null && 'result' in gradients ? gradients.result : null;
  const out: GraphEdge = {
    from: 'operation',
    to: 'output',
    forward: 'result' in output ? shapeText(output.result) : 'refused',
    backward: `∂ ${shapeText(gradient)}`,
  };
  const into = (from: string, matrix: Matrix, returned: Matrix | null | undefined): GraphEdge => ({
    from,
    to: 'operation',
    forward: shapeText(matrix),
    ...(returned ? { backward: `∂ ${shapeText(returned)}` } : {}),
  });
  return [
    into('input', input, back?.inputGradient),
    ...(parameter ? [into('parameter', parameter, back?.parameterGradients[0])] : []),
    out,
  ];
}

function wordsOf(kind: string, input: Matrix, gradient: Matrix, { output, gradients }: OperationPass): string {
  if ('refusal' in output) return `The forward pass failed: ${output.refusal}`;
  const forward = `${kind} turns ${shapeText(input)} into ${shapeText(output.result)}.`;
  if (gradients === null) return forward;
  if ('refusal' in gradients) return `${forward} The backward pass failed: ${gradients.refusal}`;
  const { inputGradient, parameterGradients } = gradients.result;
  const [parameterGradient] = parameterGradients;
  const learnt = parameterGradient ? `, and ${shapeText(parameterGradient)} for its parameter` : '';
  return `${forward} The gradient ${shapeText(gradient)} goes back as ${shapeText(inputGradient)}, the shape of the input${learnt}.`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-operation-figure': OperationFigure;
  }
}
