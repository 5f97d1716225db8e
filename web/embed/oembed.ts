/**
 * Static oEmbed documents (oembed.com, version 1.0): one for the playground, each preset and each lesson. A static site
 * cannot answer for any address, so each is a file, whose address a tool is given.
 */
import type { Preset } from '../recipe/presets';
import type { Contents } from './builder/embed-choice';
import { frameSnippet, sandboxOf } from './builder/snippets';
import type { Options } from './options/options';
import { readFragment, writeFragment } from './options/read-options';

export const OEMBED_FOLDER = 'oembed';
export const OEMBED_INDEX = 'index.json';

/** CSS pixels; a frame that may not grow is scrolled. */
const WIDTH = 800;
const HEIGHT = 720;

export interface OembedDocument {
  readonly version: '1.0';
  readonly type: 'rich';
  readonly title: string;
  readonly provider_name: string;
  readonly provider_url: string;
  readonly html: string;
  readonly width: number;
  readonly height: number;
}

/** The document for these options, relative to the folder of all documents; null if there is none. */
export function oembedOf(options: Options): string | null {
  const { preset, lesson } = options;
  const file =
    lesson !== null ? ofLesson(lesson) : preset !== null ? ofPreset(preset) : { name: OEMBED_INDEX, fragment: '' };
  return writeFragment(readFragment(file.fragment).options) === writeFragment(options) ? file.name : null;
}

/**
 * All documents, by their names in the folder.
 * @param site the address of the site's root, ending in a slash
 */
export function oembedDocuments(
  site: string,
  presets: readonly Pick<Preset, 'id' | 'title'>[],
  chapters: Contents,
): ReadonlyMap<string, OembedDocument> {
  const document = (title: string, fragment: string): OembedDocument => {
    const address = new URL(fragment === '' ? 'embed.html' : `embed.html#${fragment}`, site).href;
    return {
      version: '1.0',
      type: 'rich',
      title,
      provider_name: 'Minifactory',
      provider_url: site,
      html: frameSnippet({ address, title, width: '100%', height: HEIGHT, sandbox: sandboxOf(false) }),
      width: WIDTH,
      height: HEIGHT,
    };
  };
  const documents = new Map([[OEMBED_INDEX, document('Minifactory: watch a neural network learn', '')]]);
  for (const { id, title } of presets) {
    const { name, fragment } = ofPreset(id);
    documents.set(name, document(`Minifactory: ${title}`, fragment));
  }
  for (const { id, title } of chapters.flatMap(({ pages }) => pages)) {
    const { name, fragment } = ofLesson(id);
    documents.set(name, document(`Minifactory: ${title}`, fragment));
  }
  return documents;
}

function ofPreset(id: string): { name: string; fragment: string } {
  return { name: `presets/${id}.json`, fragment: `preset=${id}` };
}

function ofLesson(id: string): { name: string; fragment: string } {
  return { name: `lessons/${id}.json`, fragment: `lesson=${id}` };
}
