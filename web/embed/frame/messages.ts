/**
 * The messages between embed.html and the page that frames it, sent by `postMessage`. Every message names its source and
 * the version of this protocol:
 *
 *     embed → host   { source: 'minifactory', version: 1, type, … }          `FromEmbed`
 *     host → embed   { source: 'minifactory-host', version: 1, id, type, … } `Request` of read-request.ts
 *     embed → host   { source: 'minifactory', version: 1, type: 'reply', id, ok, … } one for each request
 */
export const VERSION = 1;
export const EMBED = 'minifactory';
export const HOST = 'minifactory-host';

/** What the embed reports; `detail` is that of the element's event of the same name. */
export const NEWS = ['ready', 'state', 'finished', 'answered', 'goal', 'error'] as const;
export type News = (typeof NEWS)[number];

interface Envelope {
  readonly source: typeof EMBED;
  readonly version: typeof VERSION;
}

export type RequestId = string | number;

export type Reply =
  | (Envelope & { readonly type: 'reply'; readonly id: RequestId; readonly ok: true; readonly value: unknown })
  /** Why it was not done, as a sentence. */
  | (Envelope & { readonly type: 'reply'; readonly id: RequestId; readonly ok: false; readonly sentence: string });

export type FromEmbed =
  | (Envelope & { readonly type: News; readonly detail: unknown })
  /** The height in CSS pixels at which nothing has to be scrolled. */
  | (Envelope & { readonly type: 'resize'; readonly height: number })
  | Reply;

/** The same height in the format of Canvas, Sakai and Brightspace. */
export interface LtiFrameResize {
  readonly subject: 'lti.frameResize';
  readonly height: number;
}

const envelope: Envelope = { source: EMBED, version: VERSION };

export function news(type: News, detail: unknown): FromEmbed {
  return { ...envelope, type, detail };
}

export function resize(height: number): FromEmbed {
  return { ...envelope, type: 'resize', height };
}

export function done(id: RequestId, value: unknown): Reply {
  return { ...envelope, type: 'reply', id, ok: true, value };
}

export function refusal(id: RequestId, sentence: string): Reply {
  return { ...envelope, type: 'reply', id, ok: false, sentence };
}
