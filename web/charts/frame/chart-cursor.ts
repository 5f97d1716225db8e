import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { write } from '../drawing/moving-marks';
import { pointIn } from '../drawing/pointer';
import { nextIndex } from './cursor-keys';

/** What a chart displays and announces about one of its points. */
export interface Reading {
  /** The point in CSS pixels from the plot's top left corner; several `y` if series share an `x`. */
  readonly x: number;
  readonly y: readonly number[];
  /** The ends of an upright line that marks `x`; none if the point alone is marked. */
  readonly rule?: readonly [number, number];
  /** Shown as lines in the tooltip, and spoken as one sentence. */
  readonly lines: readonly string[];
}

/** A chart whose points can be read one by one. */
export interface Readable {
  readonly pointCount: number;
  /** The point to read for a pointer at (x, y); null if there is none near. */
  pointNear(x: number, y: number): number | null;
  readPoint(index: number): Reading;
}

const TIP_GAP = 12;

/** Reads a chart's points with the pointer, or with the arrow keys: the plot is a slider over its points. */
export class ChartCursor implements ReactiveController {
  private readonly host: ReactiveControllerHost & HTMLElement;
  private readonly chart: Readable;
  private index: number | null = null;

  constructor(host: ReactiveControllerHost & HTMLElement, chart: Readable) {
    this.host = host;
    this.chart = chart;
    host.addController(this);
  }

  hostUpdated(): void {
    this.refresh();
  }

  /** Shows the reading again after the chart was redrawn. */
  refresh(): void {
    const plot = this.part('.plot');
    if (!plot) return;
    const count = this.chart.pointCount;
    write(plot, 'aria-valuemax', String(Math.max(count, 1)));
    write(plot, 'aria-disabled', String(count === 0));
    if (this.index === null) return;
    if (this.index < count) this.show(this.index);
    else this.hide();
  }

  readonly onKeyDown = (event: KeyboardEvent): void => {
    const next = nextIndex(event.key, this.index, this.chart.pointCount);
    if (next === undefined) return;
    event.preventDefault();
    if (next === null) this.hide();
    else this.say(next);
  };

  readonly onPointerMove = (event: PointerEvent): void => {
    const plot = event.currentTarget as HTMLElement;
    const { x, y } = pointIn(plot, event);
    const index = this.chart.pointNear(x, y);
    if (index === null) this.hide();
    else this.show(index);
  };

  readonly onLeave = (): void => this.hide();

  /** Only a key press is announced: a value that changes during training must not interrupt the reader. */
  private say(index: number): void {
    this.show(index);
    const plot = this.part('.plot');
    plot?.setAttribute('aria-valuenow', String(index + 1));
    plot?.setAttribute('aria-valuetext', this.chart.readPoint(index).lines.join(', '));
  }

  private show(index: number): void {
    this.index = index;
    const plot = this.part('.plot');
    const tip = this.part('.tip');
    const crosshair = this.part('.crosshair');
    if (!plot || !tip || !crosshair) return;
    const reading = this.chart.readPoint(index);
    tip.replaceChildren(
      ...reading.lines.map((line) => {
        const element = document.createElement('div');
        element.textContent = line;
        return element;
      }),
    );
    tip.hidden = false;
    const [ruleTop, ruleBottom] = reading.rule ?? [0, 0];
    crosshair.hidden = !reading.rule;
    crosshair.style.height = `${ruleBottom - ruleTop}px`;
    crosshair.style.transform = `translate(${reading.x}px, ${ruleTop}px)`;
    this.placeRings(reading);
    const top = Math.min(...reading.y);
    const right = reading.x + TIP_GAP + tip.offsetWidth > plot.clientWidth;
    const left = right ? Math.max(0, reading.x - TIP_GAP - tip.offsetWidth) : reading.x + TIP_GAP;
    const above = Math.min(Math.max(0, top - TIP_GAP - tip.offsetHeight), plot.clientHeight - tip.offsetHeight);
    tip.style.transform = `translate(${left}px, ${above}px)`;
  }

  private hide(): void {
    this.index = null;
    for (const selector of ['.tip', '.crosshair']) {
      const element = this.part(selector);
      if (element) element.hidden = true;
    }
    this.part('.rings')?.replaceChildren();
  }

  private placeRings(reading: Reading): void {
    this.part('.rings')?.replaceChildren(
      ...reading.y.map((y) => {
        const ring = document.createElement('span');
        ring.className = 'ring';
        ring.style.transform = `translate(${reading.x}px, ${y}px)`;
        return ring;
      }),
    );
  }

  private part(selector: string): HTMLElement | null {
    return this.host.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  }
}
