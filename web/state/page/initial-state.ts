/** The page's first state: the first preset, or what was saved before a reload. */
import { presetNamed } from '../../recipe/presets';
import type { Recipe } from '../../recipe/schema';
import { NOTHING_CHECKED } from '../check/check-state';
import { goalSet } from '../goal/goal-state';
import { FIRST_EXPLAIN } from '../inside/explain';
import { FIRST_INSIDE } from '../inside/inside-state';
import type { Draft } from '../recipe/draft';
import { checked } from '../recipe/recipe-state';
import { FIRST_SPEED } from '../run/pace';
import { noRuns } from '../runs/stored-runs';
import { viewOfHash } from './address';
import { OWN_PAGE } from './host-context';
import { NOTHING_PENDING, type PageState } from './page-state';
import { FIRST_PICTURES } from './pictures';
import type { Saved } from './saved';

const FIRST_PRESET = 'chapter-3-one-hidden';

export function firstRecipe(): Recipe {
  const preset = presetNamed(FIRST_PRESET);
  if (preset === undefined) {
    throw new Error(`There is no preset ${FIRST_PRESET}.`);
  }
  return preset.recipe;
}

/** `visit` distinguishes the runs of this visit from those of other visits. */
export function initialState(hash: string, saved: Saved, visit = 'visit'): PageState {
  const draft: Draft = saved.draft ?? firstRecipe();
  return {
    host: OWN_PAGE,
    view: viewOfHash(hash),
    theme: saved.theme ?? 'system',
    speed: saved.speed === undefined ? FIRST_SPEED : saved.speed,
    ...checked(draft, saved.origin ?? null),
    replaced: null,
    opened: null,
    unopened: null,
    text: saved.text ?? null,
    textProblems: [],
    engine: { status: 'starting' },
    run: null,
    before: null,
    crash: null,
    goalPutAway: null,
    goal: saved.goal === undefined ? null : goalSet(saved.goal.goal, saved.goal.setFor),
    runs: { ...noRuns(visit), overlaid: saved.overlaid ?? [] },
    dependences: [],
    refusal: null,
    edits: null,
    pending: NOTHING_PENDING,
    check: NOTHING_CHECKED,
    pictures: saved.pictures ?? FIRST_PICTURES,
    lossScale: 'log',
    dependenceFeature: 'LSTAT',
    column: 'LSTAT',
    inside: { ...FIRST_INSIDE, drawing: saved.drawing ?? FIRST_INSIDE.drawing },
    explain: saved.explain ?? FIRST_EXPLAIN,
    startPage: null,
    isWelcomed: saved.isWelcomed ?? false,
    sharing: false,
  };
}
