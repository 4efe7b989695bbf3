/** Mutations of a workbook that know what it is: its parts are unpacked, their XML is edited, and all is packed again with the right checksums. */

import { inflateRawSync } from 'node:zlib';
import type { Random } from '../../src-main/demo/random.ts';
import { zipOf } from '../host/importing/zip-at-hand.ts';

const DIRECTORY_ENTRY = 0x02014b50;
const DIRECTORY_END = 0x06054b50;

/** The parts of a sound zip, as our own good files are. */
export function unzipped(bytes: Buffer): Record<string, Buffer> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || bytes.readUInt32LE(end) !== DIRECTORY_END) throw new Error('no zip');
  const parts: [string, Buffer][] = [];
  let at = bytes.readUInt32LE(end + 16);
  while (bytes.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const [method, packed, start] = [
      bytes.readUInt16LE(at + 10),
      bytes.readUInt32LE(at + 20),
      bytes.readUInt32LE(at + 42),
    ];
    const [name, extra, comment] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ];
    const from = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    const data = bytes.subarray(from, from + packed);
    parts.push([bytes.toString('utf8', at + 46, at + 46 + name), method === 8 ? inflateRawSync(data) : data]);
    at += 46 + name + extra + comment;
  }
  return Object.fromEntries(parts);
}

type XmlEdit = (xml: string, random: Random) => string;

/** One of the places a pattern fits, changed. */
function changeOne(pattern: RegExp, change: (found: string, random: Random) => string): XmlEdit {
  return (xml, random) => {
    const places = [...xml.matchAll(pattern)];
    const place = places[random.below(places.length)];
    if (place === undefined) return xml;
    return xml.slice(0, place.index) + change(place[0], random) + xml.slice(place.index + place[0].length);
  };
}

const values = [
  '',
  '-1',
  '0',
  '1',
  'A1',
  'ZZZ1',
  'XFE1',
  'A1048577',
  'A99999999999',
  's',
  'inlineStr',
  'str',
  'b',
  'd',
  'e',
  'n',
  'x',
  '99999999999',
  '1E400',
  'NaN',
  '&#0;',
  '&amp;',
  '../../x',
  'rId99',
  'true',
] as const;
const insertions = [
  '<x/>',
  '<c/>',
  '<row>',
  '</row>',
  '<c r="A1" t="s"><v>999999</v></c>',
  '<!-- -- -->',
  '<![CDATA[<c>]]>',
  '<?pi?>',
  '&lt;',
  '&bogus;',
  '&#x110000;',
  '&#xD800;',
  '\u0000',
  '<row r="1"/>',
  '<row r="5000000"/>',
  '<mergeCell ref="A1:XFD1048576"/>',
  '<is><t>x</t></is>',
  '_x0000_',
  '<f>1+1</f>',
  '<!DOCTYPE a>',
] as const;

const edits: Readonly<Record<string, XmlEdit>> = {
  tagLost: changeOne(/<[^>]*>/g, () => ''),
  tagTwice: changeOne(/<[^>]*>/g, (tag) => tag + tag),
  tagRenamed: changeOne(/<(\/?)[\w:]+/g, (tag, random) => tag + random.pick(['x', ':y', '1', ' '])),
  tagPrefixed: changeOne(/<[\w]+/g, (tag) => `<x:${tag.slice(1)}`),
  elementLost: changeOne(/<(c|row|si|v|t|xf|sheet|Relationship)\b[^>]*>.*?<\/\1>/gs, () => ''),
  elementTwice: changeOne(/<(c|row|si|v|t|xf|sheet|Relationship)\b[^>]*>.*?<\/\1>/gs, (element) => element + element),
  valueChanged: changeOne(/="[^"]*"/g, (_, random) => `="${random.pick(values)}"`),
  attributeLost: changeOne(/ [\w:]+="[^"]*"/g, () => ''),
  attributeTwice: changeOne(/ [\w:]+="[^"]*"/g, (attribute) => attribute + attribute),
  quotesChanged: changeOne(/="[^"]*"/g, (value) => value.replaceAll('"', "'")),
  textChanged: changeOne(
    />[^<>]+</g,
    (_, random) => `>${random.pick([...values, '9'.repeat(330), '1.5.5', ' ', '\ud83d'])}<`,
  ),
  inserted: changeOne(/></g, (_, random) => `>${random.pick(insertions)}<`),
  cut: (xml, random) => xml.slice(0, random.below(xml.length)),
  encodingSaid: (xml, random) =>
    xml.replace(
      /^<\?xml[^>]*\?>/,
      `<?xml version="1.0" encoding="${random.pick(['UTF-16', 'GBK', 'latin1', 'bogus'])}"?>`,
    ),
  nested: (xml, random) => {
    const at = xml.indexOf('<sheetData');
    return at < 0 ? xml : xml.slice(0, at) + '<x>'.repeat(random.pick([3, 80, 5000])) + xml.slice(at);
  },
};

type PartsEdit = (parts: Readonly<Record<string, Buffer>>, random: Random) => Record<string, Buffer>;

const nameOf = (parts: Readonly<Record<string, Buffer>>, random: Random): string => {
  const names = Object.keys(parts);
  const sheet = names.find((name) => name.includes('worksheets/'));
  // Most of the reading is of the sheet.
  return random.chance(0.6) ? (sheet ?? names[0] ?? '') : (names[random.below(names.length)] ?? '');
};

const partLost: PartsEdit = (parts, random) => {
  const name = nameOf(parts, random);
  return Object.fromEntries(Object.entries(parts).filter(([other]) => other !== name));
};
const partRenamed: PartsEdit = (parts, random) => {
  const name = nameOf(parts, random);
  return Object.fromEntries(
    Object.entries(parts).map(([other, data]) => [other === name ? other.toUpperCase() : other, data]),
  );
};
const partsExchanged: PartsEdit = (parts, random) => {
  const [one, two] = [nameOf(parts, random), nameOf(parts, random)];
  return { ...parts, [one]: parts[two] ?? Buffer.alloc(0), [two]: parts[one] ?? Buffer.alloc(0) };
};

/** A few edits of one kind in one part. */
function editedXml(edit: XmlEdit): PartsEdit {
  return (parts, random) => {
    const name = nameOf(parts, random);
    let xml = parts[name]?.toString('utf8') ?? '';
    for (let turn = 0; turn <= random.below(3); turn += 1) xml = edit(xml, random);
    return { ...parts, [name]: Buffer.from(xml) };
  };
}

const partsEdits: Readonly<Record<string, PartsEdit>> = {
  ...Object.fromEntries(Object.entries(edits).map(([name, edit]) => [name, editedXml(edit)])),
  partLost,
  partRenamed,
  partsExchanged,
};

export const bookMutations: Readonly<Record<string, (bytes: Buffer, random: Random) => Buffer>> = Object.fromEntries(
  Object.entries(partsEdits).map(([name, edit]) => [
    name,
    (bytes: Buffer, random: Random) => zipOf(edit(unzipped(bytes), random)),
  ]),
);
