import type { CurvePoint, Evaluation } from '../../web/engine/types';
import type { Snapshot } from '../../web/worker/protocol';

/** Combines the curve and the evaluations from snapshots, as a page does. */
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
