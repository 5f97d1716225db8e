/**
 * `minifactory-host.js`, for pages that frame `embed.html`: gives frames the height of their content, and talks to
 * them.
 */
import { FrameLine, isFromEmbed } from './frame-line';
import type { MinifactoryEmbed, MinifactoryHost, MinifactoryResult } from './host-types';

/** The largest height that an embed may ask for. */
const HIGHEST = 20_000;

const timers = {
  set: (act: () => void, milliseconds: number) => window.setTimeout(act, milliseconds),
  clear: (id: number) => window.clearTimeout(id),
};

function originOf(frame: HTMLIFrameElement): string {
  const isOpaque = frame.hasAttribute('sandbox') && !frame.sandbox.contains('allow-same-origin');
  return isOpaque ? 'null' : new URL(frame.src, document.baseURI).origin;
}

addEventListener('message', ({ data, source, origin }) => {
  if (!isFromEmbed(data) || data.type !== 'resize' || typeof data.height !== 'number') return;
  const frame = [...document.querySelectorAll('iframe')].find(({ contentWindow }) => contentWindow === source);
  if (frame === undefined || origin !== originOf(frame)) return;
  if (data.height > 0 && data.height <= HIGHEST) frame.style.height = `${data.height}px`;
});

async function connect(frame: HTMLIFrameElement): Promise<MinifactoryEmbed> {
  const target = frame.contentWindow;
  if (target === null) throw new Error('The frame is not in the page yet. Add it to the page, then connect.');
  let disconnect = () => {};
  const firstSign = new Promise<FrameLine>((resolve, reject) => {
    const line: FrameLine = new FrameLine({ target, origin: originOf(frame), heard: () => resolve(line), timers });
    const receive = (event: MessageEvent) => line.receive(event);
    addEventListener('message', receive);
    disconnect = () => {
      removeEventListener('message', receive);
      line.close();
    };
    // A loaded embed answers. An embed that is not loaded yet announces itself later, even if its frame loads lazily.
    const isLazy = frame.loading === 'lazy';
    line.ask({ type: 'getState' }).catch((error: unknown) => isLazy || reject(error));
  });
  try {
    return embedOn(await firstSign, disconnect);
  } catch (error) {
    disconnect();
    throw error;
  }
}

function embedOn(line: FrameLine, disconnect: () => void): MinifactoryEmbed {
  return {
    load: async (recipe) => void (await line.ask({ type: 'load', recipe })),
    run: async () => void (await line.ask({ type: 'run' })),
    pause: async () => void (await line.ask({ type: 'pause' })),
    reset: async () => void (await line.ask({ type: 'reset' })),
    getState: () => line.ask({ type: 'getState' }),
    getResult: async () => (await line.ask({ type: 'getResult' })) as MinifactoryResult,
    setState: async (state) => void (await line.ask({ type: 'setState', state })),
    on: (type, listener) => line.on(type, listener as (detail: unknown) => void),
    disconnect,
  };
}

globalThis.Minifactory = { connect } satisfies MinifactoryHost;
