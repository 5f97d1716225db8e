/** For an element whose layout follows its own width, in container queries. */
import { css } from 'lit';

export const container = css`
  :host {
    container-type: inline-size;
  }

  /* Firefox leaves the words out of a drawing that it prints within a container beyond the first page. */
  @media print {
    :host {
      container-type: normal;
    }
  }
`;
