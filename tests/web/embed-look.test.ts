import { describe, expect, it } from 'vitest';
import {
  type Colour,
  contrast,
  type HostColours,
  over,
  readColour,
  tokensFor,
} from '../../web/embed/look/host-colours';
import { scaledText } from '../../web/embed/look/scale-styles';

const rgb = (red: number, green: number, blue: number): Colour => [red / 255, green / 255, blue / 255];

describe('the colours of another page', () => {
  const token = (host: HostColours, name: string): Colour => {
    const colour = readColour((tokensFor(host).tokens.get(`--${name}`) as string).replaceAll(' ', ', '));
    return colour?.colour as Colour;
  };

  const pages: Readonly<Record<string, HostColours>> = {
    'black on white': { ink: rgb(0, 0, 0), paper: rgb(255, 255, 255), accent: null },
    'Solarized, light': { ink: rgb(101, 123, 131), paper: rgb(253, 246, 227), accent: rgb(181, 137, 0) },
    'Solarized, dark': { ink: rgb(131, 148, 150), paper: rgb(0, 43, 54), accent: rgb(38, 139, 210) },
    'grey on grey': { ink: rgb(120, 120, 120), paper: rgb(128, 128, 128), accent: rgb(130, 130, 130) },
    'yellow on yellow': { ink: rgb(255, 240, 0), paper: rgb(255, 255, 0), accent: rgb(255, 255, 10) },
  };

  it.each(Object.entries(pages))('make text readable: %s', (_, host) => {
    for (const ground of ['paper', 'surface', 'sunken']) {
      for (const text of ['ink', 'ink-soft', 'accent']) {
        expect(contrast(token(host, text), token(host, ground)), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.45);
      }
      expect(contrast(token(host, 'control'), token(host, ground)), ground).toBeGreaterThanOrEqual(2.95);
    }
    expect(contrast(token(host, 'on-accent'), token(host, 'accent'))).toBeGreaterThanOrEqual(4.5);
    expect(token(host, 'paper').map((part) => Math.round(255 * part))).toEqual(host.paper.map((part) => 255 * part));
  });

  it('are unchanged if they are readable', () => {
    const host = { ink: rgb(7, 54, 66), paper: rgb(255, 255, 255), accent: rgb(0, 90, 60) };
    expect(tokensFor(host)).toMatchObject({ scheme: 'light' });
    expect(tokensFor(host).tokens.get('--ink')).toBe('rgb(7 54 66)');
    expect(tokensFor(host).tokens.get('--accent')).toBe('rgb(0 90 60)');
    expect(tokensFor({ ...host, paper: rgb(20, 20, 30) }).scheme).toBe('dark');
  });

  it('are read as browsers write them', () => {
    expect(readColour('rgb(255, 0, 51)')).toEqual({ colour: [1, 0, 0.2], alpha: 1 });
    expect(readColour('rgba(0, 0, 0, 0.5)')).toEqual({ colour: [0, 0, 0], alpha: 0.5 });
    expect(readColour('color(srgb 1 0.5 1.2e-3 / 0.25)')).toEqual({ colour: [1, 0.5, 0.0012], alpha: 0.25 });
    for (const other of ['', 'red', 'oklch(0.5 0.1 20)', 'color(display-p3 1 0 0)'])
      expect(readColour(other)).toBeNull();
  });

  it('are blended with the colours behind them if they are half transparent', () => {
    expect(over(rgb(0, 0, 0), 0.5, rgb(255, 255, 255))).toEqual([0.5, 0.5, 0.5]);
  });

  it('contrast as WCAG has it', () => {
    expect(contrast(rgb(0, 0, 0), rgb(255, 255, 255))).toBeCloseTo(21);
    expect(contrast(rgb(119, 119, 119), rgb(255, 255, 255))).toBeCloseTo(4.48, 2);
  });
});

describe('styles for an element in a container', () => {
  it('measure in the size of its text', () => {
    expect(scaledText('a { margin: -0.5rem 1rem; padding: calc(2 * .25rem); }')).toBe(
      'a { margin: calc(-0.5 * var(--rem)) calc(1 * var(--rem)); padding: calc(2 * calc(.25 * var(--rem))); }',
    );
    expect(scaledText('.x1rem #a2rem { width: 3em; height: 2px }')).toBe('.x1rem #a2rem { width: 3em; height: 2px }');
  });

  it('ask for the width of the container, and for nothing else otherwise', () => {
    expect(scaledText('@media (min-width: 40rem) and (max-width: 75rem) { a { top: 1rem } }')).toBe(
      '@container (min-width: 40em) and (max-width: 75em) { a { top: calc(1 * var(--rem)) } }',
    );
    expect(scaledText('@container (max-width: 30rem) {}')).toBe('@container (max-width: 30em) {}');
    for (const other of ['@media print {}', '@media (prefers-reduced-motion: reduce) {}']) {
      expect(scaledText(other)).toBe(other);
    }
  });
});
