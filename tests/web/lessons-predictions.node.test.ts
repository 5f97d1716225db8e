/** Predictions: how they are written, compared, remembered and drawn. */
import { describe, expect, it } from 'vitest';
import { placesOn } from '../../web/figures/predicted-curve';
import { PREDICTED_CURVES } from '../../web/figures/predicted-curves';
import { differenceOf, drawnTo, POINTS, readSketch, writeSketch } from '../../web/figures/sketched-curve';
import {
  compareChoice,
  compareNumber,
  numberInWords,
  readChoice,
  readNumber,
} from '../../web/lessons/compare-prediction';
import { readLessons } from '../../web/lessons/compile/read-lessons';
import { changedFigures, waitingFigures } from '../../web/lessons/hidden-figures';
import type { NumberAnswer, PredictionBlock } from '../../web/lessons/lesson';
import { NO_PROGRESS, predictionsOf, readProgress, withPrediction, writeProgress } from '../../web/lessons/progress';
import { readEngine } from '../engine/node-worker';
import { page } from './lessons-fixtures';

const engine = await readEngine();
const { functions } = engine;

const REACHING = ':::do{reach="f1.point=2"}\nDrag it.\n:::';
const REVEAL = ':::reveal\nSo it is.\n:::';
const wrongs = (body: string) => page(body).problems.map(({ line, sentence }) => `${line}: ${sentence}`);
const predictionIn = (body: string) => {
  const { page: lesson, problems } = page(body, body.includes('::figure') ? REACHING : undefined);
  expect(problems).toEqual([]);
  return lesson.blocks.find((block): block is PredictionBlock => block.kind === 'predict');
};

describe('a prediction in a lesson', () => {
  it('is a number with its tolerance and unit, and may keep a figure below it back', () => {
    const body = `:::predict{id=p1 answer=2.5 within=0.1 unit=m reveals=f1}\nHow far?\n\n${REVEAL}\n:::\n\n::figure{name=slope}`;
    expect(predictionIn(body)).toEqual({
      kind: 'predict',
      id: 'p1',
      html: '<p>How far?</p>',
      answer: { kind: 'number', value: 2.5, within: 0.1, unit: 'm', misconceptions: [] },
      reveals: 'f1',
      explanation: '<p>So it is.</p>',
    });
  });

  it('is a choice of which one item comes true', () => {
    const body = `:::predict{id=p1}\nWhich way?\n\n- [x] Up\n- [ ] Down\n  - Against it?\n\n${REVEAL}\n:::`;
    const answer = predictionIn(body)?.answer;
    const options = answer?.kind === 'choice' ? answer.options : [];
    expect(options.find(({ right }) => right)?.html).toBe('Up');
    expect(options.find(({ right }) => !right)).toMatchObject({ html: 'Down', feedback: '<p>Against it?</p>' });
  });

  it('is a curve that there is', () => {
    expect(predictionIn(`:::predict{id=p1 curve=sigmoid-slope}\nDraw it.\n\n${REVEAL}\n:::`)?.answer).toEqual({
      kind: 'curve',
      curve: 'sigmoid-slope',
    });
  });

  it.each([
    [`:::predict{id=p1 answer=1}\nHow?\n:::`, ['8: A prediction needs one “:::reveal”: what is shown after it.']],
    [`:::predict{id=p1 answer=1}\n${REVEAL}\n:::`, ['8: This prediction asks nothing.']],
    [
      `:::predict{id=p1}\nHow?\n\n${REVEAL}\n:::`,
      [
        '8: A prediction has one of these: “answer=…”, a number; a list of “- [x]” and “- [ ]” items; “curve=…”, to be drawn.',
      ],
    ],
    [
      `:::predict{id=p1 answer=1 curve=sigmoid-slope}\nHow?\n\n${REVEAL}\n:::`,
      [
        '8: A prediction has one of these: “answer=…”, a number; a list of “- [x]” and “- [ ]” items; “curve=…”, to be drawn.',
      ],
    ],
    [`:::predict{id=p1 answer=much}\nHow?\n\n${REVEAL}\n:::`, ['8: “answer” must be a number.']],
    [
      `:::predict{id=p1 curve=sigmoid-slop}\nHow?\n\n${REVEAL}\n:::`,
      ['8: There is no curve to predict “sigmoid-slop”. Is “sigmoid-slope” meant?'],
    ],
    [
      `:::predict{id=p1 curve=sigmoid-slope within=2}\nHow?\n\n${REVEAL}\n:::`,
      ['8: “within” and “unit” belong to an “answer=…”.'],
    ],
    [
      `:::predict{id=p1}\nHow?\n\n- [x] So\n- [x] Or so\n- [ ] Not\n\n${REVEAL}\n:::`,
      ['11: One item of a prediction comes true: mark only one “- [x]”.'],
    ],
    [
      `:::predict{id=p1 answer=1 reveals=f2}\nHow?\n\n${REVEAL}\n:::\n\n::figure{name=slope}`,
      ['8: There is no figure on this page “f2”. Is “f1” meant?'],
    ],
    [
      `::figure{name=slope}\n\n:::predict{id=p1 answer=1 reveals=f1}\nHow?\n\n${REVEAL}\n:::`,
      ['10: The figure “f1” is above its prediction, but has to follow it.'],
    ],
    [`:::reveal\nNothing.\n:::`, ['8: “reveal” belongs inside a “:::predict”.']],
    [
      `:::predict{id=p1 answer=1 hint=no}\nHow?\n\n${REVEAL}\n:::`,
      [
        '8: “predict” has no attribute “hint”; it has id, answer, within, unit, curve, reveals. (Put a value with spaces in quotes.)',
      ],
    ],
  ])('is told what is wrong with it: %s', (body, expected) => {
    expect(wrongs(body).filter((sentence) => !sentence.includes('reach='))).toEqual(expected);
  });
});

