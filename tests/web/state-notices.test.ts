import { describe, expect, test } from 'vitest';
import { notices } from '../../web/state/page/notices';
import type { PageState } from '../../web/state/page/page-state';
import { reduce } from '../../web/state/page/reduce';
import {
  bySet,
  description,
  evaluation,
  lossBySet,
  openedPage,
  pageAfter,
  point,
  progress,
  snapshot,
} from './state-fixtures';

const only = (state: PageState) => {
  const [first, ...rest] = notices(state);
  expect(rest).toEqual([]);
  return first;
};

test('a fresh page has nothing to say', () => {
  expect(notices(openedPage())).toEqual([]);
});

test('a finished run is reported with its loss and that of least squares', () => {
  const state = pageAfter({
    progress: progress({ status: 'finished', epoch: 50, batch: 600, fraction: 1 }),
    loss: lossBySet(16.2138),
    evaluations: [evaluation(40, 17), evaluation(50, 16.2)],
  });
  expect(only(state)?.text).toBe('Loss on the test rows 16.214; least squares 25.000.');
});

test('a finished run is good only if it is better than least squares', () => {
  const finished = progress({ status: 'finished', epoch: 5, batch: 60, fraction: 1 });
  expect(only(pageAfter({ progress: finished, loss: lossBySet(24.9) }))?.tone).toBe('good');
  expect(only(pageAfter({ progress: finished, loss: lossBySet(25) }))?.tone).toBe('note');
});

test('early stopping is reported with the two losses it compared and the parameters it kept', () => {
  const state = pageAfter({
    progress: progress({ status: 'stopped-early', epoch: 40, batch: 480 }),
    evaluations: [evaluation(10, 30), evaluation(20, 22), evaluation(30, 20.5), evaluation(40, 20.75)],
  });
  expect(only(state)?.text).toBe(
    'At epoch 40 the loss on the test rows was 20.750, no better than 20.500 at epoch 30. The run keeps the parameters of epoch 30.',
  );
});

test('early stopping says losses that are close with as many digits as tell them apart', () => {
  const state = pageAfter({
    progress: progress({ status: 'stopped-early', epoch: 20, batch: 240 }),
    evaluations: [evaluation(10, 20.50001), evaluation(20, 20.500012)],
  });
  expect(only(state)?.text).toContain('was 20.500012, no better than 20.500010 at epoch 10');
});

describe('divergence', () => {
  const diverged = progress({
    status: 'diverged',
    epoch: 3,
    batch: 41,
    batchLoss: Number.POSITIVE_INFINITY,
    learningRate: 5,
  });

  test('of a batch is reported with its loss, the learning rate and the lowest loss', () => {
    const best = { epoch: 1, batch: 12 };
    const text = only(pageAfter({ progress: diverged, best, curve: [point(1, 90)] }))?.text;
    expect(text).toContain('With a learning rate of 5 ');
    expect(text).toContain('until the loss of batch 42 was ∞.');
    expect(text).toContain('The lowest loss on the test rows was 90.000, at epoch 1.');
  });

  test('of a step is reported with the loss before it', () => {
    const text = only(pageAfter({ progress: { ...diverged, batchLoss: 4.031e154 } }))?.text;
    expect(text).toContain('at batch 42, with a loss of 4.03×10¹⁵⁴, the next step led to a number that is not finite');
    expect(text).toContain('The lowest loss on the test rows was 500.000, with the first weights.');
  });

  test('of an evaluation is reported with its point; the batch before it was completed', () => {
    const notice = only(
      pageAfter({
        progress: { ...diverged, epoch: 3, batch: 36, batchLoss: 1e200 },
        evaluations: [evaluation(2, 1e160), evaluation(3, Number.POSITIVE_INFINITY)],
      }),
    );
    expect(notice?.title).toBe('Training diverged at batch 36');
    expect(notice?.text).toContain('until the evaluation at epoch 3 found a loss on the test rows of ∞.');
  });

  test('names the batch that failed, and offers the best point with a tenth of the rate or the preset’s', () => {
    const notice = only(pageAfter({ progress: diverged, best: { epoch: 1, batch: 12 } }));
    expect(notice?.title).toBe('Training diverged at batch 42');
    expect(notice?.actions).toEqual([
      { label: 'Go back to epoch 1 with a rate of 0.5', intent: { type: 'recover', learningRate: 0.5 } },
      { label: 'Go back to epoch 1 with a rate of 0.01', intent: { type: 'recover', learningRate: 0.01 } },
    ]);
  });

  test('before any better point offers the first weights', () => {
    expect(only(pageAfter({ progress: diverged }))?.actions[0]?.label).toContain('the first weights');
  });
});

describe('a changed recipe', () => {
  const edit = (state: PageState, value: number | string) =>
    reduce(state, { type: 'field-edited', path: 'training.batchSize', value });

  test('has no notice while nothing was trained', () => {
    expect(notices(edit(openedPage(), 16))).toEqual([]);
  });

  test('that replaces a trained run says what changed and what came of it, with the way back', () => {
    const trained = pageAfter({ progress: progress({ epoch: 3, batch: 36 }), metrics: bySet(16) });
    const checkpoint = { epoch: 3, batch: 36, capture: new Uint8Array(), curve: [], edited: [] };
    const left = reduce(edit(trained, 16), { type: 'run-left', checkpoint });
    const opened = reduce(left, {
      type: 'run-opened',
      description: description(left.recipe ?? undefined, 2),
      snapshot: snapshot({ runId: 2, restart: true }),
    });
    expect(opened.before?.epoch).toBe(3);
    expect(only(opened)).toMatchObject({
      id: 'before',
      text: 'Changed: Batch size 16 instead of 32.',
      actions: [{ label: 'Go back to the previous run', intent: { type: 'undo-opening' } }],
    });
    const later = reduce(opened, {
      type: 'snapshot-arrived',
      snapshot: snapshot({ runId: 2, progress: progress({ epoch: 3, batch: 36 }), metrics: bySet(9) }),
    });
    expect(only(later)?.text).toBe(
      'Test RMSE 3.000, 1.000 lower than before (4.000). Changed: Batch size 16 instead of 32.',
    );
  });

  test('with a problem says which, and does not offer to start', () => {
    const notice = only(edit(pageAfter({ progress: progress({ batch: 5 }) }), 0));
    expect(notice?.text).toContain('“Batch size” is 0');
    expect(notice?.actions.map(({ intent }) => intent.type)).toEqual(['changes-dropped']);
  });
});

test('a crashed worker is reported with the checkpoint to continue from, instead of the end of the run', () => {
  const state = reduce(pageAfter({ progress: progress({ batch: 5 }) }), {
    type: 'worker-crashed',
    crash: { sentence: 'The worker died.', checkpoint: { epoch: 12, batch: 147 } },
  });
  expect(only(state)?.text).toContain('epoch 12, batch 147');
  expect(only(state)?.actions).toEqual([{ label: 'Continue from epoch 12', intent: { type: 'resume' } }]);
});

test('an engine that does not start is reported, with a retry', () => {
  const state = reduce(openedPage(), { type: 'engine-failed', sentence: 'The file is cut short.' });
  expect(only(state)?.text).toContain('The file is cut short.');
  expect(only(state)?.actions[0]?.intent).toEqual({ type: 'retry' });
});
