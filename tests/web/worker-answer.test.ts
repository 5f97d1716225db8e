import { describe, expect, it } from 'vitest';
import { Server } from '../../web/worker/server';
import { RecordingOutbox } from './worker-channel';

describe('an answer', () => {
  it('is given once, whatever the handler does', async () => {
    const outbox = new RecordingOutbox();
    const checkpoint = { epoch: 0, batch: 0, capture: new Uint8Array(1), curve: [], edited: [] };
    const never = () => {};
    const server = new Server(
      outbox,
      {
        open: never,
        play: never,
        pause: never,
        step: never,
        reset: never,
        setLearningRate: never,
        setDependenceFeature: never,
        checkpoint: (_, answer) => {
          answer.done(checkpoint);
          answer.done(checkpoint);
          throw new Error('afterwards');
        },
        restore: never,
        restoreBest: never,
        rewind: never,
        trace: never,
        compareGradients: never,
        objectiveAround: never,
        partialDependence: never,
        setParameters: never,
      },
      never,
    );
    server.receive({ kind: 'call', id: 1, call: 'checkpoint', args: {} });
    await new Promise((resolve) => setImmediate(resolve));
    expect(outbox.messages.slice(1)).toMatchObject([{ kind: 'reply', id: 1 }]);
  });
});
