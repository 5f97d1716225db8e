/** The frame of the playground and the lessons: a link past the header, the content, a last line. */
import { css } from 'lit';

export const frame = css`
  [slot='skip'] {
    position: absolute;
    z-index: 3;
    margin: var(--space-2);
  }

  [slot='skip']:not(:focus) {
    width: 1px;
    min-height: 0;
    height: 1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
  }

  main,
  .main,
  footer {
    max-width: var(--page);
    margin: 0 auto;
    padding: var(--space-4);
  }

  main:focus,
  .main:focus {
    outline: none;
  }

  footer {
    color: var(--ink-soft);
    font-size: var(--size-1);
  }

  footer button {
    display: inline;
    min-height: 0;
    padding: 0;
    border: 0;
    background: none;
    color: var(--accent);
    font: inherit;
    text-decoration: underline;
  }
`;
