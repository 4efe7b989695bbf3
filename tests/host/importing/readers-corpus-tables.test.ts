import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { csvRecords } from '../../../src-main/importing/readers/csv-records.ts';
import { sheetRows } from '../../../src-main/importing/readers/sheet-rows.ts';
import { readWorkbook } from '../../../src-main/importing/readers/workbook-parts.ts';
import { openZip } from '../../../src-main/importing/readers/zip-parts.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { sharedFile, whySkipped } from '../../support/shared-folder.ts';

interface CorpusFile {
  readonly file: string;
  readonly kind: string;
  readonly expect: {
    readonly reader?: {
      readonly sheets?: readonly { readonly name: string; readonly nonEmptyRows: number }[];
      readonly rows?: readonly (readonly string[])[];
      readonly config?: { readonly delimiter?: string; readonly quoteChar?: string };
    };
  };
}

const index = sharedFile('badinputs/index.json');
const note = index === null ? ` (${whySkipped('badinputs/index.json')})` : '';

function corpus(): CorpusFile[] {
  // A file of known shape.
  return (JSON.parse(readFileSync(index ?? '', 'utf8')) as { files: CorpusFile[] }).files;
}

function pathOf(file: CorpusFile): string {
  return sharedFile(join('badinputs', file.file)) ?? file.file;
}

/** Where we differ on purpose, and why. */
const otherwise: Readonly<Record<string, string>> = {
  'core019-quoted-field-has-no-closing-quote': 'a quote that never closes is refused, not read to the end of the file',
  'core021-quoted-field-has-invalid-trailing-quote-after-deli': 'the same',
  'core022-quoted-field-has-invalid-trailing-quote-before-del': 'the same',
  'parse009-mixed-slash-n-and-slash-r-should-choose-first-as-p': 'CR and LF both end a record',
  'parse024-bad-delimiter-n': 'a line break is no delimiter',
  'parse026-multi-character-delimiter-length-2-with-quoted-fie': 'delimiters are one character',
  'parse067-pipe-delimiter-is-guessed-correctly-when-mixed-wit': 'its delimiter is sniffed, not told',
  'parse069-pipe-delimiter-is-guessed-correctly-when-first-fie': 'the same',
  'parse070-pipe-delimiter-is-guessed-correctly-when-some-fiel': 'the same',
  'parse085-using-reserved-regex-character-as-quote-character': 'only " quotes',
};

function filled(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return rows.filter((row) => row.some((cell) => cell !== ''));
}

describe("other readers' tables", () => {
  it.skipIf(index === null)(`of text are read alike${note}`, () => {
    const differ: string[] = [];
    let compared = 0;
    for (const file of corpus()) {
      const { rows: wanted, config } = file.expect.reader ?? {};
      if (file.kind !== 'csv' || wanted === undefined) continue;
      const read: string[][] = [];
      const reader = csvRecords(config?.delimiter?.slice(0, 1) ?? ',', 1000, (_, cells) => read.push(cells));
      const fault = reader.write(readFileSync(pathOf(file), 'utf8').replace(/^\ufeff/, '')) ?? reader.end();
      compared++;
      const alike = fault === null && JSON.stringify(filled(read)) === JSON.stringify(filled(wanted));
      const name = file.file.replace(/^.*\/|\.csv$/g, '');
      if (!alike && otherwise[name] === undefined) differ.push(name);
    }
    expect(differ).toEqual([]);
    expect(compared).toBeGreaterThan(50);
  });

  it.skipIf(index === null)(`in workbooks have the same rows in every sheet${note}`, async () => {
    const differ: string[] = [];
    let compared = 0;
    for (const file of corpus()) {
      const wanted = file.expect.reader?.sheets;
      if (file.kind !== 'xlsx' || wanted === undefined) continue;
      const zip = await openZip(pathOf(file), file.file);
      try {
        const workbook = await readWorkbook(zip, file.file);
        for (const { name, nonEmptyRows } of wanted) {
          const sheet = workbook.sheets.find((candidate) => candidate.name === name);
          let rows = 0;
          // Macro and dialog sheets are none of ours.
          if (sheet === undefined && nonEmptyRows === 0) continue;
          if (sheet === undefined) throw new Error(`${file.file}: no sheet ${name}`);
          for await (const batch of sheetRows(zip, sheet.part, workbook, file.file)) {
            rows += batch.filter(({ cells }) => cells.length > 0).length;
          }
          compared++;
          if (rows !== nonEmptyRows) differ.push(`${file.file} ${name}: ${rows} rows, not ${nonEmptyRows}`);
        }
      } catch (error) {
        // Its shared texts are missing: other readers show empty cells, we refuse.
        if (!(error instanceof Problem) || !file.file.endsWith('issue_419.xlsx')) throw error;
      } finally {
        zip.close();
      }
    }
    expect(differ).toEqual([]);
    expect(compared).toBeGreaterThan(150);
  });
});
