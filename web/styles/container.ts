/** For an element whose layout depends on its own width, with container queries. */
import { css } from 'lit';

export const container = css`
  :host {
    container-type: inline-size;
  }

  /* Firefox omits the text of a drawing that it prints within a container beyond the first page. */
  @media print {
    :host {
      container-type: normal;
    }
  }
`;
