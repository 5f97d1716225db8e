import { describe, expect, it } from 'vitest';
import { LIMITS } from '../../web/tables/file/limits';
import type { Corrections } from '../../web/tables/file/understanding';
import { type Content, gzip, namesOf, noise, oneByte, read, rowsOf, sentencesOf, utf16 } from './tables-fixtures';

const withStart = (start: readonly number[]) => Uint8Array.from([...start, ...noise(500)]);
const rows = (count: number, row: string) => `${row}\n`.repeat(count);
const BASE = 'x,kind\n1,a\n2,b\n3,a\n';
const packed = gzip(BASE.repeat(100));

/** Files that cannot be read: the error's code, and a part of its sentence. */
const REFUSED: readonly (readonly [what: string, content: () => Content, code: string, sentence: string])[] = [
  ['no bytes', () => '', 'EMPTY_FILE', 'The file is empty.'],
  ['only empty lines', () => '\n\n\n', 'EMPTY_FILE', 'contains no text'],
  ['only spaces and delimiters', () => ' , ,\n,,\n', 'EMPTY_FILE', 'contains no text'],
  ['only a byte order mark', () => '\ufeff', 'EMPTY_FILE', 'contains no text'],
  ['only a header', () => 'x,y,kind\n', 'EMPTY_FILE', 'has only one row, the names of the columns'],
  ['a header without a line break', () => 'x,y,kind', 'EMPTY_FILE', 'Add rows of data below it'],
  ['a stated delimiter and nothing else', () => 'sep=;\n', 'EMPTY_FILE', 'contains no text'],
  ['gzip that is cut off', () => packed.subarray(0, packed.length - 12), 'DAMAGED_FILE', 'damaged or cut off'],
  ['gzip that is only its first bytes', () => packed.subarray(0, 5), 'DAMAGED_FILE', 'Download or pack it again'],
  [
    'gzip with changed bytes',
    () => packed.map((byte, at) => (at === 20 ? byte ^ 255 : byte)),
    'DAMAGED_FILE',
    'damaged',
  ],
  ['gzip of nothing', () => gzip(''), 'EMPTY_FILE', 'The file is empty.'],
  ['gzip in gzip', () => gzip(packed), 'NOT_TEXT', 'packed twice'],
  [
    'gzip of more than the limit',
    () => gzip(new Uint8Array(LIMITS.bytes + 1)),
    'TOO_LARGE',
    'more than 64 MB (unpacked)',
  ],
  ['gzip of a workbook', () => gzip(withStart([0x50, 0x4b, 3, 4])), 'NOT_TEXT', 'an Excel workbook'],
  ['more bytes than the limit', () => new Uint8Array(LIMITS.bytes + 1).fill(49), 'TOO_LARGE', 'more than 64 MB'],
  ['an Excel workbook', () => withStart([0x50, 0x4b, 3, 4]), 'NOT_TEXT', 'Open it in a spreadsheet and save it as CSV'],
  ['an old Excel workbook', () => withStart([0xd0, 0xcf, 0x11, 0xe0]), 'NOT_TEXT', 'an old Excel'],
  ['a PDF document', () => '%PDF-1.7\n1 0 obj\n', 'NOT_TEXT', 'a PDF document'],
  ['a PNG picture', () => withStart([0x89, 0x50, 0x4e, 0x47]), 'NOT_TEXT', 'a picture (PNG)'],
  ['a Parquet file', () => 'PAR1abc', 'NOT_TEXT', 'a Parquet file'],
  ['a NumPy array', () => withStart([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59]), 'NOT_TEXT', 'numpy.savetxt'],
  ['random bytes', () => noise(4000), 'NOT_TEXT', 'is not a text file'],
  ['only NUL bytes', () => new Uint8Array(500), 'NOT_TEXT', 'is not a text file'],
  ['a web page', () => '<!DOCTYPE html>\n<html><body>Not found</body></html>', 'NOT_TEXT', 'a web page or XML'],
  ['XML', () => '<?xml version="1.0"?><rows><row/></rows>', 'NOT_TEXT', 'a web page or XML'],
  ['JSON', () => '[{"x": 1, "y": 2}, {"x": 2, "y": 3}]', 'NOT_TEXT', 'is JSON, not CSV'],
  ['a million columns', () => `${'a,'.repeat(999_999)}a\n1\n`, 'TOO_LARGE', 'Line 1 has more than 2,000 cells'],
  ['two million columns in one line', () => ','.repeat(2_100_000), 'TOO_LARGE', 'at most 500 columns'],
  ['one column too many', () => `${'a,'.repeat(LIMITS.columns)}a\n1\n`, 'TOO_LARGE', 'Line 1 has 501 cells'],
  ['one wide row below', () => `${BASE}${'1,'.repeat(700)}1\n`, 'TOO_LARGE', 'Line 5 has 701 cells'],
  ['a row too many', () => `x\n${rows(LIMITS.rows + 1, '1')}`, 'TOO_LARGE', 'more than 100,000 rows'],
  ['too many cells', () => rows(50_001, Array(101).fill('1').join(',')), 'TOO_LARGE', 'more than 5,000,000 cells'],
  ['a quotation mark that is not closed', () => `${BASE}4,"a\n5,b\n`, 'BAD_TEXT', 'on line 5 is never closed'],
  ['one on its first line', () => '"x,kind\n1,a\n2,b\n', 'BAD_TEXT', 'on line 1 is never closed'],
  ['one before many lines', () => `x,kind\n1,"a\n${rows(600_000, '2,b')}`, 'BAD_TEXT', 'on line 2 is never closed'],
  ['a line without end', () => `x\n${'a'.repeat(2_100_000)}`, 'TOO_LARGE', 'Line 2 has more than 2,000,000 characters'],
];

