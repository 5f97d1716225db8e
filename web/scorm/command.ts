/** The answers of `npm run scorm` to its arguments, without printing. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { CHAPTERS } from 'virtual:lessons';
import { readAttributes } from '../embed/options/read-options';
import { parseGoal } from '../goals/parse';
import type { PageName } from '../lessons/lesson';
import { type Answer, answered, InputError } from '../library/answer';
import { writeContent } from '../library/files';
import { presetList, presetRecipe, recipeIn } from '../library/recipe-argument';
import { linkOf } from '../recipe/link';
import { nearest } from '../recipe/nearest';
import type { Recipe } from '../recipe/schema';
import type { LaunchPage } from './launch-page';
import type { Completion } from './outcome';
import { type PackagedFiles, scormPackage } from './package';

const USAGE = `Writes a SCORM 1.2 package: a page of Minifactory for a learning platform, which records the result.

  scorm recipe.json            the playground with the recipe in a file, or - for standard input
  scorm --preset NAME          with one of the course's recipes
  scorm --lesson ID            a page of the lessons, such as foundations/derivative
  scorm --list                 lists the presets and lessons
  scorm --help                 this text

  --goal EXPR                  what to reach, such as "test-rmse<4, parameters<=200" (docs/goals.md)
  --hide NAMES                 controls to leave out, separated by commas
  --title TEXT                 the title on the platform
  -o, --out FILE               the file to write (default: minifactory-scorm.zip)
`;

const FILE = 'minifactory-scorm.zip';

/** A link into a platform's own copy works only for people who are signed in. */
const NOT_HERE = ['share'];

/** The folder with the files of every package. */
export interface PackagedPaths {
  readonly element: URL;
  readonly recording: URL;
  readonly styles: URL;
  readonly site: URL;
  readonly licences: URL;
}

export function scormCommand(args: readonly string[], paths: PackagedPaths): Promise<Answer> {
  return answered(() => answer(args, paths));
}

async function answer(args: readonly string[], paths: PackagedPaths): Promise<Answer> {
  const { values, positionals } = parsed(args);
  if (values.help) return printed(USAGE);
  if (values.list) return printed(`${presetList()}\n${lessonList()}`);
  const asked = [...positionals, ...[values.preset, values.lesson].filter((each) => each !== undefined)];
  if (asked.length !== 1)
    throw misused(asked.length === 0 ? 'Nothing to package.' : 'A package contains only one recipe, preset or lesson.');
  const { hide, title, goal, out = FILE } = values;
  const page =
    values.lesson === undefined
      ? await recipePage(
          values.preset === undefined ? await recipeIn(positionals[0] ?? '') : presetRecipe(values.preset),
          goal,
        )
      : lessonPage(values.lesson, goal);
  const hidden = [...NOT_HERE, ...(hide === undefined ? [] : [hide])].join(',');
  const options = new Map([...page.options, ['hide', hidden]]);
  const { problems } = readAttributes(options);
  if (problems.length > 0) throw new InputError(problems.map(({ sentence }) => sentence).join('\n'));
  const zip = scormPackage({ ...page, options, title: title ?? page.title }, await files(paths));
  await writeContent(out, zip);
  return printed(`${out}, ${Math.round(zip.length / 1000)} kB.\n`);
}

async function recipePage(recipe: Recipe, goal: string | undefined): Promise<LaunchPage> {
  const link = new URLSearchParams(await linkOf({ recipe, parameters: null }));
  const preset = link.get('preset');
  const options = new Map([preset === null ? ['recipe', link.get('r') ?? ''] : ['preset', preset]]);
  const title = recipe.name === '' ? 'Minifactory' : recipe.name;
  if (goal === undefined) return { title, options, completes: 'training' };
  const result = parseGoal(goal);
  if (!result.ok) throw new InputError(result.sentence);
  return { title, options: options.set('goal', goal), completes: 'goal' };
}

function lessonPage(id: string, goal: string | undefined): LaunchPage {
  const page = lessonPages().find((each) => each.id === id);
  if (page === undefined) {
    const similar = nearest(
      id,
      lessonPages().map((each) => each.id),
    );
    const advice = similar === undefined ? '--list shows all of them.' : `did you mean ${similar}?`;
    throw new InputError(`There is no lesson ${JSON.stringify(id)}; ${advice}`);
  }
  if (goal !== undefined) throw misused('A goal needs a run. A lesson is completed when its questions are answered.');
  const completes: Completion = page.questions.length === 0 ? 'opening' : 'questions';
  return { title: page.title, options: new Map([['lesson', id]]), completes };
}

function lessonPages(): readonly PageName[] {
  return CHAPTERS.flatMap(({ pages }) => pages);
}

function lessonList(): string {
  return lessonPages()
    .map(({ id, title }) => `${id}  ${title}\n`)
    .join('');
}

async function files({ element, recording, styles, site, licences }: PackagedPaths): Promise<PackagedFiles> {
  const read = (path: URL) => readFile(path, 'utf8');
  return {
    element: await read(element),
    recording: await read(recording),
    styles: await read(styles),
    site: await read(site),
    licences: await read(licences),
  };
}

function printed(output: string): Answer {
  return { output, complaint: '', exitCode: 0 };
}

function misused(reason: string): InputError {
  return new InputError(`${reason}\n\n${USAGE.trimEnd()}`);
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        preset: { type: 'string' },
        lesson: { type: 'string' },
        goal: { type: 'string' },
        hide: { type: 'string' },
        title: { type: 'string' },
        out: { type: 'string', short: 'o' },
        list: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw misused((error as Error).message);
  }
}
