import { describe, expect, it } from 'vitest';
import type { Progress } from '../../web/tables/file/bytes';
import type { FileReply, FileRequest } from '../../web/tables/file/file-messages';
import { type FileWorker, TableFileReader } from '../../web/tables/file/file-reader';
import { fileServer } from '../../web/tables/file/file-server';
import { OpenedFile } from '../../web/tables/file/opened-file';
import { NUMBER_READERS, readDate } from '../../web/tables/file/read-cell';
import { columnNamed } from '../../web/tables/read-column';
import { fileOf, gzip, namesOf, oneByte, read, rowsOf, sentencesOf, stepsOf, typesOf, utf16 } from './tables-fixtures';

const PLAIN = 'x,kind\n1,a\n2.5,b\n-3e2,a\n';
const PLAIN_ROWS = [
  ['1', 'a'],
  ['2.5', 'b'],
  ['-300', 'a'],
];

describe('a file of rows and columns', () => {
  it.each<[string, Parameters<typeof read>[0]]>([
    ['commas', PLAIN],
    ['semicolons', PLAIN.replaceAll(',', ';')],
    ['semicolons and decimal commas', 'x;kind\n1,0;a\n2,5;b\n-3,0e2;a\n'],
    ['tabs', PLAIN.replaceAll(',', '\t')],
    ['bars', PLAIN.replaceAll(',', '|')],
    ['a stated delimiter', `sep=;\n${PLAIN.replaceAll(',', ';')}`],
    ['a byte order mark', `\ufeff${PLAIN}`],
    ['line breaks of Windows', PLAIN.replaceAll('\n', '\r\n')],
    ['line breaks of old Macs', PLAIN.replaceAll('\n', '\r')],
    ['no line break at the end', PLAIN.trimEnd()],
    ['quotation marks', '"x","kind"\n"1","a"\n"2.5","b"\n"-3e2","a"\n'],
    ['spaces around cells', 'x , kind\n 1, a\n2.5 ,b\n-3e2,a \n'],
    ['UTF-16', utf16(`\ufeff${PLAIN}`)],
    ['UTF-16, high byte first', utf16(`\ufeff${PLAIN}`, true)],
    ['UTF-16 without a mark', utf16(PLAIN)],
    ['gzip', gzip(PLAIN)],
  ])('is read with %s', async (_, content) => {
    const reading = await read(content);
    expect(namesOf(reading)).toEqual(['x', 'kind']);
    expect(typesOf(reading)).toBe('number category');
    expect(rowsOf(reading)).toEqual(PLAIN_ROWS);
    expect(sentencesOf(reading)).toEqual([]);
  });

  it('is read without a header', async () => {
    const reading = await read('1,a\n2.5,b\n-3e2,a\n');
    expect(rowsOf(reading)).toEqual(PLAIN_ROWS);
    expect(namesOf(reading)).toEqual(['Column 1', 'Column 2']);
    expect(reading.understanding.header).toBe(false);
  });

  it('is read from pasted text', async () => {
    const reading = await (await OpenedFile.pasted('x\tkind\n1\ta\n2.5\tb\n-3e2\ta')).read();
    expect([reading.table.title, rowsOf(reading)]).toEqual(['Pasted table', PLAIN_ROWS]);
  });

  it('may have line breaks and delimiters in quoted cells, and keeps the numbers of its lines', async () => {
    const reading = await read('x,note\n1,"a\nb, ""c"""\n2,"a\n\nd"\nwrong,e\n4,f\n5,g\n6,h\n');
    expect(rowsOf(reading)[0]).toEqual(['1', 'a\nb, "c"']);
    expect(reading.understanding.columns[0]?.problems).toEqual([
      '1 cell (“wrong”, line 7) is not a finite number; counted as missing.',
    ]);
  });

  it('has letters of Windows-1252, and another encoding if a person says so', async () => {
    const bytes = oneByte('city;size\nM\xfcnchen;1,5\nK\xf6ln;1,1\nM\xfcnchen;1,4\n');
    const reading = await read(bytes);
    expect(reading.understanding.encoding).toBe('windows-1252');
    expect(rowsOf(reading)[0]).toEqual(['München', '1.5']);
    expect(sentencesOf(reading)).toHaveLength(1);
    const other = await read(bytes, { encoding: 'windows-1251' });
    expect(rowsOf(other)[0]).toEqual(['Mьnchen', '1.5']);
  });

  it('longer than a block of cells keeps every cell, also those of rows that are too short', async () => {
    const lines = Array.from({ length: 3000 }, (_, row) =>
      row % 1500 === 7 ? `${row}` : `${row},${row / 4},${row % 3}`,
    );
    const reading = await read(`a,b,c\n${lines.join('\n')}\n`);
    const rows = rowsOf(reading);
    expect(rows[2999]).toEqual(['2999', '749.75', '2']);
    expect([rows[7], rows[1507]]).toEqual([
      ['7', null, null],
      ['1507', null, null],
    ]);
    expect(sentencesOf(reading)).toEqual([
      'Too few cells for 3 columns in 2 rows (lines 9 and 1509); the rest counts as missing.',
    ]);
  });
});

