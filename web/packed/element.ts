/**
 * The package's `minifactory/element`: defines `<mini-factory>`. It loads the element when it is imported, and does
 * nothing where there are no custom elements, as on a server that renders pages.
 */
export type {
  EmbedEventName,
  EmbedEvents,
  EmbedMethods,
  EmbedState,
  MiniFactoryElement,
  RunProgress,
} from '../embed/api';

if (typeof customElements === 'object' && customElements.get('mini-factory') === undefined) {
  import('./mini-factory-packed.js').catch((error: unknown) => {
    console.error('Minifactory could not be loaded. Check the connection, then reload the page.', error);
  });
}
