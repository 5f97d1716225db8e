import type { CurvePoint, Evaluation } from '../../web/engine/types';
import type { Snapshot } from '../../web/worker/protocol';

/** The curve and the evaluations put together from snapshots, as a page does it. */
export class PageHistory {
  curve: CurvePoint[] = [];
  evaluations: Evaluation[] = [];

  take(snapshot: Snapshot): Snapshot {
    if (snapshot.restart) {
      this.curve = [];
      this.evaluations = [];
    }
    this.curve.push(...snapshot.curve);
    this.evaluations.push(...snapshot.evaluations);
    return snapshot;
  }
}