type Repaired = readonly [
  what: string,
  content: () => Content,
  sentences: readonly string[],
  first: readonly unknown[],
];

/** Files with a fault that leave a table: all sentences about it, and its first row. */
const REPAIRED: readonly Repaired[] = [
  ['one column', () => 'x\n1\n2\n', [], ['1']],
  [
    'one cell',
    () => '5',
    ['The file has no names of columns, so they are called “Column 1” and so on.', CONSTANT()],
    ['5'],
  ],
  ['a row without a header', () => '1,2\n', [unnamed(), CONSTANT(), CONSTANT()], ['1', '2']],
  ['a column of missing cells', () => 'x,y\n1,\n2,NA\n', ['All cells are missing.'], ['1', null]],
  ['nothing but missing cells', () => 'x,y\nNA,?\n.,NA\n', Array(2).fill('All cells are missing.'), [null, null]],
  ['a constant column', () => 'x,y\n1,5\n2,5\n', [CONSTANT()], ['1', '5']],
  ['a constant category', () => 'x,y\n1,a\n2,a\n', [CONSTANT()], ['1', 'a']],
  [
    'names twice',
    () => 'x,x,x\n1,2,3\n2,3,4\n',
    ['2 names occurred before and got a number: “x (2)”, “x (3)”.'],
    ['1', '2', '3'],
  ],
  [
    'a name that a repair would give',
    () => 'x,x (2),x\n1,2,3\n2,3,4\n',
    ['1 name occurred before and got a number: “x (3)”.'],
    ['1', '2', '3'],
  ],
  [
    'names without text',
    () => ',y,\n1,2,3\n2,3,4\n',
    ['2 columns without a name got a number as name.'],
    ['1', '2', '3'],
  ],
  ['an empty column at the end', () => 'x,y,\n1,2\n2,3\n', [], ['1', '2']],
  [
    'row names as R writes them',
    () => 'x,y\nr1,1,2\nr2,2,3\n',
    ['1 column without a name got a number as name.'],
    ['r1', '1', '2'],
  ],
  ['reserved names', () => '__proto__,constructor,toString\n1,2,3\n2,3,4\n', [], ['1', '2', '3']],
  ['reserved names as levels', () => 'x,k\n1,__proto__\n2,constructor\n3,__proto__\n', [], ['1', '__proto__']],
  [
    'rows that are too short',
    () => 'x,y\n1,2\n3\n5,6\n7\n',
    ['Too few cells for 2 columns in 2 rows (lines 3 and 5); the rest counts as missing.'],
    ['1', '2'],
  ],
  [
    'rows that are too long',
    () => 'x,y\n1,2\n3,4,5\n5,6\n',
    ['Too many cells for 2 columns in 1 row (line 3); the extra cells are left out.'],
    ['1', '2'],
  ],
  ['rows with delimiters at the end', () => 'x,y\n1,2,,\n3,4,,\n5,6\n', [], ['1', '2']],
  ['empty rows', () => 'x,y\n\n1,2\n,\n\n3,4\n', ['3 empty rows left out.'], ['1', '2']],
  [
    'a title above',
    () => 'My data\n\nx,y\n1,2\n3,4\n',
    ['1 empty row left out.', 'The text above the table (line 1) is left out.'],
    ['1', '2'],
  ],
  [
    'NUL characters',
    () => 'x,y\n1,2\0\n3,4\n5,6\n7,8\n',
    ['1 NUL character removed: a text contains none.'],
    ['1', '2'],
  ],
  [
    'a few letters of UTF-8 broken',
    () => [...new TextEncoder().encode('k,x\née,1\nü\u00fc,2\n'), 0xff, 0x2c, 0x33, 10],
    ['1 byte could not be read as UTF-8 and became “\ufffd”. Check the texts.'],
    ['ée', '1'],
  ],
  [
    'Windows-1252',
    () => oneByte('k,x\n\xe9,1\n\xfc,2\n'),
    ['The text is not UTF-8; it was read as Windows-1252. If letters look wrong, choose another encoding.'],
    ['é', '1'],
  ],
  [
    'an odd byte at the end of UTF-16',
    () => [...utf16('\ufeffx\n1\n2\n'), 0x33],
    ['The file ends in half a character, which is left out.'],
    ['1'],
  ],
  ['a number among texts', () => 'k\na\n1\na\nb\n', [], ['a']],
  [
    'texts among numbers',
    () => `x\n1\n2\n3\n4\n5\nlow\n7\n`,
    ['1 cell (“low”, line 7) is not a finite number; counted as missing.'],
    ['1'],
  ],
  [
    'huge numbers',
    () => `x\n1\n2\n3\n4\n1e999\n`,
    ['1 cell (“1e999”, line 6) is not a finite number; counted as missing.'],
    ['1'],
  ],
  ['nothing but huge numbers', () => 'x\n1e999\n-1e999\n', [], ['1e999']],
  [
    'numbers with many digits',
    () => 'x\n12345678901234567890\n2\n',
    ['1 number (line 2) with more than 15 digits lost the last ones. If it is an identifier, ignore the column.'],
    ['12345678901234567000'],
  ],
  ['numbers of JavaScript', () => 'x\n0x10\nInfinity\n0x10\nInfinity\n', [], ['0x10']],
  [
    'formulas',
    () => `x,k\n1,=1+2\n2,"=HYPERLINK(""a"")"\n3,=1+2\n`,
    ['3 cells (“=1+2”, lines 2, 3 and 4) look like formulas. Formulas are never computed; save their values instead.'],
    ['1', '=1+2'],
  ],
  [
    'a formula among numbers',
    () => 'x\n1\n2\n3\n4\n=A1+A2\n',
    ['1 cell (“=A1+A2”, line 6) is not a finite number; counted as missing.'],
    ['1'],
  ],
  [
    'dates that do not exist',
    () => 'd\n2020-01-01\n2020-01-02\n2020-01-03\n2020-01-04\n2020-02-30\n',
    ['1 cell (“2020-02-30”, line 6) is not a date; counted as missing.'],
    ['2020-01-01'],
  ],
  ['free text', () => `t\n${[...'abcdef'].join('\n')}\n`, ['Free text: 6 different texts in 6 cells.'], ['a']],
  ['a quotation mark inside a cell', () => 'k,x\n5" pipe,1\n3" pipe,2\n', [], ['5" pipe', '1']],
  [
    'a quotation mark inside a quoted cell',
    () => 'k,x\n"5" pipe",1\n"a",2\n',
    ['1 quotation mark inside a quoted cell should be doubled (""); kept as written.'],
    ['5" pipe', '1'],
  ],
  ['mixed line breaks', () => 'x,y\r\n1,2\n3,4\r5,6\r\n', [], ['1', '2']],
  ['a very long name', () => `${'n'.repeat(5000)}\n1\n2\n`, [], ['1']],
  ['line breaks in a name', () => '"my\nname",y\n1,2\n2,3\n', [], ['1', '2']],
];

