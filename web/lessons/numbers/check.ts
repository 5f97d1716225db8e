/** Computes all numbers of all lessons with the engine, for `npm test` and `npm run numbers`. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import type { Engine } from '../../engine/engine';
import type { LibraryPage } from '../compile/library';
import { computed } from './expression';
import { sourcesOf } from './sources';
import { type Compute, checkFact, type Fact, type Finding, PageNumbers } from './tie';

export class NumberCheck {
  readonly facts: readonly Fact[];
  /** The value of an expression; each run is trained once for all pages. */
  readonly compute: Compute;

  /** `folder` contains the lessons and their facts.yaml. */
  constructor(engine: Engine, folder: string) {
    this.facts = readFacts(join(folder, 'facts.yaml'));
    const sources = sourcesOf(engine);
    this.compute = (expression) => computed(expression, sources);
  }

  findings({ file, front }: Pick<LibraryPage, 'file' | 'front'>): readonly Finding[] {
    return new PageNumbers(readFileSync(file, 'utf8'), front, this.facts, this.compute).findings();
  }

  /** The problems in the facts themselves. */
  wrongFacts(): readonly string[] {
    return this.facts.flatMap((fact) => checkFact(fact, this.compute) ?? []);
  }
}

function readFacts(file: string): readonly Fact[] {
  const document = parseDocument(readFileSync(file, 'utf8'), { schema: 'failsafe' });
  const [error] = document.errors;
  if (error !== undefined) throw error;
  return Object.entries(document.toJS() as Record<string, string>).map(([phrase, expression]) => ({
    phrase,
    expression,
  }));
}