describe('numbers and dates', () => {
  it.each([
    ['1.5', 1.5, 1.5],
    ['-.5', -0.5, -0.5],
    ['+7', 7, 7],
    ['−2', -2, -2],
    ['1e-3', 0.001, 0.001],
    ['0.25', 0.25, 0.25],
    ['0e2', 0, 0],
    ['1,5', Number.NaN, 1.5],
    [',5', Number.NaN, 0.5],
    ['1,234', 1234, 1.234],
    ['1.234', 1.234, 1234],
    ['1,234,567.5', 1234567.5, Number.NaN],
    ['1.234.567,5', Number.NaN, 1234567.5],
    ['1 234,5', Number.NaN, 1234.5],
    ['1\u202f234', Number.NaN, 1234],
    ['12,34,5', Number.NaN, Number.NaN],
    ['0x10', Number.NaN, Number.NaN],
    ['0b1', Number.NaN, Number.NaN],
    ['Infinity', Number.NaN, Number.NaN],
    ['5 kg', Number.NaN, Number.NaN],
    ['', Number.NaN, Number.NaN],
    ['1e999', Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY],
  ])('%s is %d with a decimal point and %d with a decimal comma', (text, point, comma) => {
    expect([NUMBER_READERS['.'](text), NUMBER_READERS[','](text)]).toEqual([point, comma]);
  });

  it.each([
    ['1970-01-01', 'year-month-day', 0],
    ['2024-02-29', 'year-month-day', 19782],
    ['2023-02-29', 'year-month-day', Number.NaN],
    ['1969/12/31', 'year-month-day', -1],
    ['1970-01-02T12:00', 'year-month-day', 1.5],
    ['1970-01-02 18:00:00Z', 'year-month-day', 1.75],
    ['1970-01-02T00:00:00+06:00', 'year-month-day', 0.75],
    ['02.03.1970', 'day-month-year', 60],
    ['02/03/1970', 'month-day-year', 33],
    ['02/13/1970', 'day-month-year', Number.NaN],
    ['1970-1/1', 'year-month-day', Number.NaN],
    ['0050-01-01', 'year-month-day', -701265],
  ] as const)('the date %s (%s) is %d', (text, order, days) => {
    expect(readDate(text, order)).toBe(days);
  });

  it('find their types: number, category, date, free text', async () => {
    const names = ['Ada', 'Bo', 'Cy', 'Di', 'Ed', 'Flo'];
    const rows = names.map(
      (name, row) => `${name},${row / 2},${row % 2 ? 'yes' : 'no'},2020-01-0${row + 1},${row % 2}`,
    );
    const reading = await read(`name,x,ok,day,flag\n${rows.join('\n')}\n`);
    expect(typesOf(reading)).toBe('ignored number category date number');
    expect(reading.understanding.columns[0]?.reason).toBe('Free text: 6 different texts in 6 cells.');
    expect(rowsOf(reading)[0]).toEqual(['Ada', '0', 'no', '2020-01-01', '0']);
    expect(columnNamed(reading.table, 'ok')).toMatchObject({ levels: ['no', 'yes'] });
  });

  it('say when days and months could be swapped, and take the order that a person gives', async () => {
    const text = 'day,x\n01/02/2020,1\n03/04/2020,2\n';
    const reading = await read(text);
    expect(sentencesOf(reading)).toEqual([
      'The dates could be day-month-year or month-day-year; they are read as month-day-year. Check this.',
    ]);
    expect(rowsOf(reading)[0]?.[0]).toBe('2020-01-02');
    const corrected = await read(text, { columns: [{ index: 0, dateOrder: 'day-month-year' }] });
    expect([rowsOf(corrected)[0]?.[0], sentencesOf(corrected)]).toEqual(['2020-02-01', []]);
    expect(rowsOf(await read(text.replace('01/', '31/').replace('/02', '/01')))[0]?.[0]).toBe('2020-01-31');
  });

  it('find units in names', async () => {
    const { table } = await read('Length (mm),Mass [kg],Copy (2),Kind (a or b)\n1,2,3,a\n2,3,4,b\n');
    expect(table.columns.map(({ unit }) => unit)).toEqual(['mm', 'kg', '', '']);
  });
});

describe('missing cells', () => {
  it('are empty or say so', async () => {
    const reading = await read('x,kind\n1,a\nNA,b\nn/a,?\n?,.\n.,\n,a\n7,NaN\n');
    expect(typesOf(reading)).toBe('number category');
    expect(reading.understanding.columns.map(({ missing }) => missing)).toEqual([5, 4]);
    expect(reading.understanding.columns[1]?.missingTexts).toEqual([
      ['?', 1],
      ['.', 1],
      ['', 1],
      ['NaN', 1],
    ]);
    expect(sentencesOf(reading)).toEqual([]);
  });

  it('are those that a person names', async () => {
    const reading = await read('x\n1\nnone\nNA\n', { missing: ['None'] });
    expect([reading.understanding.missing, rowsOf(reading)]).toEqual([['None'], [['1'], [null], ['NA']]]);
  });

  it('may be −999, which is suggested, and accepted by a correction', async () => {
    const file = await OpenedFile.open(fileOf('x,y\n1,-5\n-999,-9\n3,-4\n-999,2\n'), 'test.csv');
    const found = (await file.read()).understanding.columns;
    expect(found.map(({ suggestion }) => suggestion)).toEqual([
      { text: '-999', sentence: '2 cells are -999, far below all others. Does it mean “missing”?' },
      null,
    ]);
    const accepted = await file.read({ columns: [{ index: 0, missing: ['-999'] }] });
    expect(rowsOf(accepted).map(([x]) => x)).toEqual(['1', null, '3', null]);
  });
});

