/** Workbooks made part by part, so that a test can spell them as no library would. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { temporaryFolder } from './temporary-folder.ts';

export interface Lie {
  readonly checksum?: number;
  readonly unpacked?: number;
}

export interface ZipOptions {
  /** Sizes and places in the extra fields of the format for large files. */
  readonly zip64?: boolean;
  /** 0 stored, 8 deflated; any other is written as said and stored. */
  readonly method?: number;
  /** What the directory says of a part instead of the truth. */
  readonly lies?: (part: string) => Lie;
}

const BEYOND = 0xffff_ffff;

/** Fields of a header, each with its width in bytes. */
function fields(...list: readonly (readonly [bytes: 1 | 2 | 4 | 8, value: number])[]): Buffer {
  return Buffer.concat(
    list.map(([bytes, value]) => {
      const field = Buffer.alloc(8);
      field.writeBigUInt64LE(BigInt(value));
      return field.subarray(0, bytes);
    }),
  );
}

function bytes32(...values: readonly number[]): readonly (readonly [4, number])[] {
  return values.map((value) => [4, value] as const);
}

export function zipOf(parts: Readonly<Record<string, string | Uint8Array>>, options: ZipOptions = {}): Buffer {
  const { zip64 = false, method = 8, lies = (): Lie => ({}) } = options;
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const [part, content] of Object.entries(parts)) {
    const [name, raw] = [Buffer.from(part), Buffer.from(content)];
    const packed = method === 8 ? deflateRawSync(raw) : raw;
    const { checksum = crc32(raw), unpacked = raw.length } = lies(part);
    const common = [
      [2, 45],
      [2, 0],
      [2, method],
      [2, 0],
      [2, 33],
      [4, checksum],
    ] as const;
    const sizes = zip64 ? bytes32(BEYOND, BEYOND) : bytes32(packed.length, unpacked);
    const large = zip64 ? fields([2, 1], [2, 24], [8, unpacked], [8, packed.length], [8, at]) : Buffer.alloc(0);
    const local = fields([4, 0x04034b50], ...common, ...sizes, [2, name.length], [2, 0]);
    files.push(local, name, packed);
    directory.push(
      fields(
        [4, 0x02014b50],
        [2, 45],
        ...common,
        ...sizes,
        [2, name.length],
        [2, large.length],
        [2, 0],
        [2, 0],
        [2, 0],
      ),
      fields([4, 0], [4, zip64 ? BEYOND : at]),
      name,
      large,
    );
    at += local.length + name.length + packed.length;
  }
  const [list, count] = [Buffer.concat(directory), Object.keys(parts).length];
  const large = zip64
    ? Buffer.concat([
        fields([4, 0x06064b50], [8, 44], [2, 45], [2, 45], [4, 0], [4, 0], [8, count], [8, count]),
        fields([8, list.length], [8, at], [4, 0x07064b50], [4, 0], [8, at + list.length], [4, 1]),
      ])
    : Buffer.alloc(0);
  const told = zip64 ? 0xffff : count;
  const end = fields([4, 0x06054b50], [2, 0], [2, 0], [2, told], [2, told]);
  const place = zip64 ? fields([4, BEYOND], [4, BEYOND], [2, 0]) : fields([4, list.length], [4, at], [2, 0]);
  return Buffer.concat([...files, list, large, end, place]);
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006/relationships';

export interface MadeWorkbook {
  /** What stands in the worksheet element: `<sheetData>…` and its neighbours. */
  readonly sheet: string;
  /** `<si>…` of the shared texts. */
  readonly sharedTexts?: string;
  /** What stands in the style sheet. */
  readonly styles?: string;
  /** What stands before the sheets of the workbook part. */
  readonly properties?: string;
  /** Of all elements of the sheet's root; the sheet itself must use it. */
  readonly prefix?: string;
  readonly more?: Readonly<Record<string, string>>;
}

export function partsOf(made: MadeWorkbook): Record<string, string> {
  const { sheet, sharedTexts, styles, properties = '', prefix = '' } = made;
  const space = prefix === '' ? `xmlns="${main}"` : `xmlns:${prefix.slice(0, -1)}="${main}"`;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relations = [
    relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
    sharedTexts === undefined ? '' : relation('rId2', 'sharedStrings', 'sharedStrings.xml'),
    styles === undefined ? '' : relation('rId3', 'styles', 'styles.xml'),
  ].join('');
  return {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': `<Relationships xmlns="${packages}">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${office}">${properties}<sheets><sheet name="订单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${packages}">${relations}</Relationships>`,
    ...(sharedTexts === undefined ? {} : { 'xl/sharedStrings.xml': `<sst xmlns="${main}">${sharedTexts}</sst>` }),
    ...(styles === undefined ? {} : { 'xl/styles.xml': `<styleSheet xmlns="${main}">${styles}</styleSheet>` }),
    'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><${prefix}worksheet ${space}>${sheet}</${prefix}worksheet>`,
    ...made.more,
  };
}

/** Path of the file, called orders.xlsx. */
export function workbookFile(made: MadeWorkbook, options: ZipOptions = {}): string {
  const path = join(temporaryFolder(), 'orders.xlsx');
  writeFileSync(path, zipOf(partsOf(made), options));
  return path;
}
