/** A compact frame: its text is only for screen readers, and its panels open over the chart from a corner. */
import { css } from 'lit';

export const compactStyles = css`
  :host([compact]) figure {
    position: relative;
    height: 100%;
    gap: var(--space-1);
  }
  :host([compact]) .head {
    flex-wrap: nowrap;
    min-height: 1.75rem;
    /* Room for the two buttons in the corner. */
    padding-right: 4.25rem;
  }
  @container (max-width: 30rem) {
    :host([compact]) .head {
      flex-wrap: wrap;
    }
  }
  :host([compact]) .toolbar {
    flex: none;
    flex-wrap: nowrap;
  }
  :host([compact]) figcaption {
    min-width: 0;
    overflow: hidden;
    font-size: var(--size-2);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  :host([compact]) ul.legend {
    flex-wrap: nowrap;
    gap: var(--space-2);
    overflow: hidden;
    line-height: 1.25;
    white-space: nowrap;
  }
  :host([compact]) ul.legend li {
    gap: var(--space-1);
  }
  @container (max-width: 22rem) {
    :host([compact]) ul.legend {
      gap: 0.375rem;
      font-size: 0.75rem;
    }
    :host([compact]) ul.legend svg {
      max-width: 1.25rem;
    }
  }
  :host([compact]) .foot {
    position: absolute;
    z-index: 2;
    top: 0;
    right: 0;
    display: flex;
    gap: var(--space-1);
    --save-text: 0;
    --save-sign: '⤓' / '';
    --save-padding: 0;
    --fold-width: 1.75rem;
    --fold-text: 0;
    --fold-line: 1.5rem;
    --fold-sign: '≡' / '';
    --fold-border: 1px solid var(--control);
    --fold-marker: none;
    --fold-padding-label: 0;
    --fold-position: absolute;
    --fold-panel: max-content;
    --fold-padding: var(--space-2);
    --fold-panel-border: 1.5px solid var(--ink);
  }
  :host([compact]) .foot > :first-child {
    order: 2;
  }
  :host([compact]) .foot mf-save-picture {
    position: relative;
  }
  :host([compact]) .said {
    position: absolute;
    width: 1px;
    height: 1px;
    min-height: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
