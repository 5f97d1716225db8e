import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import '../../charts/matrix/matrix-table';
import { shapeText } from '../../diagrams/pass/names';
import type { EngineFunctions } from '../../engine/core-calls';
import type { Matrix, OperationTrace } from '../../engine/types';
import { layerTypeNamed } from '../../explanations/parts';
import { choiceField } from '../choice-field';
import { CoreFigure } from '../core-figure';
import { figureFrame } from '../figure-frame';
import { numberField } from './described-field';
import { ACTIVATION_NAMES, FROM_SCRATCH } from './descriptions.js';
import { narrowTables } from './narrow-tables';
import { operationWords } from './operations';

const FIELDS = FROM_SCRATCH.dense?.fields ?? {};
const SIZES = ['rows', 'inputs', 'units', 'seed'] as const;

/** A Dense layer of any size: its operations, the arrays between them and the number of parameters. */
@customElement('mf-dense-figure')
export class DenseFigure extends CoreFigure {
  protected override figure(functions: EngineFunctions): TemplateResult {
    const operations = this.pass(functions);
    const [weights, bias] = operations.flatMap(({ parameters }) => parameters.map(({ value }) => value)) as [
      Matrix,
      Matrix,
    ];
    const numbers = weights.values.length + bias.values.length;
    const [inputs, units] = [this.number('inputs'), this.number('units')];
    const words = `Dense with ${inputs} inputs and ${units} units has ${inputs} · ${units} + ${units} = ${numbers} parameters.`;
    return figureFrame({
      title: 'Dense: three connected operations',
      controls: html`${SIZES.map((name) =>
        numberField(FIELDS[name], this.number(name), (value) => this.change({ [name]: value })),
      )}
      ${choiceField({
        id: 'activation',
        label: 'Activation',
        of: ACTIVATION_NAMES,
        value: this.text('activation'),
        title: (name) => operationWords(name).kind,
        choose: (activation) => this.change({ activation }),
      })}`,
      picture: html`${this.table(operations, numbers)}
        <div class="side-by-side arrays">
          ${heat('W', weights, 'in', 'unit')} ${heat('B', bias, 'bias', 'unit')}
        </div>`,
      words,
    });
  }

  /** The shapes in each of its operations, for random rows. */
  private pass(functions: EngineFunctions): readonly OperationTrace[] {
    const [rows, inputs, units] = [this.number('rows'), this.number('inputs'), this.number('units')];
    const [features, weights, bias] = functions.randomNormals(this.number('seed'), [
      [rows, inputs],
      [inputs, units],
      [1, units],
    ]) as [Matrix, Matrix, Matrix];
    const network = {
      layers: [{ units, activation: this.text('activation') }],
      loss: { function: 'mean-squared-error' },
      optimiser: { method: 'sgd', learningRate: 1 },
    };
    const targets: Matrix = { rows, columns: units, values: new Float64Array(rows * units) };
    return functions.trainStep(network, [weights, bias], features, targets).operations;
  }

  private table(operations: readonly OperationTrace[], numbers: number): TemplateResult {
    const kinds = layerTypeNamed('dense').operations.map((name) => {
      return operationWords(name === 'activation' ? this.text('activation') : name).kind;
    });
    return html`<div class="scroll" tabindex="0" role="region" aria-label="The operations of this layer">
      <table>
        <thead>
          <tr>
            <th scope="col">Operation</th>
            <th scope="col">Parameter</th>
            <th scope="col">Output</th>
            <th scope="col">To learn</th>
          </tr>
        </thead>
        <tbody>
          ${operations.map(
            ({ parameters: [learned], output }, i) =>
              html`<tr>
                <th scope="row">${kinds[i]}</th>
                <td>${learned === undefined ? 'none' : shapeText(learned.value)}</td>
                <td>${shapeText(output)}</td>
                <td>${learned?.value.values.length ?? 0}</td>
              </tr>`,
          )}
          <tr>
            <th scope="row">Dense</th>
            <td></td>
            <td>${shapeText(operations.at(-1)?.output as Matrix)}</td>
            <td class="total">${numbers}</td>
          </tr>
        </tbody>
      </table>
    </div>`;
  }

  static override styles = [...CoreFigure.styles, ...narrowTables];
}

function heat(caption: string, matrix: Matrix, row: string, column: string): TemplateResult {
  const content = {
    caption: `${caption} ${shapeText(matrix)}`,
    matrix,
    rowName: (i: number) => (matrix.rows === 1 ? row : `${row} ${i + 1}`),
    columnName: (i: number) => `${column} ${i + 1}`,
  };
  return html`<mf-matrix-table .content=${content}></mf-matrix-table>`;
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-dense-figure': DenseFigure;
  }
}
