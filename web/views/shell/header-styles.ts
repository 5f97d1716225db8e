/** Styles of the strip at the top of the page. */
import { css } from 'lit';

export const headerStyles = css`
  :host {
    border-bottom: 1.5px solid var(--ink);
    background: var(--surface);
  }

  header {
    display: grid;
    grid-template-columns: auto 1fr auto auto;
    align-items: center;
    gap: var(--space-2) var(--space-5);
    max-width: var(--page);
    margin: 0 auto;
    padding: var(--space-2) var(--space-4);
  }

  .brand {
    display: flex;
    align-items: center;
    gap: var(--space-2);
    color: inherit;
    font-size: var(--size-4);
    font-weight: 680;
    line-height: 1.25;
    letter-spacing: -0.01em;
    text-decoration: none;
  }

  .logo {
    width: 3rem;
    height: 2rem;
    fill: none;
    stroke: currentcolor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }

  .logo rect {
    fill: var(--paper);
  }

  .logo .curve {
    stroke: var(--accent);
    stroke-width: 2.5;
  }

  nav ul {
    display: flex;
    flex-wrap: wrap;
    gap: var(--space-1);
  }

  nav a,
  .across {
    display: block;
    padding: var(--space-2) var(--space-3);
    border-bottom: 3px solid transparent;
    color: var(--ink);
    font-weight: 600;
    text-decoration: none;
  }

  nav a:hover,
  .across:hover {
    border-color: var(--rule);
  }

  nav a[aria-current] {
    border-color: var(--accent);
  }

  .end {
    display: flex;
    align-items: center;
    gap: var(--space-2);
  }

  @media (max-width: 76rem) {
    header {
      grid-template-columns: 1fr auto;
      gap: var(--space-1) var(--space-3);
    }

    .end {
      grid-area: 1 / 2;
      justify-self: end;
    }
  }

  @media (max-width: 40rem) {
    nav {
      grid-column: 1 / -1;
    }

    nav ul {
      gap: 0;
      margin-inline: calc(-1 * var(--space-2));
    }

    nav a,
    .across {
      padding-inline: var(--space-2);
    }
  }

  @media (max-width: 26rem) {
    header {
      padding-inline: var(--space-3);
    }

    .logo {
      display: none;
    }

    .end {
      gap: 0;
    }
  }

  @media (max-width: 23rem) {
    header {
      grid-template-columns: minmax(0, 1fr);
    }

    .end {
      grid-area: auto;
      flex-wrap: wrap;
      justify-self: start;
    }
  }

  @media (forced-colors: active) {
    nav a:not([aria-current]),
    .across {
      border-color: Canvas;
    }
  }

  @media print {
    :host {
      display: none;
    }
  }
`;
