/** Rules that every explanation follows. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Explanation } from '../../web/explanations/explanation';
import { explanationIds, isSubjectId, loadExplanation } from '../../web/explanations/explanations';
import { ACTIVATION_NAMES, operationNamed } from '../../web/explanations/parts';

import { readEngine } from '../engine/node-worker';
import { smallRecipe, TABLE } from '../engine/small-run';
import { program, textOf } from './explanations-python';
import { python } from './export-python';

const LANGUAGES = ['numpy', 'cpp', 'pytorch'] as const;
const all: readonly Explanation[] = await Promise.all(explanationIds.map(({ id }) => loadExplanation(id)));

/** The ids of the terms in the formulas. */
const termsOfFormulas = ({ formulas }: Explanation): string[] =>
  formulas.flatMap(({ mathml }) =>
    [...mathml.matchAll(/class="([^"]*)"/g)].flatMap(([, classes = '']) =>
      classes.split(' ').flatMap((name) => /^term-(.+)$/.exec(name)?.[1] ?? []),
    ),
  );

const termsOfCode = ({ listings }: Explanation, language: string): string[] =>
  listings
    .filter((listing) => listing.language === language)
    .flatMap(({ lines }) => lines.flat().flatMap(({ term }) => term ?? []));

describe('the explanations', () => {
  it('are one for each file, under its title', () => {
    const files = readdirSync('web/explanations/subjects').map((file) => file.replace(/\.md$/, ''));
    expect(explanationIds.map(({ id }) => id).sort()).toEqual(files.sort());
    expect(all.map(({ id, title }) => ({ id, title }))).toEqual(explanationIds);
  });

  it('cover the functions of the core, the parts of a network and the metrics', async () => {
    const { functions } = await readEngine();
    const parts = ['operation', 'param-operation', 'layer', 'dense', 'loss', 'neural-network', 'optimizer', 'trainer'];
    const metrics = ['mae', 'rmse', 'relative-rmse', 'r2'];
    for (const id of [...functions.functionNames(), ...parts, ...metrics]) expect(isSubjectId(id), id).toBe(true);
    expect(isSubjectId('toString')).toBe(false);
  });

  it('are found for every operation a network can have', async () => {
    const engine = await readEngine();
    for (const activation of ACTIVATION_NAMES) {
      const recipe = smallRecipe({
        layers: [
          { units: 4, activation },
          { units: 1, activation: 'linear' },
        ],
      });
      const run = engine.createRun(recipe, TABLE);
      for (const { name, kind } of run.operations) {
        const { title } = await loadExplanation(operationNamed(name).subject);
        expect(title).toBe(kind);
      }
      run.dispose();
    }
  });
});

describe.each(all)('$id', (explanation) => {
  const { terms, formulas, listings, sentence } = explanation;

  it('describes its subject in a sentence', () => {
    expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  it('shows exactly its terms in a formula and in all three languages', () => {
    const ids = terms.map(({ id }) => id).sort();
    expect([...new Set(termsOfFormulas(explanation))].sort()).toEqual(ids);
    for (const language of LANGUAGES) {
      expect([...new Set(termsOfCode(explanation, language))].sort(), language).toEqual(ids);
    }
  });

  it('shows C++ as it stands in the core', () => {
    const shown = listings.filter(({ language }) => language === 'cpp');
    expect(shown.length).toBeGreaterThan(0);
    for (const listing of shown) {
      const { file, line } = listing.source ?? { file: '', line: 0 };
      const lines = readFileSync(file, 'utf8').split('\n');
      const [first = '', ...others] = lines.slice(line - 1, line - 1 + listing.lines.length);
      expect(textOf(listing)).toBe([first, ...others].join('\n'));
      expect(first).toMatch(/^\S/);
      expect(lines[line - 2]).toMatch(/^(|\/\/.*|\S.*})$/);
      expect(others.at(-1) ?? first).toMatch(/};?$/);
      expect(textOf(listing).split('{').length).toBe(textOf(listing).split('}').length);
    }
  });

  it('has formulas that a browser reads without styles of their own', () => {
    const markup = [...formulas.map(({ mathml }) => mathml), ...terms.map(({ symbol }) => symbol)];
    for (const math of markup) {
      expect(math).toMatch(/^<math[ >].*<\/math>$/s);
      expect(math).not.toMatch(/\sstyle=|<style|mathcolor|href=|\son\w+=/);
    }
    const parse = 'import sys, xml.dom.minidom; xml.dom.minidom.parseString(sys.stdin.read())';
    const { complaint, exitCode } = python(['-c', parse], `<all>${markup.join('')}</all>`);
    expect({ complaint, exitCode }).toEqual({ complaint: '', exitCode: 0 });
  });
});

describe('the code', () => {
  it('of PyTorch is Python', () => {
    const parse = 'import ast, sys; print(len(ast.parse(sys.stdin.read()).body))';
    const { output, complaint } = python(['-c', parse], program('pytorch'));
    expect(complaint).toBe('');
    expect(Number(output)).toBeGreaterThan(all.length);
  });

  it.each(['numpy', 'pytorch'] as const)('of %s is no wider than 80 characters', (language) => {
    for (const line of program(language).split('\n')) expect(line.length, line).toBeLessThanOrEqual(80);
  });

  it('of the core stands in files that exist', () => {
    const files = all.flatMap(({ listings }) => listings.flatMap(({ source }) => source?.file ?? []));
    for (const file of files) expect(existsSync(file)).toBe(true);
    expect(files.length).toBeGreaterThan(all.length);
  });
});