describe('the predictions of the lessons', () => {
  const pages = [...readLessons('web/lessons').pages.values()].map(({ page: lesson }) => lesson);
  const predicting = pages.filter(({ blocks }) => blocks.some(({ kind }) => kind === 'predict'));

  it('stand on at least ten pages, in every chapter', () => {
    expect(predicting.length).toBeGreaterThanOrEqual(10);
    const chapters = new Set(predicting.map(({ id }) => id.split('/')[0]));
    expect([...chapters]).toEqual(['foundations', 'fundamentals', 'from-scratch']);
  });

  it('ask for numbers, choices and curves, and some keep a figure back', () => {
    const all = predicting.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'predict'));
    expect(new Set(all.map(({ answer }) => answer.kind))).toEqual(new Set(['number', 'choice', 'curve']));
    expect(all.filter(({ reveals }) => reveals !== null).length).toBeGreaterThanOrEqual(4);
  });
});

describe('a prediction', () => {
  const answer: NumberAnswer = { kind: 'number', value: -2.5, within: 0.1, unit: 'm', misconceptions: [] };

  it('is read with a comma or a point, a unit or none', () => {
    expect(readNumber(answer, '−2,5 m')).toEqual({ text: '-2.5' });
    expect(readNumber(answer, '3')).toEqual({ text: '3' });
    expect(readNumber(answer, ' ')).toHaveProperty('problem');
    expect(readNumber(answer, 'much')).toHaveProperty('problem');
    expect(readChoice(2)).toEqual({ text: '2' });
    expect(readChoice(null)).toHaveProperty('problem');
  });

  it('is compared with what comes out', () => {
    expect(compareNumber(answer, '-2.5')).toEqual({
      isRight: true,
      sentence: 'You predicted −2.5 m, and that is right.',
    });
    expect(compareNumber(answer, '-2.4').isRight).toBe(true);
    expect(compareNumber(answer, '-2.39').isRight).toBe(false);
    expect(compareNumber(answer, '1')).toEqual({
      isRight: false,
      sentence: 'You predicted 1 m. It is −2.5 m: your prediction was 3.5 m too high.',
    });
    expect(compareNumber(answer, '-3').sentence).toContain('0.5 m too low');
    expect(numberInWords(answer)).toBe('It is −2.5 m.');
    const options = [
      { html: 'Up', right: true, feedback: '' },
      { html: 'Down', right: false, feedback: '' },
    ];
    expect(compareChoice({ kind: 'choice', options }, '0').isRight).toBe(true);
    expect(compareChoice({ kind: 'choice', options }, '1').isRight).toBe(false);
  });

  it('is remembered by page, once', () => {
    const once = withPrediction(NO_PROGRESS, 'a/b', 'p1', '3');
    expect(withPrediction(once, 'a/b', 'p1', '4')).toBe(once);
    expect(predictionsOf(once, 'a/b')).toEqual({ p1: '3' });
    expect(predictionsOf(once, 'constructor')).toEqual({});
    expect(readProgress(writeProgress(once))).toEqual(once);
    expect(readProgress('{"visited":["a/b"],"answered":{}}').predicted).toEqual({});
    expect(readProgress('{"predicted":{"a":{"p1":3,"p2":"x"},"b":4}}').predicted).toEqual({ a: { p2: 'x' }, b: {} });
  });

  it('hides its figure until it is made, unless the address contains a state of the figure', () => {
    const { page: lesson } = page(
      `:::predict{id=p1 answer=1 reveals=f1}\nHow?\n\n${REVEAL}\n:::\n\n::figure{name=slope}\n\n::figure{name=slope}`,
    );
    expect([...waitingFigures(lesson, {})]).toEqual(['f1']);
    expect([...waitingFigures(lesson, { p1: '' })]).toEqual([]);
    const [first, second] = lesson.blocks.filter((block) => block.kind === 'figure');
    const own = new Map([
      ['f1', first?.values ?? {}],
      ['f2', second?.values ?? {}],
    ]);
    expect([...changedFigures(lesson, own)]).toEqual([]);
  });
});

