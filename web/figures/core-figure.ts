/** A figure that shows what the core's functions give. */
import { html, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { EngineFunctions } from '../engine/core-calls';
import type { Engine } from '../engine/engine';
import { core } from './core';
import { FigureElement } from './figure-element';
import { figureStyles } from './figure-frame';

/** Waits for the engine, says so where it cannot be had, and draws with it from then on. */
export abstract class CoreFigure extends FigureElement {
  @state() private engine: Engine | null = null;
  /** Why there is no engine; empty while there is hope. */
  @state() private trouble = '';

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.engine === null) void this.load();
  }

  /** The whole figure, drawn anew whenever a value has changed. */
  protected abstract figure(functions: EngineFunctions, engine: Engine): TemplateResult;

  protected override render(): TemplateResult {
    if (this.engine !== null) return this.figure(this.engine.functions, this.engine);
    if (this.trouble === '') return html`<p class="sheet soft">Loading the figure…</p>`;
    return html`<div class="sheet" role="alert">
      <p>This figure cannot be shown. ${this.trouble}</p>
      <button type="button" @click=${this.load}>Try again</button>
    </div>`;
  }

  private readonly load = async (): Promise<void> => {
    this.trouble = '';
    try {
      this.engine = await core();
    } catch (error) {
      this.trouble = error instanceof Error ? error.message : String(error);
    }
  };

  static override styles = figureStyles;
}
