/**
 * The package's `minifactory/element`: defines `<mini-factory>` at once, and loads its content with the first one on the
 * page. It does nothing where there are no custom elements, as on a server that renders pages.
 */
import { defineElement } from '../embed/shell';

export type {
  EmbedEventName,
  EmbedEvents,
  EmbedMethods,
  EmbedResult,
  EmbedState,
  MiniFactoryElement,
  RunProgress,
} from '../embed/api';

if (typeof customElements === 'object') {
  defineElement(async () => {
    try {
      await import('./mini-factory-packed.js');
    } catch (error) {
      console.error(error);
      throw new Error('Minifactory could not be loaded. Check the connection, then reload the page.');
    }
  });
}