describe('a drawn curve', () => {
  const flat = Array.from({ length: POINTS }, () => 0);

  it('is written down and read back', () => {
    const ys = flat.map((_, i) => i / 3);
    const read = readSketch(writeSketch(ys)) ?? [];
    read.forEach((y, i) => {
      expect(y).toBeCloseTo(ys[i] as number, 3);
    });
    expect(readSketch('')).toBeNull();
    expect(readSketch('1 2 3')).toBeNull();
    expect(readSketch(flat.map(() => 'x').join(' '))).toBeNull();
  });

  it('takes along the points that the pointer was too fast for', () => {
    expect(drawnTo(flat, null, 4, 8)).toEqual(flat.with(4, 8));
    expect(drawnTo(flat.with(4, 8), 4, 8, 0).slice(4, 9)).toEqual([8, 6, 4, 2, 0]);
    expect(drawnTo(flat.with(4, 8), 4, 1, 2).slice(1, 5)).toEqual([2, 4, 6, 8]);
  });

  it('states the mean error, and the point with the largest error', () => {
    expect(differenceOf([1, 2, 3], [1, 4, 2])).toEqual({ mean: 1, largest: -2, at: 1 });
  });
});

describe('a curve to predict', () => {
  const curveNamed = async (name: string) => (await PREDICTED_CURVES[name]?.())?.default;

  it('is the slope of the sigmoid', async () => {
    const values = (await curveNamed('sigmoid-slope'))?.values(engine, 121) ?? [];
    placesOn([-6, 6], 121).forEach((x, i) => {
      const s = 1 / (1 + Math.exp(-x));
      expect(values[i]).toBeCloseTo(s * (1 - s), 12);
    });
  });

  it('is L as one element of X moves', async () => {
    const curve = await curveNamed('loss-of-one-input');
    const values = curve?.values(engine, 3) ?? [];
    const [X, W] = functions.randomNormals(190204, [
      [3, 3],
      [3, 2],
    ]);
    placesOn(curve?.xAxis.domain ?? [0, 0], 3).forEach((x, i) => {
      const sum = [0, 1, 2].reduce((total, row) => {
        const inputs = [0, 1, 2].map((k) => (row === 0 && k === 0 ? x : (X?.values[3 * row + k] as number)));
        const outputs = [0, 1].map((unit) => {
          const n = inputs.reduce((all, input, k) => all + input * (W?.values[2 * k + unit] as number), 0);
          return 1 / (1 + Math.exp(-n));
        });
        return total + (outputs[0] as number) + (outputs[1] as number);
      }, 0);
      expect(values[i]).toBeCloseTo(sum, 12);
    });
  });

  it.each(Object.entries(PREDICTED_CURVES))('lies within its picture: %s', async (_, load) => {
    const { default: curve } = await load();
    const [low, high] = curve.yAxis.domain;
    for (const y of curve.values(engine, 25)) {
      expect(y).toBeGreaterThan(low);
      expect(y).toBeLessThan(high);
    }
    const { curves, scatter } = curve.ground(engine);
    for (const ys of [...curves, ...(scatter === null ? [] : [scatter])].map((drawn) => Array.from(drawn.ys))) {
      expect(Math.min(...ys)).toBeGreaterThanOrEqual(low);
      expect(Math.max(...ys)).toBeLessThanOrEqual(high);
    }
  });
});
