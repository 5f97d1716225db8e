import { describe, expect, it } from 'vitest';
import type { Block, FigureBlock, LessonPage, TaskBlock } from '../../web/lessons/lesson';
import { hasFigure, slidesOf, turnOf } from '../../web/lessons/projector/slides';
import { worked } from '../../web/lessons/worked';

const figure = (id: string): FigureBlock => ({ kind: 'figure', id, name: 'chain', values: {} });
const task = (...figures: string[]): TaskBlock => ({ kind: 'do', html: '<p>Drag it.</p>', figures });
const text: Block = { kind: 'text', html: '<p>Words.</p>' };

describe('a task', () => {
  it('is taken before the figure it follows and is about', () => {
    const [f1, about] = [figure('f1'), task('f1')];
    expect(worked([text, f1, about, text])).toEqual([text, [about, f1], text]);
  });

  it('stays in its place if it belongs to another figure or is not beside it', () => {
    const blocks = [figure('f1'), figure('f2'), task('f1'), text, task('f2')];
    expect(worked(blocks)).toEqual(blocks);
  });

  it('goes with each of two figures', () => {
    const blocks = [figure('f1'), task('f1'), figure('f2'), task('f2', 'f1')];
    expect(worked(blocks)).toEqual([
      [blocks[1], blocks[0]],
      [blocks[3], blocks[2]],
    ]);
  });
});

describe('a page in projector mode', () => {
  it('begins with its title, and loses nothing', () => {
    const page = { blocks: [text, figure('f1'), task('f1'), text] } as unknown as LessonPage;
    expect(slidesOf(page).map((slide) => slide.kind)).toEqual(['title', 'part', 'part', 'part']);
    expect(slidesOf(page).map(hasFigure)).toEqual([false, false, true, false]);
  });

  it('is turned by keys, unless a control wants them', () => {
    const turns = (isFree: boolean) =>
      ['ArrowRight', ' ', 'PageDown', 'ArrowLeft', 'PageUp', 'Escape', 'a', 'Enter'].map((key) => turnOf(key, isFree));
    expect(turns(true)).toEqual(['next', 'next', 'next', 'previous', 'previous', 'leave', null, null]);
    expect(turns(false)).toEqual([null, null, 'next', null, 'previous', 'leave', null, null]);
  });
});
