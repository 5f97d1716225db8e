/** A notice of the page, with its actions. */
import type { Intent } from './events';

export interface NoticeAction {
  readonly label: string;
  readonly intent: Intent;
}

export interface Notice {
  /** Stays the same while the notice is about the same thing. */
  readonly id: string;
  readonly tone: 'note' | 'good' | 'warn' | 'bad';
  readonly title: string;
  readonly text: string;
  readonly actions: readonly NoticeAction[];
}
