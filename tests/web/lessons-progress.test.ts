import { afterEach, describe, expect, it, vi } from 'vitest';
import {
  answeredOf,
  isAnswered,
  NO_PROGRESS,
  readProgress,
  withAnswer,
  withVisit,
  writeProgress,
} from '../../web/lessons/progress';
import { ProgressStorage } from '../../web/lessons/progress-storage';

const PAGE = { id: 'a/b', title: '', question: '', questions: ['q1', 'q2'] };

describe('progress', () => {
  it('counts a page as answered when all its questions are answered', () => {
    const half = withAnswer(withVisit(NO_PROGRESS, 'a/b'), 'a/b', 'q1');
    expect(isAnswered(half, PAGE)).toBe(false);
    expect(isAnswered(withAnswer(half, 'a/b', 'q2'), PAGE)).toBe(true);
    expect(isAnswered(withAnswer(half, 'a/c', 'q2'), PAGE)).toBe(false);
  });

  it('counts each visit and answer once', () => {
    const once = withAnswer(withVisit(NO_PROGRESS, 'a/b'), 'a/b', 'q1');
    expect(withAnswer(withVisit(once, 'a/b'), 'a/b', 'q1')).toBe(once);
  });

  it('is the same after writing and reading', () => {
    const progress = withAnswer(withVisit(NO_PROGRESS, 'a/b'), 'a/b', 'q1');
    expect(readProgress(writeProgress(progress))).toEqual(progress);
  });

  it.each([null, '', '{', '[]', '3', 'null', '{"visited":3,"answered":[1]}', '{"visited":[1,{}],"answered":{"a":2}}'])(
    'is empty if the stored text is not valid: %s',
    (text) => {
      const progress = readProgress(text);
      expect(progress.visited).toEqual([]);
      expect(answeredOf(progress, 'a')).toEqual([]);
      expect(answeredOf(progress, 'constructor')).toEqual([]);
    },
  );
});

describe('the storage of progress', () => {
  const kept = new Map<string, string>();
  const storage = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  afterEach(() => {
    kept.clear();
    vi.unstubAllGlobals();
  });

  it('stores progress across visits, and deletes it on request', () => {
    vi.stubGlobal('localStorage', storage);
    new ProgressStorage().change((progress) => withVisit(progress, 'a/b'));
    const later = new ProgressStorage();
    expect([later.progress.visited, later.lasts]).toEqual([['a/b'], true]);
    later.forget();
    expect(later.progress).toEqual(NO_PROGRESS);
    expect(new ProgressStorage().progress).toEqual(NO_PROGRESS);
  });

  it('keeps what another tab has written in the meantime', () => {
    vi.stubGlobal('localStorage', storage);
    const [one, other] = [new ProgressStorage(), new ProgressStorage()];
    one.change((progress) => withVisit(progress, 'a/b'));
    other.change((progress) => withVisit(progress, 'a/c'));
    expect(new ProgressStorage().progress.visited).toEqual(['a/b', 'a/c']);
  });

  it('keeps progress for this visit if the browser refuses storage, and reports that', () => {
    vi.stubGlobal('localStorage', {
      ...storage,
      setItem: () => {
        throw new Error('refused');
      },
    });
    const keeper = new ProgressStorage();
    keeper.change((progress) => withVisit(progress, 'a/b'));
    keeper.change((progress) => withVisit(progress, 'a/c'));
    expect([keeper.progress.visited, keeper.lasts]).toEqual([['a/b', 'a/c'], false]);
    keeper.forget();
    expect(keeper.progress).toEqual(NO_PROGRESS);
  });
});
