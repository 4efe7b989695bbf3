/** The parts of a workbook beside its sheets: which sheets there are, the shared texts, and which cell styles mean a date. */

import { Problem } from '../../../src-shared/problem.ts';
import { unescapeText, wholeText } from './cell-text.ts';
import { newSeen, seeSharedText } from './see-text.ts';
import { type TextStore, textStore } from './text-store.ts';
import { type XmlFault, type XmlHandler, xmlScan } from './xml-scan.ts';
import { decodeXml } from './xml-text.ts';
import type { ZipParts } from './zip-parts.ts';

export interface Sheet {
  readonly name: string;
  readonly part: string;
  readonly hidden: boolean;
}

export interface Workbook {
  readonly sheets: readonly Sheet[];
  /** The workbook counts days from 1904 instead of 1900. */
  readonly from1904: boolean;
  readonly sharedTexts: TextStore;
  /** Per cell style: a number in it is a day or a time. */
  readonly dateStyles: readonly boolean[];
}

export function xmlProblem(fault: XmlFault, name: string, where: string): Problem {
  if (fault === 'doctype') return new Problem('file-has-doctype', { name });
  if (fault === 'too-long') return new Problem('file-too-large-unpacked', { name, limit: '1 MiB' });
  return new Problem('file-is-damaged', { name, where });
}

async function scanPart(zip: ZipParts, part: string, name: string, handler: XmlHandler): Promise<void> {
  const scan = xmlScan(handler);
  const check = (fault: XmlFault | null): void => {
    if (fault !== null) throw xmlProblem(fault, name, part);
  };
  for await (const piece of zip.pieces(part)) check(scan.write(piece));
  check(scan.end());
}

const nothing = (): void => undefined;

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly target: string;
}

/** `from`: the part whose relations are meant. Targets are resolved against its folder. External ones are left out. */
async function relationsOf(zip: ZipParts, from: string, name: string): Promise<readonly Relation[]> {
  const slash = from.lastIndexOf('/');
  const folder = from.slice(0, slash + 1);
  const part = `${folder}_rels/${from.slice(slash + 1)}.rels`;
  if (!zip.has(part)) return [];
  const found: Relation[] = [];
  await scanPart(zip, part, name, {
    open: (element, here) => {
      if (element !== 'Relationship' || here.attribute('TargetMode') === 'External') return;
      const target = here.attribute('Target') ?? '';
      const type = here.attribute('Type') ?? '';
      found.push({
        id: here.attribute('Id') ?? '',
        type: type.slice(type.lastIndexOf('/') + 1),
        target: new URL(target.replaceAll('\\', '/'), `zip:///${folder}`).pathname.slice(1),
      });
    },
    text: nothing,
    close: nothing,
  });
  return found;
}

async function workbookPart(zip: ZipParts, name: string): Promise<string> {
  const roots = zip.has('_rels/.rels') ? await relationsOf(zip, '', name) : [];
  const main = roots.find((relation) => relation.type === 'officeDocument')?.target;
  const part = [main, 'xl/workbook.xml'].find((candidate) => candidate !== undefined && zip.has(candidate));
  // A zip of pictures, a text document, or the binary workbook format.
  if (part === undefined || !part.endsWith('.xml')) throw new Problem('file-is-unknown', { name });
  return part;
}

async function readSharedTexts(zip: ZipParts, part: string, name: string): Promise<TextStore> {
  const texts = textStore();
  const seen = newSeen();
  let bytes: Buffer = Buffer.alloc(0);
  let current: string | null = null;
  let run = '';
  let inText = false;
  let phonetic = false;
  await scanPart(zip, part, name, {
    arrived: (arrived) => {
      bytes = arrived;
    },
    take: (at) => {
      if (current !== null || !seeSharedText(bytes, at, seen)) return 0;
      const { from, to, isCoded } = seen;
      if (isCoded) texts.addText(wholeText(decodeXml(bytes.toString('utf8', from, to))));
      else texts.addBytes(bytes, from, to, seen.isAscii);
      return seen.end;
    },
    open: (element) => {
      if (element === 'si') current = '';
      else if (element === 't') {
        inText = true;
        run = '';
      } else if (element === 'rPh') phonetic = true;
    },
    text: (here) => {
      // Reading aids for characters (rPh) are no part of the text.
      if (inText && !phonetic) run += here.text();
    },
    close: (element) => {
      if (element === 't') {
        inText = false;
        if (current !== null) current += unescapeText(run);
      } else if (element === 'rPh') phonetic = false;
      else if (element === 'si') {
        texts.addText((current ?? '').toWellFormed());
        current = null;
      }
    },
  });
  texts.finish();
  return texts;
}

const builtInDates: ReadonlySet<number> = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56,
  57, 58,
]);

/** Does a number format show a day or a time? Texts in quotes, colours and conditions do not count. */
export function isDateFormat(code: string): boolean {
  const bare = code
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .replace(/general|e[+-]/gi, '');
  return /[ymdhs年月日时分秒]/i.test(bare);
}

async function readDateStyles(zip: ZipParts, part: string, name: string): Promise<boolean[]> {
  const formats = new Map<number, boolean>();
  const styles: boolean[] = [];
  let inCellStyles = false;
  await scanPart(zip, part, name, {
    open: (element, here) => {
      if (element === 'cellXfs') inCellStyles = true;
      else if (element === 'numFmt') {
        formats.set(Number(here.attribute('numFmtId')), isDateFormat(here.attribute('formatCode') ?? ''));
      } else if (element === 'xf' && inCellStyles) {
        const id = Number(here.attribute('numFmtId') ?? 0);
        styles.push(formats.get(id) ?? builtInDates.has(id));
      }
    },
    text: nothing,
    close: (element) => {
      if (element === 'cellXfs') inCellStyles = false;
    },
  });
  return styles;
}

/** Reads everything but the sheets' cells. */
export async function readWorkbook(zip: ZipParts, name: string): Promise<Workbook> {
  const main = await workbookPart(zip, name);
  const relations = await relationsOf(zip, main, name);
  const partOf = (type: string): string | undefined =>
    relations.find((relation) => relation.type === type && zip.has(relation.target))?.target;
  const sheets: Sheet[] = [];
  let missing = '';
  let from1904 = false;
  await scanPart(zip, main, name, {
    open: (element, here) => {
      if (element === 'workbookPr') from1904 = /^(?:1|true)$/i.test(here.attribute('date1904') ?? '');
      if (element !== 'sheet') return;
      const id = here.attribute('id');
      const relation = relations.find((candidate) => candidate.id === id);
      const sheetName = here.attribute('name') ?? '';
      if (relation === undefined || !zip.has(relation.target)) missing = sheetName;
      // Chart and dialog sheets hold no cells.
      else if (relation.type === 'worksheet') {
        sheets.push({
          name: sheetName,
          part: relation.target,
          hidden: (here.attribute('state') ?? 'visible') !== 'visible',
        });
      }
    },
    text: nothing,
    close: nothing,
  });
  if (sheets.length === 0) throw new Problem('file-is-damaged', { name, where: missing === '' ? main : missing });
  const texts = partOf('sharedStrings');
  const styles = partOf('styles');
  return {
    sheets,
    from1904,
    sharedTexts: texts === undefined ? textStore() : await readSharedTexts(zip, texts, name),
    dateStyles: styles === undefined ? [] : await readDateStyles(zip, styles, name),
  };
}
