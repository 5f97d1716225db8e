/** docs/goals.md: how to write a goal and how runs are judged, with tables made from the code. */
import { type Preset, presetNamed } from '../recipe/presets';
import { EXERCISES, type Exercise } from './exercises';
import { EDITS_ALLOWED, type Goal } from './goal';
import { withLinkedGoal } from './link';
import { parseGoal } from './parse';
import { QUANTITIES, type Quantity, type QuantityKind } from './quantities';
import { goalInWords, unitsOf } from './words';

const INTRODUCTION = `# Goals

A goal turns a page into an exercise, for example *reach a test RMSE under 4 with at most 200 parameters*. It is a short
expression:

    test-rmse<4, parameters<=200

You can put it

* beside the recipe in a link: \`#preset=chapter-3-one-hidden&goal=test-rmse<4,parameters<=200\` (*Share* makes one),
* into the \`goal\` of an embedded \`<mini-factory>\`, or
* into a [SCORM package](scorm.md).

The page shows the goal in words, the current value of each condition, and whether the goal is reached.

## What you can ask for

Separate conditions with commas. All of them must be met at the same time.
`;

const JUDGING = `## How a run is judged

* A run is judged only while it rests: at its end, or where you paused it or went back to. It is not judged while it
  trains, so that the speed of the machine makes no difference. The page names the epoch and the batch.
* Errors are those of the table *How far off*, in the units of the target. A loss is the loss that the recipe names.
* \`epochs\` and \`batches\` count up to the current point of the run and include parts of an epoch.
  \`learning-rate\` is the highest rate that was used.
* A goal belongs to the target and the split it was set for. A run with other test rows does not count. If the goal uses
  training or validation rows, neither does a run with another share of validation rows.
* A run with parameters that were edited by hand or came with a link does not count, because they were not trained. The
  term \`${EDITS_ALLOWED}\` in the goal allows such runs.
* A goal stays reached, whatever you train afterwards.

A goal on the test rows tempts people to choose settings by the test rows, and then the test rows no longer show how the
model does on new data. A goal on validation rows avoids this; the last exercise below is about it.
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
    'No starting preset reaches its goal, and every goal can be reached. A test trains both.',
    '',
    '| exercise | goal | starts from | link |',
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
