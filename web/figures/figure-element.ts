/** The base class of all figures of the lessons. */
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { FigureValue } from './fields.js';

export type FigureValues = Readonly<Record<string, FigureValue>>;

/** Fired with all values when the reader has changed one; the page puts them into its address and passes them back. */
export type FigureChange = CustomEvent<FigureValues>;

/**
 * A figure draws `values` and has no other state that a reader might want to keep. A change by the reader is sent as an
 * event and returns as a property. The engine computes each number it shows.
 */
export abstract class FigureElement extends LitElement {
  /** A value for every field of the figure's description, within its bounds. */
  @property({ attribute: false }) values!: FigureValues;

  protected number(name: string): number {
    return this.values[name] as number;
  }

  protected text(name: string): string {
    return this.values[name] as string;
  }

  protected flag(name: string): boolean {
    return this.values[name] as boolean;
  }

  protected numbers(name: string): readonly number[] {
    return this.values[name] as readonly number[];
  }

  protected names(name: string): readonly string[] {
    return this.values[name] as readonly string[];
  }

  protected change(changed: FigureValues): void {
    const detail = { ...this.values, ...changed };
    this.dispatchEvent(new CustomEvent('figure-change', { detail }) satisfies FigureChange);
  }
}
