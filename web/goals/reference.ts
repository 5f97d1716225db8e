/** docs/goals.md: how a goal is written and judged, with tables taken from the code that reads it. */
import { type Preset, presetNamed } from '../recipe/presets';
import { EXERCISES, type Exercise } from './exercises';
import { EDITS_ALLOWED, type Goal } from './goal';
import { withLinkedGoal } from './link';
import { parseGoal } from './parse';
import { QUANTITIES, type Quantity, type QuantityKind } from './quantities';
import { goalInWords, unitsOf } from './words';

const INTRODUCTION = `# Goals

A goal turns a page into an exercise: *reach a test RMSE under 4 with at most 200 parameters*. It is a short expression,

    test-rmse<4, parameters<=200

that stands beside the recipe in a link (\`#preset=chapter-3-one-hidden&goal=test-rmse<4,parameters<=200\`; *Share* makes
one), in the \`goal\` of an embedded \`<mini-factory>\`, or in a [SCORM package](scorm.md). The page says it in words, shows
each condition with its number, and says when it is reached.

## What can be asked for

Conditions are separated by commas, and all of them have to hold at once.
`;

const JUDGING = `## How it is judged

* A run is judged where it stands: at its end, or wherever it was paused or taken back to. While it trains it is not, so
  that reaching a goal never hangs on how fast a machine is. The page names the epoch and the batch.
* Errors are those of the table *How far off*, in the units of the target; a loss is the one that the recipe names.
* \`epochs\` and \`batches\` are those trained up to where the run stands, parts of an epoch included. \`learning-rate\` is the
  highest that was used.
* A goal is about the target and the split it was set for. A run on other test rows does not count, nor, for a goal on
  training or validation rows, one with another share of validation rows.
* Parameters that were edited by hand, or came with a link, were not trained: such a run does not count, unless the goal
  has the term \`${EDITS_ALLOWED}\`.
* What was reached stays reached, whatever is trained afterwards.

A goal on the test rows invites choosing by the test rows, which is the very thing a test set is not for. The last
exercise below is about that; a goal on validation rows is the honest way.
`;

const KIND_WORDS: Readonly<Record<Exclude<QuantityKind, 'result'>, string>> = {
  size: 'of the recipe',
  effort: 'trained so far',
  rate: 'the highest used',
};

/** The whole document, as Markdown. */
export function goalReference(): string {
  return [INTRODUCTION, quantityTable(), JUDGING, exerciseTable()].join('\n');
}

function quantityTable(): string {
  const rows = QUANTITIES.map((quantity) => {
    const signs = quantity.better === 'less' ? '`<`, `<=`' : '`>`, `>=`';
    return `| \`${quantity.name}\` | ${meaning(quantity)} | ${signs} |`;
  });
  return ['| quantity | what it is | with |', '|---|---|---|', ...rows, ''].join('\n');
}

function meaning({ title, kind, set, unitPower }: Quantity): string {
  if (kind !== 'result') return `${title}, ${KIND_WORDS[kind]}`;
  const unit = { 0: '', 1: ', in the target’s unit', loss: '' }[unitPower];
  return `${title.replace(`${set} `, '')} on the ${set} rows${unit}`;
}

function exerciseTable(): string {
  const rows = EXERCISES.map((exercise) => {
    const { title, task, preset } = exercise;
    const start = presetNamed(preset) as Preset;
    const goal = goalOf(exercise);
    const link = `#${withLinkedGoal(`preset=${preset}`, goal)}`;
    return `| **${title}.** ${task} | ${goalInWords(goal, unitsOf(start.recipe))} | ${start.title} | \`${link}\` |`;
  });
  return [
    '## Exercises for the course',
    '',
    'Each starts from a preset that does not reach it, and can be reached; a test trains both.',
    '',
    '| what it is about | goal | starts from | link |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n');
}

function goalOf({ id, goal }: Exercise): Goal {
  const result = parseGoal(goal);
  if (!result.ok) throw new Error(`The exercise ${id} has a goal that cannot be judged: ${result.sentence}`);
  return result.goal;
}