function CONSTANT(): string {
  return 'All cells are the same, so this column cannot help to predict anything.';
}

function unnamed(): string {
  return 'The file has no names of columns, so they are called “Column 1” and so on.';
}

describe('a file that cannot be read', () => {
  it.each(REFUSED)('because of %s gets one sentence', async (_, content, code, sentence) => {
    const error = await read(content()).then(
      () => null,
      (reason: Error & { code: string }) => reason,
    );
    expect(error?.message).toContain(sentence);
    expect(error?.code).toBe(code);
    expect(error?.message).toMatch(/^[A-Z].*\.$/);
    expect(error?.message.length).toBeLessThan(200);
  });
});

describe('a file with a fault', () => {
  it.each(REPAIRED)('such as %s becomes a table with the repairs stated', async (_, content, sentences, first) => {
    const reading = await read(content());
    expect(sentencesOf(reading)).toEqual(sentences);
    expect(rowsOf(reading)[0]).toEqual(first);
    const names = namesOf(reading);
    expect(new Set(names).size).toBe(names.length);
    expect(names.every((name) => name !== '' && name.length <= 80)).toBe(true);
  });

  it('leaves the prototypes of objects alone', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    const text = '__proto__,constructor.prototype.polluted,polluted\n{"polluted":1},__proto__,a\n1,b,c\n';
    const corrections: Corrections[] = [{}, { header: true }, { columns: [{ index: 0, name: '__proto__' }] }];
    for (const each of corrections) expect((await read(text, each)).table.columns).toHaveLength(3);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  });

  it('is one of at least 50 in this test', () => {
    expect(REFUSED.length + REPAIRED.length).toBeGreaterThanOrEqual(50);
  });
});
