/** The answers of `npm run scorm`, `cmi5` and `xapi` to their arguments, without printing. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { CHAPTERS } from 'virtual:lessons';
import { readAttributes } from '../embed/options/read-options';
import { parseGoal } from '../goals/parse';
import type { PageName } from '../lessons/lesson';
import { type Answer, answered, InputError, printed } from '../library/answer';
import { writeContent } from '../library/files';
import { presetList, presetRecipe, recipeIn } from '../library/recipe-argument';
import { linkOf } from '../recipe/link';
import { nearest } from '../recipe/nearest';
import type { Recipe } from '../recipe/schema';
import type { LaunchPage, Standard } from './launch-page';
import { SCHEMAS } from './manifest';
import type { Completion } from './outcome';
import { learningPackage, type PackagedFiles } from './package';

/** Each standard in words. */
const NAMES: Readonly<Record<Standard, string>> = { scorm: 'a SCORM 1.2', cmi5: 'a cmi5', xapi: 'an xAPI' };

const usage = (standard: Standard) => {
  const command = (args: string) => `  ${`${standard} ${args}`.padEnd(29)}`;
  return `Writes ${NAMES[standard]} package: a page of Minifactory for a learning platform, which records the result.

${command('recipe.json')}the playground with the recipe in a file, or - for standard input
${command('--preset NAME')}with one of the course's recipes
${command('--lesson ID')}a page of the lessons, such as foundations/derivative
${command('--list')}lists the presets and lessons
${command('--help')}this text

  --goal EXPR                  what to reach, such as "test-rmse<4, parameters<=200" (docs/goals.md)
  --hide NAMES                 controls to leave out, separated by commas
  --title TEXT                 the title on the platform
  -o, --out FILE               the file to write (default: ${fileOf(standard)})
`;
};

const fileOf = (standard: Standard) => `minifactory-${standard}.zip`;

/** A link into a platform's own copy works only for people who are signed in. */
const NOT_HERE = ['share'];

/** Where the files of packages are; `schemas` is a folder. */
export interface PackagedPaths {
  readonly element: URL;
  readonly scorm: URL;
  readonly xapi: URL;
  readonly schemas: URL;
  readonly styles: URL;
  readonly site: URL;
  readonly licences: URL;
}

export function packageCommand(
  args: readonly string[],
  paths: PackagedPaths,
  standard: Standard = 'scorm',
): Promise<Answer> {
  return answered(async () => {
    try {
      return await answer(args, paths, standard);
    } catch (error) {
      throw error instanceof Misuse ? new InputError(`${error.message}\n\n${usage(standard).trimEnd()}`) : error;
    }
  });
}

async function answer(args: readonly string[], paths: PackagedPaths, standard: Standard): Promise<Answer> {
  const { values, positionals } = parsed(args);
  if (values.help) return printed(usage(standard));
  if (values.list) return printed(`${presetList()}\n${lessonList()}`);
  const asked = [...positionals, ...[values.preset, values.lesson].filter((each) => each !== undefined)];
  if (asked.length !== 1)
    throw misused(asked.length === 0 ? 'Nothing to package.' : 'A package contains only one recipe, preset or lesson.');
  const { hide, title, goal, out = fileOf(standard) } = values;
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
  const zip = learningPackage({ ...page, options, title: title ?? page.title }, standard, await files(paths));
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

async function files({ element, scorm, xapi, styles, site, licences, schemas }: PackagedPaths): Promise<PackagedFiles> {
  const read = (path: URL) => readFile(path, 'utf8');
  const texts = SCHEMAS.map(async (name) => [name, await read(new URL(name, schemas))] as const);
  return {
    element: await read(element),
    scorm: await read(scorm),
    xapi: await read(xapi),
    schemas: Object.fromEntries(await Promise.all(texts)),
    styles: await read(styles),
    site: await read(site),
    licences: await read(licences),
  };
}

/** Arguments that the usage, which is added, explains. */
class Misuse extends Error {}

function misused(reason: string): Misuse {
  return new Misuse(reason);
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
