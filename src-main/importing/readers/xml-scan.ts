/** Reads XML in pieces: elements by their local names (prefixes fall away), text decoded. No document types, no deep nesting, no entities but the five. */

import { maxXmlDepth, maxXmlText } from './limits.ts';

export interface XmlHandler {
  /** `attributes` is the raw text between the name and the end of the tag; read it with `attributeOf`. */
  open(name: string, attributes: string): void;
  text(text: string): void;
  close(name: string): void;
}

export type XmlFault = 'doctype' | 'too-deep' | 'too-long' | 'broken';

/** Thrown by the scanner only; the caller turns it into a Problem that names the file. */
export interface XmlScan {
  write(piece: string): XmlFault | null;
  end(): XmlFault | null;
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function characterOf(reference: string): string {
  const code = /^#x/i.test(reference)
    ? Number.parseInt(reference.slice(2), 16)
    : Number.parseInt(reference.slice(1), 10);
  return Number.isInteger(code) && code >= 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

/** Replaces character references. An unknown name stays as it is written. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{1,6});/gi, (whole, reference: string) =>
    reference.startsWith('#')
      ? characterOf(reference)
      : ((Object.hasOwn(named, reference) ? named[reference] : undefined) ?? whole),
  );
}

/** One attribute of a tag by its local name; null when the tag has none. */
export function attributeOf(attributes: string, name: string): string | null {
  const start = attributes.indexOf(` ${name}="`);
  if (start >= 0) {
    const from = start + name.length + 3;
    const to = attributes.indexOf('"', from);
    if (to >= 0) return decodeXml(attributes.slice(from, to));
  }
  // Rare spellings (single quotes, spaces around '=') are looked for only when the name is there at all.
  if (!attributes.includes(name)) return null;
  for (const match of attributes.matchAll(/([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (match[1] === name) return decodeXml(match[2] ?? match[3] ?? '');
  }
  return null;
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** Index of the '>' that ends the tag starting at `from`, quotes respected; -1 when it is not here yet. */
function endOfTag(text: string, from: number): number {
  const end = text.indexOf('>', from);
  if (end < 0) return -1;
  let quote = 0;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at;
  }
  return -1;
}

const skipped: readonly (readonly [string, string])[] = [
  ['<?', '?>'],
  ['<!--', '-->'],
];

export function xmlScan(handler: XmlHandler): XmlScan {
  let rest = '';
  const path: string[] = [];

  /** Handles what starts at '<'; returns the index behind it, -1 for "not complete yet", or a fault. */
  const markup = (text: string, at: number): number | XmlFault => {
    for (const [open, close] of skipped) {
      if (!text.startsWith(open, at)) continue;
      const end = text.indexOf(close, at + open.length);
      return end < 0 ? -1 : end + close.length;
    }
    if (text.startsWith('<![CDATA[', at)) {
      const end = text.indexOf(']]>', at);
      if (end < 0) return -1;
      handler.text(text.slice(at + 9, end));
      return end + 3;
    }
    if (text.charCodeAt(at + 1) === 33) return text.length - at < 9 ? -1 : 'doctype';
    const end = endOfTag(text, at);
    if (end < 0) return -1;
    return tag(text, at, end) ?? end + 1;
  };

  const tag = (text: string, at: number, end: number): XmlFault | null => {
    if (text.charCodeAt(at + 1) === 47) {
      const name = localName(text.slice(at + 2, end).trimEnd());
      if (path.pop() !== name) return 'broken';
      handler.close(name);
      return null;
    }
    const closed = text.charCodeAt(end - 1) === 47;
    let nameEnd = at + 1;
    while (nameEnd < end && text.charCodeAt(nameEnd) > 32 && text.charCodeAt(nameEnd) !== 47) nameEnd++;
    const name = localName(text.slice(at + 1, nameEnd));
    if (name === '') return 'broken';
    if (path.length >= maxXmlDepth) return 'too-deep';
    handler.open(name, text.slice(nameEnd, closed ? end - 1 : end));
    if (closed) handler.close(name);
    else path.push(name);
    return null;
  };

  const read = (text: string): XmlFault | null => {
    let at = 0;
    for (;;) {
      const open = text.indexOf('<', at);
      if (open < 0) break;
      if (open > at) {
        if (path.length > 0) handler.text(decodeXml(text.slice(at, open)));
        else if (/[^\s\ufeff]/.test(text.slice(at, open))) return 'broken';
      }
      at = open;
      const next = markup(text, open);
      if (typeof next !== 'number') return next;
      if (next < 0) break;
      at = next;
    }
    rest = text.slice(at);
    return rest.length > maxXmlText ? 'too-long' : null;
  };

  return {
    write: (piece) => read(rest + piece),
    end: () => (path.length > 0 || rest.trim() !== '' ? 'broken' : null),
  };
}
