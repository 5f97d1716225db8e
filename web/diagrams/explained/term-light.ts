import type { LitElement, ReactiveController } from 'lit';

/** Keys that move through the terms of a panel, and by how many. */
const WALK: Readonly<Record<string, number>> = {
  ArrowRight: 1,
  ArrowDown: 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};

type TermElement = HTMLElement | SVGElement | MathMLElement;

function termAt(target: EventTarget | null): TermElement | null {
  return target instanceof Element ? target.closest<TermElement>('[data-term]') : null;
}

const idOf = (term: TermElement | null): string | null => term?.getAttribute('data-term') ?? null;

/** The terms of a panel that the keyboard reaches. */
function walked(panel: Element): readonly TermElement[] {
  return [...panel.querySelectorAll<TermElement>('[data-term][tabindex]')];
}

/**
 * Highlights all elements of one term in the host: a term is an element with its id as `data-term`, and highlighted
 * ones have the attribute `data-lit`. The pointer highlights the term under it, focus or a tap keeps it highlighted,
 * Escape removes the highlight. Terms with a tab index are reached by arrow keys, with one tab stop for each
 * `data-panel`.
 */
export class TermLight implements ReactiveController {
  private readonly host: LitElement;
  private readonly onChange: (lit: string | null) => void;
  private pointed: string | null = null;
  private kept: string | null = null;

  constructor(host: LitElement, onChange: (lit: string | null) => void) {
    this.host = host;
    this.onChange = onChange;
    host.addController(this);
  }

  /** The id of the highlighted term. */
  get lit(): string | null {
    return this.pointed ?? this.kept;
  }

  /** Highlights a term that another element points at; null for none. */
  point(term: string | null): void {
    this.change(term, this.kept);
  }

  hostConnected(): void {
    addEventListener('keydown', this.onEscape);
  }

  hostDisconnected(): void {
    removeEventListener('keydown', this.onEscape);
    this.change(null, null);
  }

  hostUpdated(): void {
    for (const panel of this.host.renderRoot.querySelectorAll('[data-panel]')) {
      const terms = walked(panel);
      if (!terms.some((term) => term.tabIndex === 0)) terms[0]?.setAttribute('tabindex', '0');
    }
    this.mark();
  }

  /** On moves only: a term that scrolls under a resting pointer is not pointed at. */
  readonly onPointerMove = (event: Event): void => {
    if (this.isOwn(event)) this.change(idOf(termAt(event.target)), this.kept);
  };

  readonly onPointerLeave = (): void => this.change(null, this.kept);

  readonly onClick = (event: Event): void => this.change(this.pointed, idOf(termAt(event.target)));

  readonly onFocusIn = (event: Event): void => this.change(null, idOf(termAt(event.target)));

  readonly onFocusOut = (): void => this.change(this.pointed, null);

  readonly onKeyDown = (event: KeyboardEvent): void => {
    const by = WALK[event.key];
    const from = termAt(event.target);
    const panel = from?.closest('[data-panel]');
    if (by === undefined || !from || !panel) return;
    event.preventDefault();
    event.stopPropagation();
    const terms = walked(panel);
    const to = terms[Math.max(0, Math.min(terms.length - 1, terms.indexOf(from) + by))];
    from.setAttribute('tabindex', '-1');
    to?.setAttribute('tabindex', '0');
    to?.focus();
  };

  /** Slotted elements report by themselves what they point at. */
  private isOwn({ target }: Event): boolean {
    return target instanceof Node && target.getRootNode() === this.host.renderRoot;
  }

  private readonly onEscape = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') this.change(null, null);
  };

  private change(pointed: string | null, kept: string | null): void {
    const before = this.lit;
    this.pointed = pointed;
    this.kept = kept;
    if (this.lit === before) return;
    this.host.requestUpdate();
    this.onChange(this.lit);
  }

  private mark(): void {
    for (const term of this.host.renderRoot.querySelectorAll('[data-term]')) {
      term.toggleAttribute('data-lit', idOf(term as TermElement) === this.lit);
    }
  }
}
