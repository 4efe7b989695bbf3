/** Good files to mutate: the samples, made shops of every marketplace, and both once more in other containers. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { read, write } from '@e965/xlsx';
import { makeShop } from '../../src-main/demo/made-shop.ts';
import { markets } from '../../src-main/demo/markets.ts';
import { dayOf } from '../../src-shared/day.ts';
import { zipOf } from '../host/importing/zip-at-hand.ts';

export interface GoodFile {
  readonly name: string;
  readonly bytes: Buffer;
}

const samples = join(import.meta.dirname, '../exports/samples');

/** A few files of every marketplace, some with damage. */
async function madeFiles(folder: string): Promise<readonly GoodFile[]> {
  const today = dayOf('2026-03-05');
  const [first, ...others] = markets;
  if (today === null || first === undefined) throw new Error('no market');
  const usual = { seed: 5, buyers: 130, orders: null, today, days: 90, every: 6, overlapDays: 0 };
  const damage = { scientific: 5, shifted: 8, total: 8, brokenLetters: 5 };
  const made = await makeShop(folder, { ...usual, markets: [first, ...others], damage });
  return made.files.map(({ file }) => ({
    name: file.replaceAll('/', '-'),
    bytes: readFileSync(join(folder, file)),
  }));
}

/** A workbook in the forms of older programs. */
function asOldBooks({ name, bytes }: GoodFile): readonly GoodFile[] {
  const book = read(bytes, { type: 'buffer' });
  const forms = [
    ['biff8', 'xls'],
    ['xlml', 'xls'],
    ['html', 'xls'],
  ] as const;
  return forms.map(([bookType, extension]) => {
    const written: unknown = write(book, { type: 'buffer', bookType });
    if (!Buffer.isBuffer(written)) throw new Error(`${bookType} is not written`);
    return { name: `${name}-${bookType}.${extension}`, bytes: written };
  });
}

/** In alphabetical order, so that a seed always means the same. `folder` is written to. */
export async function goodFiles(folder: string): Promise<readonly GoodFile[]> {
  const own = readdirSync(samples)
    .filter((name) => !name.endsWith('.json'))
    .map((name) => ({ name, bytes: readFileSync(join(samples, name)) }));
  const plain = [...own, ...(await madeFiles(folder))].toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const [books, texts] = [true, false].map((isBook) => plain.filter(({ name }) => name.endsWith('.xlsx') === isBook));
  const text = texts?.find(({ name }) => name.startsWith('youzan_orders'));
  if (books === undefined || text === undefined) throw new Error('the samples are not there');
  const wide = Buffer.from(`\uFEFF${text.bytes.toString('utf8')}`, 'utf16le');
  const packed = zipOf(Object.fromEntries([text, ...books.slice(0, 1)].map(({ name, bytes }) => [name, bytes])));
  return [
    ...plain,
    ...books.slice(0, 2).flatMap(asOldBooks),
    { name: 'utf16.csv', bytes: wide },
    { name: 'packed.csv.gz', bytes: gzipSync(text.bytes) },
    { name: 'packed.zip', bytes: packed },
  ];
}
