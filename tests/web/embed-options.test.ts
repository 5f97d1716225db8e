import { describe, expect, it, vi } from 'vitest';
import { OPTION_NAMES } from '../../web/embed/options/option-names';
import { OPTIONS } from '../../web/embed/options/options';
import { readAttributes, readFragment, writeFragment, writeOptions } from '../../web/embed/options/read-options';
import { eventsOf } from '../../web/embed/parts/run-options';
import { siteAddress } from '../../web/embed/site';

const sentences = (fragment: string) => readFragment(fragment).problems.map(({ sentence }) => sentence);

describe('the options of an embed', () => {
  it('have a default each', () => {
    expect(readAttributes(new Map())).toEqual({
      options: {
        part: 'playground',
        preset: null,
        recipe: null,
        weights: null,
        figure: null,
        values: null,
        lesson: null,
        view: 'train',
        feature: null,
        drawing: 'boxes',
        step: 1,
        speed: 'watch',
        hide: [],
        goal: null,
        theme: 'auto',
        size: 'auto',
      },
      problems: [],
    });
  });

  it('are read from a fragment', () => {
    const { options, problems } = readFragment(
      '#part=loss&preset=chapter-3-two-hidden&hide=speed,%20seed,speed&speed=20&size=host&goal=test-rmse%3C4',
    );
    expect(problems).toEqual([]);
    expect(options).toMatchObject({
      part: 'loss',
      preset: 'chapter-3-two-hidden',
      hide: ['speed', 'seed'],
      speed: 20,
      size: 'host',
      goal: 'test-rmse<4',
    });
  });

  it('come from attributes; other attributes are ignored', () => {
    const { options, problems } = readAttributes(
      new Map([
        ['class', 'wide'],
        ['data-hide', 'x'],
        ['theme', 'host'],
        ['speed', 'fastest'],
      ]),
    );
    expect(problems).toEqual([]);
    expect(options).toMatchObject({ theme: 'host', speed: null });
  });

  it('determine the part by naming a figure or a lesson', () => {
    expect(readFragment('figure=derivative').options.part).toBe('figure');
    expect(readFragment('part=&figure=derivative').options.part).toBe('figure');
    expect(readFragment('lesson=foundations/derivative&values=f1.point%3D2').options).toMatchObject({
      part: 'lesson',
      lesson: 'foundations/derivative',
      values: 'f1.point=2',
    });
    expect(readFragment('part=network&figure=derivative').options.part).toBe('network');
  });

  it('are the same after a way through the fragment', () => {
    for (const fragment of [
      'part=metrics&preset=chapter-3-two-hidden&hide=speed%2Cseed&theme=host&size=18',
      'figure=derivative&values=point%3D2%26function%3Dsquare',
      'part=network&figure=derivative',
      'recipe=%7B%22name%22%3A%22A%26B%22%7D&speed=20&step=3&drawing=circles&view=inside',
    ]) {
      const { options } = readFragment(fragment);
      expect(readFragment(writeFragment(options)).options).toEqual(options);
      expect(readAttributes(writeOptions(options)).options).toEqual(options);
      // As short as possible.
      expect(writeFragment(options).length).toBeLessThanOrEqual(fragment.length);
    }
    expect(writeFragment(readFragment('').options)).toBe('');
  });

  it('fall back to their default, with a sentence, if they are invalid', () => {
    const { options, problems } = readFragment('part=los&speed=0&step=1.5&theme=black&hide=speed,sed&size=9px');
    expect(options).toEqual(readFragment('').options);
    expect(problems.map(({ option }) => option).sort()).toEqual(['hide', 'part', 'size', 'speed', 'step', 'theme']);
    expect(sentences('part=los')).toEqual(['“part” is "los"; did you mean “loss”?']);
    expect(sentences('speed=0')).toEqual(['“speed” is "0"; it must be a number from 1 to 10000 or watch or fastest.']);
    expect(sentences('step=1.5')).toEqual(['“step” is "1.5"; it must be a whole number from 1 to 1000.']);
    expect(sentences('theme=black')).toEqual(['“theme” is "black"; it must be one of auto, light, dark, host.']);
    expect(sentences('hide=speed,sed')).toEqual(['“hide” contains "sed", so nothing is hidden; did you mean “seed”?']);
  });

  it('do not contradict each other in silence', () => {
    expect(sentences('preset=chapter-3-two-hidden&recipe={}')).toEqual([
      '“preset” and “recipe” are both set; the recipe is used.',
    ]);
    expect(sentences('part=figure')[0]).toContain('needs a name');
    expect(sentences('part=lesson')[0]).toContain('needs a name');
    // One mistake is reported only once.
    expect(sentences('part=figure&figure=derivativ')).toHaveLength(1);
    expect(sentences('values=point%3D2')).toEqual([
      '“values” belong to a figure or a lesson, but this part is neither.',
    ]);
  });

  it('must be known and stand once in a fragment', () => {
    expect(sentences('presett=chapter-3-two-hidden')).toEqual(['"presett" is not an option; did you mean “preset”?']);
    expect(sentences('nonsense=1')[0]).toContain(OPTION_NAMES.join(', '));
    const { options, problems } = readFragment('speed=2&speed=3');
    expect(options.speed).toBe(2);
    expect(problems).toHaveLength(1);
    // Names that every object has are not options.
    expect(sentences('constructor=1&__proto__=2')).toHaveLength(2);
  });

  it('are all known to the element before the rest of it is loaded', () => {
    expect(OPTION_NAMES).toEqual(Object.keys(OPTIONS));
  });

  it.each(OPTION_NAMES)('%s has a default that can be written', (name) => {
    const { default: text } = OPTIONS[name];
    expect(readAttributes(new Map([[name, text]])).problems.filter(({ option }) => option === name)).toEqual([]);
  });
});

describe('the site that an embed is a piece of', () => {
  it.each([
    ['https://example.org/mf/assets/mini-factory-abc.js', 'https://example.org/mf/index.html'],
    ['https://example.org/assets/mini-factory-packed.js', 'https://example.org/assets/index.html'],
    ['https://example.org/mf/mini-factory-packed.js?2', 'https://example.org/mf/index.html'],
    ['http://localhost:5173/embed/mini-factory.ts', 'http://localhost:5173/index.html'],
  ])('is found from %s', (module, site) => {
    expect(siteAddress(module)).toBe(site);
  });

  it('is unknown in the npm package, and then nothing that leads to it is shown', () => {
    expect(siteAddress(null)).toBe(null);
    vi.stubGlobal('location', new URL('https://example.org/course.html'));
    const { options } = readAttributes(new Map([['hide', 'seed']]));
    const hostOf = (site: string | null) =>
      eventsOf(options, undefined, site).flatMap((event) => (event.type === 'host-changed' ? [event.host] : []))[0];
    expect(hostOf(null)).toEqual({
      hidden: new Set(['seed', 'lessons', 'share']),
      site: 'https://example.org/course.html',
    });
    expect(hostOf('https://example.org/mf/')).toEqual({ hidden: new Set(['seed']), site: 'https://example.org/mf/' });
    vi.unstubAllGlobals();
  });
});
