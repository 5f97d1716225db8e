/** On a dark page, Firefox draws the empty part of a slider brighter than the full one, so it is drawn here. */
import { css } from 'lit';

export const slider = css`
  @supports selector(::-moz-range-thumb) {
    @media (forced-colors: none) {
      input[type='range'] {
        appearance: none;
        background: none;
      }

      ::-moz-range-track {
        box-sizing: border-box;
        height: 0.5rem;
        border: 1px solid var(--control);
        border-radius: 0.25rem;
        background: var(--sunken);
      }

      ::-moz-range-progress {
        height: 0.5rem;
        border-radius: 0.25rem;
        background: var(--accent);
      }

      ::-moz-range-thumb {
        width: 1rem;
        height: 1rem;
        border: 0;
        border-radius: 50%;
        background: var(--accent);
      }

      :disabled::-moz-range-progress,
      :disabled::-moz-range-thumb {
        background: var(--control);
      }
    }
  }
`;
