import { describe, expect, it } from 'vitest';
import { PARTS, PRINTED, presetOf, printedIn } from '../../web/lessons/ledger/ledger-parts';
import { presetNamed } from '../../web/recipe/presets';

describe('the parts of the ledger', () => {
  it('together contain every number', () => {
    const held = new Set(PARTS.flatMap(({ id }) => printedIn(id)));
    expect(held.size).toBe(PRINTED.length);
    for (const { id } of PARTS) expect(printedIn(id).length).toBeGreaterThan(0);
  });

  it('are all shown if the address names none', () => {
    expect(printedIn(null)).toEqual(PRINTED);
    expect(printedIn('chapter-9')).toEqual(PRINTED);
  });

  it('know the run of each number that has one', () => {
    for (const entry of PRINTED) {
      const preset = presetOf(entry);
      if (preset !== null) expect(presetNamed(preset), entry.id).toBeDefined();
    }
    expect(PRINTED.filter((entry) => presetOf(entry) === 'chapter-3-linear')).toHaveLength(7);
    expect(printedIn('chapter-1').map(presetOf)).toEqual(printedIn('chapter-1').map(() => null));
  });
});