describe('corrections', () => {
  it('change delimiter, header, types, names and units without reading the file again', async () => {
    let readings = 0;
    const blob = fileOf('a,1\nb,2\na,3\n');
    const slice = blob.slice.bind(blob);
    blob.slice = (...place) => {
      readings += 1;
      return slice(...place);
    };
    const file = await OpenedFile.open(blob, 'test.csv');
    const after = readings;
    expect(namesOf(await file.read({ header: true }))).toEqual(['a', '1']);
    expect(namesOf(await file.read({ delimiter: ';' }))).toHaveLength(1);
    const reading = await file.read({
      columns: [
        { index: 0, name: 'kind', meaning: 'What it is.' },
        { index: 1, type: 'category', unit: 'stars' },
      ],
    });
    expect(reading.table.columns).toMatchObject([
      { name: 'kind', type: 'category', meaning: 'What it is.' },
      { name: 'Column 2', type: 'category', unit: 'stars', levels: ['1', '2', '3'] },
    ]);
    expect(readings).toBe(after);
    await expect(file.read({ columns: [{ index: 0, name: 'Column 2' }] })).rejects.toThrow(/Choose another name/);
  });

  it('that ask for an impossible type give the reason', async () => {
    const reading = await read('x\nred\nblue\nred\n', { columns: [{ index: 0, type: 'number' }] });
    expect(sentencesOf(reading)).toEqual(['No cell can be read as a number.']);
  });
});

/** A worker in this thread, whose messages are copied as between threads. */
function localWorker(): FileWorker {
  const worker: FileWorker = {
    postMessage: (request) => void queueMicrotask(() => serve(request)),
    terminate: () => undefined,
    onmessage: null,
    onerror: null,
  };
  const serve: (request: FileRequest) => unknown = fileServer((reply, transfer = []) => {
    const data: FileReply = structuredClone(reply, { transfer });
    queueMicrotask(() => worker.onmessage?.({ data } as MessageEvent<FileReply>));
  });
  return worker;
}

describe('the reader in a worker', () => {
  it('opens a file, reports progress, and corrects it', async () => {
    const progress: Progress[] = [];
    const reader = new TableFileReader(localWorker);
    const reading = await reader.open(fileOf(PLAIN), 'mine.csv', { onProgress: (each) => progress.push(each) });
    expect([reading.table.title, rowsOf(reading)]).toEqual(['mine.csv', PLAIN_ROWS]);
    expect(stepsOf(progress)).toEqual(['open', 'split', 'understand']);
    expect(progress.every(({ share }) => share >= 0 && share <= 1)).toBe(true);
    const corrected = await reader.correct({ columns: [{ index: 0, name: 'width' }] });
    expect(namesOf(corrected)).toEqual(['width', 'kind']);
    // The numbers were moved to the page; reading again makes them anew.
    expect(rowsOf(await reader.correct({}))).toEqual(PLAIN_ROWS);
  });

  it('can be cancelled, and keeps the file that was open', async () => {
    const reader = new TableFileReader(localWorker);
    await reader.open(fileOf(PLAIN), 'mine.csv');
    const controller = new AbortController();
    const other = reader.open(fileOf('y\n1\n2\n'), 'other.csv', {
      signal: controller.signal,
      onProgress: () => controller.abort(),
    });
    await expect(other).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(namesOf(await reader.correct({}))).toEqual(['x', 'kind']);
  });

  it('drops a request for a newer one, and all when it is closed or the worker fails', async () => {
    const worker = localWorker();
    const reader = new TableFileReader(() => worker);
    const first = reader.open(fileOf(PLAIN), 'first.csv');
    const second = reader.paste('y\n1\n2\n');
    await expect(first).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(namesOf(await second)).toEqual(['y']);
    const third = reader.correct({});
    worker.onerror?.({ message: 'out of memory' } as ErrorEvent);
    await expect(third).rejects.toThrow('The file cannot be read: out of memory. Choose it again.');
    const fourth = reader.open(fileOf(PLAIN), 'fourth.csv');
    reader.close();
    await expect(fourth).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('passes errors on with their code', async () => {
    const reader = new TableFileReader(localWorker);
    await expect(reader.open(fileOf(''), 'empty.csv')).rejects.toMatchObject({
      name: 'TableError',
      code: 'EMPTY_FILE',
    });
    await expect(reader.correct({})).rejects.toThrow('The file cannot be read: no file was opened before.');
  });
});
