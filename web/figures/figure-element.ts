/** What all figures of the lessons have in common. */
import { LitElement } from 'lit';
import { property } from 'lit/decorators.js';
import type { FigureValue } from './fields.js';

export type FigureValues = Readonly<Record<string, FigureValue>>;

/** Fired with all values when the reader has changed one; the page puts them into its address and hands them back. */
export type FigureChange = CustomEvent<FigureValues>;

/**
 * A figure draws `values` and holds no other state a reader could want back: what is dragged, typed or chosen goes out
 * as a change and comes back as a property. Each number it shows is the engine's.
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
