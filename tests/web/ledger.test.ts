import { describe, expect, it } from 'vitest';
import { agrees, type LedgerEntry } from '../../web/ledger/agreement';
import { type LedgerEngine, type LedgerRow, type LedgerRun, ledgerRows } from '../../web/ledger/compute';
import { readPath } from '../../web/ledger/read';
import { SOURCES } from '../../web/ledger/rows';
import { ledgerTable } from '../../web/ledger/table';
import { presetNamed } from '../../web/recipe/presets';
import entries from '../golden/ledger.json';

const entry = (rest: Partial<LedgerEntry>): LedgerEntry => ({
  id: 'a',
  source: 'a book',
  what: 'a number',
  printed: '0',
  decimals: null,
  relativeTolerance: null,
  ...rest,
});

describe('agreement', () => {
  it('is to the last digit printed', () => {
    const printed = entry({ printed: '2.60', decimals: 2 });
    expect([2.595001, 2.6, 2.60499].map((value) => agrees(printed, value))).toEqual([true, true, true]);
    expect([2.594999, 2.605001, -2.6].map((value) => agrees(printed, value))).toEqual([false, false, false]);
  });

  it('uses a relative tolerance if one is given', () => {
    const printed = entry({ printed: '-20.5', relativeTolerance: 1e-12 });
    expect(agrees(printed, -20.5 * (1 + 9e-13))).toBe(true);
    expect(agrees(printed, -20.5 * (1 + 2e-12))).toBe(false);
  });

  it('never includes values that are not finite', () => {
    expect(agrees(entry({ printed: 'NaN', decimals: 2 }), Number.NaN)).toBe(false);
    expect(agrees(entry({ printed: 'Infinity', relativeTolerance: 1 }), Number.POSITIVE_INFINITY)).toBe(false);
  });

  it('needs to know how near is near enough', () => {
    expect(() => agrees(entry({}), 1)).toThrow('decimals');
  });

  it.each(entries.map((row) => [row.id, row] as const))('%s agrees with its own reference', (_, row) => {
    expect(agrees(row, row.reference)).toBe(true);
  });

  it.each(entries.map((row) => [row.id, row] as const))('%s does not with a last digit changed', (_, row) => {
    const lastDigit = row.decimals === null ? Math.abs(row.reference) * 1e-11 : 10 ** -row.decimals;
    expect(agrees(row, row.reference + 1.01 * lastDigit)).toBe(false);
    expect(agrees(row, row.reference - 1.01 * lastDigit)).toBe(false);
  });
});

describe('a path', () => {
  const value = {
    losses: [{ loss: 3 }, { loss: 4 }],
    X: { rows: 2, columns: 3, values: Float64Array.of(1, 2, 3, 4, 5, 6) },
    rows: [[7, 8]],
  };

  it.each([
    ['losses[1].loss', 4],
    ['X[1,0]', 4],
    ['X[0,2]', 3],
    ['rows[0][1]', 8],
    ['X.columns', 3],
  ])('%s reads %d', (path, number) => {
    expect(readPath(value, path)).toBe(number);
  });

  it('may be empty', () => {
    expect(readPath(5, '')).toBe(5);
  });

  it.each(['losses[2].loss', 'zebra', 'X[9,9]', 'losses[0].loss.x'])('to nowhere throws: %s', (path) => {
    expect(() => readPath(value, path)).toThrow('There is nothing at');
  });

  it.each(['losses[', 'a b', '[x]'])('that is none throws: %s', (path) => {
    expect(() => readPath({ a: 1, losses: {} }, path)).toThrow('is not a path');
  });
});

describe('the rows', () => {
  it('say how each printed number is computed, and list no other numbers', () => {
    expect(Object.keys(SOURCES).sort()).toEqual(entries.map(({ id }) => id).sort());
    expect(entries).toHaveLength(123);
  });

  it('read from presets there are', () => {
    const runs = Object.values(SOURCES).flatMap((source) => ('run' in source ? [source.run] : []));
    for (const run of runs) expect(presetNamed(run), run).toBeDefined();
  });

  it('are plain data', () => {
    expect(structuredClone(SOURCES)).toEqual(SOURCES);
  });
});

/** Returns the arguments of its calls, and counts them. */
class RecordingEngine implements LedgerEngine {
  readonly trained: string[] = [];
  readonly calls: [string, readonly unknown[]][] = [];

  async train(recipe: Parameters<LedgerEngine['train']>[0]): Promise<LedgerRun> {
    this.trained.push(recipe.name);
    const test = { rows: 1, targetMean: 22, mae: 1, mse: 4, rmse: 2, relativeRmse: 0.25, r2: 0.5 };
    return { metrics: { test } } as unknown as LedgerRun;
  }

  async call(name: string, args: readonly unknown[]): Promise<unknown> {
    this.calls.push([name, args]);
    return name === 'chainValues' ? [10, 20] : 0.5;
  }
}

async function rowsFor(ids: readonly string[], engine: LedgerEngine): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for await (const row of ledgerRows(
    entries.filter(({ id }) => ids.includes(id)),
    engine,
  ))
    rows.push(row);
  return rows;
}

describe('computing', () => {
  it('makes each run once and applies the unit', async () => {
    const engine = new RecordingEngine();
    const rows = await rowsFor(['ch2.linear.rmse', 'ch2.target.mean', 'ch2.linear.relative'], engine);
    expect(rows.map(({ obtained }) => obtained)).toEqual([2, 22, 25]);
    expect(engine.trained).toEqual(['Chapter 2: linear regression']);
  });

  it('passes the results of inner calls on to the outer ones', async () => {
    const engine = new RecordingEngine();
    const rows = await rowsFor(['lec.chain2.predicted'], engine);
    expect(engine.calls).toEqual([
      ['chainValues', [['square', 'sigmoid'], 2]],
      ['chainNumericDerivative', [['square', 'sigmoid'], 2, 0.0001]],
      ['linearEstimate', [20, 0.5, 0.0001]],
    ]);
    expect(rows[0]?.obtained).toBe(0.5);
  });

  it('refuses a row nothing is known about, and a result that is no number', async () => {
    const engine = new RecordingEngine();
    await expect(ledgerRows([entry({ id: 'ch9.zebra' })], engine).next()).rejects.toThrow('ch9.zebra');
    const wordy: LedgerEngine = { train: engine.train, call: () => 'twelve' };
    await expect(rowsFor(['lec.deriv.square'], wordy)).rejects.toThrow('is not a number');
  });
});

describe('the table', () => {
  it('shows both numbers, the verdict and the total', () => {
    const row = (obtained: number, verdict: boolean): LedgerRow => ({
      entry: entry({ id: verdict ? 'good' : 'bad', printed: '2.60', decimals: 2 }),
      obtained,
      agrees: verdict,
    });
    expect(ledgerTable([row(2.5976678, true), row(2.7, false)]).split('\n')).toEqual([
      'row   printed  obtained  agrees  what',
      'good  2.60     2.597668  yes     a number',
      'bad   2.60     2.700000  NO      a number',
      '',
      '1 of 2 rows agree.',
      '',
    ]);
  });
});
