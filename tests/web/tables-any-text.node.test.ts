import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../web/tables/file/limits';
import { noise, read, rowsOf, sentencesOf } from './tables-fixtures';

const rows = (count: number, row: string) => `${row}\n`.repeat(count);

describe('any text', () => {
  it('becomes a table whose cells are all readable, or gives one sentence', async () => {
    const pieces = [
      '"',
      ',',
      ';',
      '\t',
      '\n',
      '\r\n',
      ' ',
      'a',
      '1',
      '-',
      '.',
      'NA',
      '2020-01-02',
      'é',
      '=',
      '\0',
      '1e999',
    ];
    const random = noise(500 * 40);
    let tables = 0;
    for (let run = 0; run < 500; run += 1) {
      const drawn = random.subarray(run * 40, run * 40 + 5 + (run % 35));
      const text = Array.from(drawn, (byte) => pieces[byte % pieces.length]).join('');
      const reading = await read(text).catch((error: Error) => error);
      if (reading instanceof Error) {
        expect(reading.name, JSON.stringify(text)).toBe('TableError');
        continue;
      }
      tables += 1;
      for (const row of rowsOf(reading)) expect(row).toHaveLength(reading.table.columns.length);
      for (const sentence of sentencesOf(reading)) expect(sentence).toMatch(/[.?]$/);
    }
    expect(tables).toBeGreaterThan(100);
  });
});

describe('a file at the limits', () => {
  it('may have as many rows, and as many columns, as they say', async () => {
    expect((await read(`x\n${rows(LIMITS.rows, '1')}`)).table.rows).toBe(LIMITS.rows);
    const wide = await read(
      `${Array.from({ length: LIMITS.columns }, (_, at) => `c${at}`).join(',')}\n${'1,'.repeat(499)}1\n`,
    );
    expect(wide.table.columns).toHaveLength(LIMITS.columns);
  });
});
