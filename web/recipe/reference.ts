/** docs/recipe.md: the recipe for people who write one, with a table of all fields taken from the schema. */
import { allFields, type Field } from './fields';
import { PRESETS } from './presets';
import { allowed } from './problem';
import { minimalRecipe, serialiseRecipe } from './serialise';

const INTRODUCTION = `# The recipe

A recipe is one JSON document for a whole training run. Whatever it leaves out has a default, so \`{}\` is a recipe, and
the same recipe gives the same numbers, bit for bit, on the page, in every browser and in Node. The page shows the recipe
behind its controls and takes an edited one; \`npm run train -- recipe.json\` trains one without a page.
`;

const MISTAKES = `## When something is wrong

Every problem is named with the field, the value and what is allowed, all of them at once:

    layers[0].units is 300; it must be a whole number from 1 to 256.
    optimizer is not a field of a recipe; did you mean optimiser?

For editors, \`recipe.schema.json\` is the same as a JSON Schema; \`"$schema": "./recipe.schema.json"\` in a recipe switches
it on.
`;

function fallback(field: Field): string {
  return 'default' in field ? `\`${JSON.stringify(field.default)}\`` : '';
}

function row(field: Field): string {
  const only = field.of === null ? '' : ` Only with ${field.of.parts.map((part) => `\`${part}\``).join(', ')}.`;
  const cells = [`\`${field.path}\``, `${field.help}${only}`, allowed(field), fallback(field)];
  return `| ${cells.join(' | ')} |`;
}

function fieldTable(): string {
  const rows = allFields()
    .filter(({ kind, help }) => kind !== 'group' && help !== '')
    .map(row);
  return ['## Fields', '', '| field | what it is | allowed | default |', '|---|---|---|---|', ...rows, ''].join('\n');
}

function example(): string {
  const preset = PRESETS.find(({ id }) => id === 'chapter-3-two-hidden');
  const text = preset ? serialiseRecipe(minimalRecipe(preset.recipe)) : '';
  return `## An example\n\nThe course’s deepest model, with no more than it takes:\n\n\`\`\`json\n${text}\`\`\`\n`;
}

function presetTable(): string {
  const rows = PRESETS.map(({ id, description }) => `| \`${id}\` | ${description} |`);
  return ['## Presets', '', '| preset | what it is |', '|---|---|', ...rows, ''].join('\n');
}

/** The whole document, as Markdown. */
export function recipeReference(): string {
  return [INTRODUCTION, example(), fieldTable(), presetTable(), MISTAKES].join('\n');
}
