import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Store } from '../../web/app/session/store';
import type { RunDatabase } from '../../web/app/storage/run-database';
import { idOfVisit, storeRunUnderWay } from '../../web/app/storage/run-under-way';
import { openedPage, progress, snapshot } from './state-fixtures';

describe('the run under way', () => {
  const written: unknown[] = [];
  const storage = { change: async (added: readonly unknown[]) => void written.push(...added) };

  beforeEach(() => {
    written.length = 0;
    vi.stubGlobal('document', new EventTarget());
    vi.stubGlobal('addEventListener', () => {});
  });

  test('is written down as soon as it has an epoch, not only with the next look some seconds later', async () => {
    const store = new Store(openedPage());
    storeRunUnderWay(store, Promise.resolve(storage as unknown as RunDatabase));
    const train = (batch: number, epoch: number) =>
      store.dispatch({
        type: 'snapshot-arrived',
        snapshot: snapshot({ progress: progress({ batch, epoch }), playing: true }),
      });
    train(5, 0);
    await Promise.resolve();
    expect(written).toEqual([]);
    train(12, 1);
    train(17, 1);
    await vi.waitFor(() => expect(written).toHaveLength(1));
    expect(written).toMatchObject([{ id: idOfVisit(store.state.runs.visit), epoch: 1, batch: 12 }]);
  });
});
