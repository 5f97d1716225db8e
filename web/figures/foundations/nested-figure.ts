import { html, type TemplateResult } from 'lit';
import { customElement } from 'lit/decorators.js';
import { formatTick } from '../../charts/numbers/format';
import type { EngineFunctions } from '../../engine/core-calls';
import '../box-graph';
import type { GraphBox, GraphEdge } from '../box-graph-layout';
import { figureFrame } from '../figure-frame';
import { DescribedFigure } from './described-figure';
import { functionTitle, nestedTitle } from './functions';

/** A nested function: two boxes in a row, or a single one that does the work of both. */
@customElement('mf-nested-figure')
export class NestedFigure extends DescribedFigure {
  constructor() {
    super('nested');
  }

  protected figure(functions: EngineFunctions): TemplateResult {
    const names = [this.text('first'), this.text('second')];
    const x = formatTick(this.number('point'));
    const [between, outcome] = functions.chainValues(names, this.number('point')).map(formatTick) as [string, string];
    const [first, second] = names.map(functionTitle) as [string, string];
    const words = this.flag('together')
      ? `One box: ${x} goes into ${nestedTitle(names)}, ${outcome} comes out.`
      : `${x} goes into ${first}, ${between} comes out and goes into ${second}, ${outcome} comes out.`;
    const [boxes, edges] = this.flag('together')
      ? oneBox(nestedTitle(names), x, outcome)
      : twoBoxes([first, second], [x, between, outcome]);
    return figureFrame({
      title: this.description.title,
      controls: html`${this.choiceControl('first', functionTitle)} ${this.choiceControl('second', functionTitle)}
      ${this.numberControl('point')} ${this.flagControl('together')}`,
      picture: html`<mf-box-graph .boxes=${boxes} .edges=${edges} .words=${words}></mf-box-graph>`,
      words,
    });
  }
}

type Graph = readonly [readonly GraphBox[], readonly GraphEdge[]];

const INPUT: GraphBox = { id: 'x', kind: 'end', title: 'x', column: 0, row: 0 };

function oneBox(title: string, input: string, output: string): Graph {
  return [
    [
      INPUT,
      { id: 'f2f1', kind: 'factory', title, column: 1, row: 0 },
      { id: 'y', kind: 'end', title: 'y', column: 2, row: 0 },
    ],
    [
      { from: 'x', to: 'f2f1', forward: input },
      { from: 'f2f1', to: 'y', forward: output },
    ],
  ];
}

function twoBoxes(titles: readonly [string, string], values: readonly [string, string, string]): Graph {
  return [
    [
      INPUT,
      { id: 'f1', kind: 'factory', title: titles[0], column: 1, row: 0 },
      { id: 'f2', kind: 'factory', title: titles[1], column: 2, row: 0 },
      { id: 'y', kind: 'end', title: 'y', column: 3, row: 0 },
    ],
    [
      { from: 'x', to: 'f1', forward: values[0] },
      { from: 'f1', to: 'f2', forward: values[1] },
      { from: 'f2', to: 'y', forward: values[2] },
    ],
  ];
}

declare global {
  interface HTMLElementTagNameMap {
    'mf-nested-figure': NestedFigure;
  }
}
