import { expect, test } from 'vitest';
import { firstRecipe, initialState } from '../../web/state/page/initial-state';
import { reduce } from '../../web/state/page/reduce';
import { preferencesWithTheme, readSaved, savedPreferences, savedWork } from '../../web/state/page/saved';

const EXAMPLE = firstRecipe();

test('stored values are restored: theme, speed, explanation, draft, unapplied text, drawing', () => {
  let state = initialState('', {});
  state = reduce(state, { type: 'theme-chosen', theme: 'dark' });
  state = reduce(state, { type: 'speed-chosen', speed: 25 });
  state = reduce(state, { type: 'field-edited', path: 'layers[0].units', value: 'many' });
  state = reduce(state, { type: 'text-edited', text: '{' });
  state = reduce(state, { type: 'drawing-chosen', drawing: 'circles' });
  state = reduce(state, { type: 'explain-changed', changes: { language: 'cpp', showsNumbers: true } });
  state = reduce(state, { type: 'explain-changed', changes: { open: false, subject: 'network' } });
  const back = initialState('#data', readSaved(savedPreferences(state), savedWork(state), EXAMPLE));
  expect(back.theme).toBe('dark');
  expect(back.speed).toBe(25);
  expect(back.draft).toEqual(state.draft);
  expect(back.problems).toEqual(state.problems);
  expect(back.explain).toEqual({ open: false, subject: 'network', language: 'cpp', showsNumbers: true });
  expect(back.text).toBe('{');
  expect(back.inside.drawing).toBe('circles');
  expect(back.view).toBe('data');
});

test('preferences are written as version 0.1.0 wrote them, also with another theme', () => {
  const preferences = {
    theme: 'dark',
    speed: 25,
    explain: { open: false, subject: 'loss', tongue: 'pytorch', showsNumbers: true },
    overlaid: ['visit-0'],
  };
  const state = initialState('', readSaved(JSON.stringify(preferences), null, EXAMPLE));
  expect(savedPreferences(state)).toBe(JSON.stringify(preferences));
  expect(preferencesWithTheme(JSON.stringify(preferences), 'light')).toBe(
    JSON.stringify({ ...preferences, theme: 'light' }),
  );
});

test('without stored values it is the first visit', () => {
  expect(readSaved(null, null, EXAMPLE)).toEqual({});
});

test.each([
  'no JSON',
  'null',
  '[]',
  '{"draft": {"layers": 3}, "theme": "pink", "speed": -1, "text": 5, "drawing": "cubes"}',
  '{"explain": {"open": true, "subject": "zebra", "tongue": "cpp", "showsNumbers": true}}',
  '{"explain": {"open": 1, "subject": "loss", "tongue": "cpp", "showsNumbers": true}}',
  JSON.stringify({ draft: { ...EXAMPLE, training: null } }),
  JSON.stringify({ draft: { ...EXAMPLE, layers: [{ units: 3 }] } }),
])('what nobody kept like that is left out: %s', (text) => {
  expect(readSaved(text, text, EXAMPLE)).toEqual({});
});
