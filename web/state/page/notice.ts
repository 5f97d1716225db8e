/** One thing the page has to say, and what it offers to do about it. */
import type { Intent } from './events';

export interface Offer {
  readonly label: string;
  readonly intent: Intent;
}

export interface Statement {
  /** Stays the same while the statement is about the same thing. */
  readonly id: string;
  readonly tone: 'note' | 'good' | 'warn' | 'bad';
  readonly title: string;
  readonly text: string;
  readonly offers: readonly Offer[];
}
