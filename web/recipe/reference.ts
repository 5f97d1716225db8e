/** docs/recipe.md: how to write a recipe, with a table of all fields made from the schema. */
import { allFields, type Field } from './fields';
import { PRESETS } from './presets';
import { allowed } from './problem';
import { minimalRecipe, serialiseRecipe } from './serialise';

const INTRODUCTION = `# The recipe

A recipe is one JSON document that describes a whole training run. Every field has a default, so \`{}\` is a valid recipe.
The same recipe gives the same numbers, bit for bit, on the page, in every browser and in Node.

The page’s *Recipe* view shows the recipe behind the controls and lets you edit it. \`npm run train -- recipe.json\` trains a
recipe without a page.
`;

const MISTAKES = `## When something is wrong

All problems are reported together. Each message names the field, its value and what is allowed:

    layers[0].units is 300; it must be a whole number from 1 to 256.
    optimizer is not a field of a recipe; did you mean optimiser?

\`recipe.schema.json\` has the same rules as a JSON Schema for editors. To use it, add
\`"$schema": "./recipe.schema.json"\` to a recipe.
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
  return `## An example\n\nThe deepest model of the course. Fields that keep their default are left out:\n\n\`\`\`json\n${text}\`\`\`\n`;
}

function presetTable(): string {
  const rows = PRESETS.map(({ id, description }) => `| \`${id}\` | ${description} |`);
  return ['## Presets', '', '| preset | what it is |', '|---|---|', ...rows, ''].join('\n');
}

/** The whole document, as Markdown. */
export function recipeReference(): string {
  return [INTRODUCTION, example(), fieldTable(), presetTable(), MISTAKES].join('\n');
}
