/** A figure that shows results of the core. */
import { nothing, type TemplateResult } from 'lit';
import { state } from 'lit/decorators.js';
import type { EngineFunctions } from '../engine/core-calls';
import type { Engine } from '../engine/engine';
import { core } from './core';
import { FigureElement } from './figure-element';
import { figureStyles } from './figure-frame';

/** Added to a page only after the engine is loaded. The code that adds it reports a failure. */
export abstract class CoreFigure extends FigureElement {
  @state() private engine: Engine | null = null;

  override connectedCallback(): void {
    super.connectedCallback();
    void core().then((engine) => {
      this.engine = engine;
    });
  }

  /** The whole figure, drawn again whenever a value has changed. */
  protected abstract figure(functions: EngineFunctions, engine: Engine): TemplateResult;

  protected override render(): TemplateResult | typeof nothing {
    return this.engine === null ? nothing : this.figure(this.engine.functions, this.engine);
  }

  static override styles = figureStyles;
}
