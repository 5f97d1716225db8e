/** The picture of a pass: a factory for each operation, strings with the shapes that run on them, parameters hanging below. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Matrix } from '../engine/types';
import type { PassStep } from '../state/pass-steps';
import { factoryPath } from './factory-box';
import type { Box } from './network-layout';
import { HANG, type PassLayout, type PassString } from './pass-layout';
import { boxName, gradientName, outputName, type PassContext, parameterName, shapeText } from './pass-names';

const TAG_HEIGHT = 34;
/** Half the width of a parameter's tag at `characters` of its shape. */
const tagHalf = (characters: number): number => characters * 3.6 + 4;

/** Boxes and strings that a step is about; strings are counted as in the layout, the loss is the box after the last. */
export interface Lit {
  readonly boxes: readonly number[];
  readonly strings: readonly number[];
  readonly isBackward: boolean;
}

export const NOTHING_LIT: Lit = { boxes: [], strings: [], isBackward: false };

export function litBy(step: PassStep, operations: number, learning: readonly number[]): Lit {
  switch (step.phase) {
    case 'enter':
      return { boxes: [], strings: [0], isBackward: false };
    case 'forward':
      return { boxes: [step.operation], strings: [step.operation, step.operation + 1], isBackward: false };
    case 'loss':
      return { boxes: [operations], strings: [operations, operations + 1], isBackward: false };
    case 'loss-gradient':
      return { boxes: [operations], strings: [operations], isBackward: true };
    case 'backward':
      return { boxes: [step.operation], strings: [step.operation, step.operation + 1], isBackward: true };
    case 'update':
      return { boxes: learning, strings: [], isBackward: false };
  }
}

export function passPicture(
  context: PassContext,
  layout: PassLayout,
  lit: Lit,
  marked: string | null,
  tabStop: number,
  choose: (box: number) => void,
): TemplateResult {
  const { operations } = context;
  const { width, height, boxes, strings, groups } = layout;
  const hue = lit.isBackward ? 'back' : 'forth';
  const litClass = (isLit: boolean) => (isLit ? `lit ${hue}` : '');
  return html`<svg width=${width} height=${height} viewBox="0 0 ${width} ${height}">
    <g aria-hidden="true">
      ${groups.map(
        (group, i) => svg`
        <rect class="group" x=${group.x} y=${group.y} width=${group.width} height=${group.height} rx="4" />
        <text class="title" x=${group.x + 8} y=${group.y + 17}>${i === groups.length - 1 ? 'loss' : `layer ${i + 1}`}</text>`,
      )}
      ${strings.map((string, i) => edge(context, string, i, litClass(lit.strings.includes(i)), lit.isBackward, marked))}
    </g>
    ${boxes.map((box, i) => {
      const isLit = lit.boxes.includes(i);
      const shape = operations[i];
      return svg`<g
        class="box ${litClass(isLit)}"
        role="button"
        tabindex=${i === tabStop ? 0 : -1}
        data-box=${i}
        aria-label=${boxLabel(context, i)}
        aria-current=${isLit ? 'step' : nothing}
        @click=${() => choose(i)}
        @keydown=${(event: KeyboardEvent) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          choose(i);
        }}
      >
        ${hanging(context, box, i, marked)}
        <path class="factory" d=${factoryPath(box)} />
        <text class=${(shape ? boxName(shape.kind) : '').length > 4 ? 'letter long' : 'letter'} x=${box.x + box.width / 2} y=${box.y + box.height / 2} dy="0.35em">${shape ? boxName(shape.kind) : 'Λ'}</text>
      </g>`;
    })}
  </svg>`;
}

function edge(
  context: PassContext,
  { path, labelX, y }: PassString,
  index: number,
  state: string,
  isBackward: boolean,
  marked: string | null,
) {
  const { operations } = context;
  const isLoss = index === operations.length + 1;
  const name = isLoss ? 'L' : outputName(operations, index - 1);
  const shape = isLoss ? '' : shapeText(stringMatrix(context, index));
  const isBack = state !== '' && isBackward;
  return svg`<g class=${isMarked(name, marked) ? 'marked' : ''} data-name=${name}>
    <path class="string ${state}" d=${path} />
    ${state === '' ? nothing : svg`<path class="arrow ${state}" d=${arrow(path, y, isBack)} />`}
    <text class="name ${state}" x=${labelX} y=${y - 8}>${isBack ? `∂${name}` : name}</text>
    <text class="shape" x=${labelX} y=${y + 17}>${shape}</text>
  </g>`;
}

/** An arrowhead at the end of a string, or at its start for what runs back. */
function arrow(path: string, level: number, isBackward: boolean): string {
  const end = Number(path.slice(path.lastIndexOf('H') + 1));
  if (!isBackward) return `M${end - 6} ${level - 5}l6 5l-6 5`;
  const [startX = 0, startY = level] = path.slice(1).split(/[ HV]/).map(Number);
  return `M${startX + 7} ${startY - 5}l-6 5l6 5`;
}

function stringMatrix({ pass: { trace } }: PassContext, index: number): Matrix {
  return trace.operations[index]?.input ?? trace.predictions;
}

/** The marked name itself, or the gradient of what bears the name. */
function isMarked(name: string, marked: string | null): boolean {
  return marked === name || marked === gradientName(name);
}

/** The parameter below its operation, on a string; the true values below the loss. */
function hanging(context: PassContext, box: Box, index: number, marked: string | null) {
  const { operations, pass } = context;
  const shape = operations[index];
  const name = shape ? parameterName(shape) : 'y';
  if (name === null) return nothing;
  const matrix = pass.trace.operations[index]?.parameter ?? pass.trace.targets;
  const words = shapeText(matrix);
  const x = box.x + box.width / 2;
  const bottom = box.y + box.height;
  const half = tagHalf(words.length);
  return svg`<g class=${isMarked(name, marked) ? 'marked' : ''} data-name=${name}>
    <path class="cord" d="M${x} ${bottom}v${HANG}" />
    <rect class="tag" x=${x - half} y=${bottom + HANG} width=${2 * half} height=${TAG_HEIGHT} rx="3" />
    <text class="name" x=${x} y=${bottom + HANG + 14}>${name}</text>
    <text class="shape" x=${x} y=${bottom + HANG + 28}>${words}</text>
  </g>`;
}

function boxLabel({ operations, pass }: PassContext, index: number): string {
  const shape = operations[index];
  if (shape === undefined) return 'Λ, the loss';
  const name = parameterName(shape);
  const parameter = pass.trace.operations[index]?.parameter;
  const holds = name === null || parameter === undefined ? '' : `, with ${name} ${shapeText(parameter)}`;
  return `${boxName(shape.kind)} of layer ${shape.layer + 1}${holds}`;
}
