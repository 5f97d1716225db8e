/** The package's `minifactory/element/react`: the element, and its attributes and events in React's JSX. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { EmbedEvents, MiniFactoryElement } from '../embed/api';
import type { OptionName } from '../embed/options/options';
import './element';

/** Options may be given as texts, numbers, lists and objects. */
type OptionProps = { readonly [Name in Exclude<OptionName, 'part'>]?: unknown } & {
  readonly part?: string | undefined;
  readonly site?: string | undefined;
};

/** React 19 calls these for the element's events. */
type EventProps = {
  readonly [Name in keyof EmbedEvents as `on${Name}`]?: (event: CustomEvent<EmbedEvents[Name]>) => void;
};

export type MiniFactoryProps = DetailedHTMLProps<HTMLAttributes<MiniFactoryElement>, MiniFactoryElement> &
  OptionProps &
  EventProps;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'mini-factory': MiniFactoryProps;
    }
  }
}
