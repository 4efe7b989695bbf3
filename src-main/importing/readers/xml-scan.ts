/**
 * Reads XML as bytes, in pieces: elements by their local names (prefixes fall away), text decoded when it is asked for. No document
 * types, no deep nesting, no entities but the five. Between zip-parts and the handlers of the workbook's parts.
 */

import { maxXmlDepth, maxXmlText } from './limits.ts';
import { attributeOf, decodeXml } from './xml-text.ts';

/** What the scanner stands at. Good for the call it is given to. */
export interface XmlHere {
  /** One attribute of the tag by its local name; null when the tag has none. */
  attribute(name: string): string | null;
  /** The text between two tags. */
  text(): string;
}

/** Told of tags that were taken without the rest of their element. `false`: it cannot stand here, and must be left. */
export interface XmlPath {
  enter(name: string): boolean;
  leave(name: string): boolean;
}

export interface XmlHandler {
  open(name: string, here: XmlHere): void;
  text(here: XmlHere): void;
  close(name: string): void;
  /** More has arrived: what may be taken stands in `bytes` up to `end`, zeros behind it, until the next call. */
  arrived?(bytes: Buffer, end: number): void;
  /** Takes what it knows at sight from the `<` at `at` on: cells, rows; answers where that ends, 0 to leave it to the scanner. */
  take?(at: number, path: XmlPath): number;
}

export type XmlFault = 'doctype' | 'too-deep' | 'too-long' | 'broken';

/** Says what is wrong; the caller turns it into a Problem that names the file. */
export interface XmlScan {
  write(piece: Uint8Array): XmlFault | null;
  end(): XmlFault | null;
}

const LESS = 60;
const GREATER = 62;
const SLASH = 47;
const COLON = 58;
const SPACE = 32;
const MARK = 33;
const QUESTION = 63;
const QUOTE = 34;
const APOSTROPHE = 39;
/** Zeros behind the last byte: so far a handler may look ahead unasked. */
const MARGIN = 32;
const FIRST_ROOM = 128 * 1024;
const MOST_NAMES = 500;

/** Local names as strings, made once each. */
function nameReader(): (bytes: Buffer, from: number, to: number) => string {
  const known = new Map<number, string>();
  const isSame = (name: string, bytes: Buffer, from: number, to: number): boolean => {
    if (name.length !== to - from) return false;
    for (let at = from; at < to; at++) if (bytes[at] !== name.charCodeAt(at - from)) return false;
    return true;
  };
  return (bytes, from, to) => {
    let start = from;
    let hash = 0;
    for (let at = from; at < to; at++) {
      const byte = bytes[at] ?? 0;
      hash = (Math.imul(hash, 31) + byte) | 0;
      if (byte !== COLON) continue;
      start = at + 1;
      hash = 0;
    }
    const found = known.get(hash);
    if (found !== undefined && isSame(found, bytes, start, to)) return found;
    const name = bytes.toString('utf8', start, to);
    if (known.size < MOST_NAMES) known.set(hash, name);
    return name;
  };
}

/** Index of the '>' that ends the tag starting at `from`, quotes respected; -1 when it is not here yet. */
function endOfTag(bytes: Buffer, from: number, end: number): number {
  let quote = 0;
  for (let at = from; at < end; at++) {
    const byte = bytes[at];
    if (quote !== 0) {
      if (byte === quote) quote = 0;
    } else if (byte === QUOTE || byte === APOSTROPHE) quote = byte;
    else if (byte === GREATER) return at;
  }
  return -1;
}

function startsWith(bytes: Buffer, at: number, text: string): boolean {
  for (let index = 0; index < text.length; index++) if (bytes[at + index] !== text.charCodeAt(index)) return false;
  return true;
}

/** Behind the next `text`; -1 when it is not here yet. */
function behind(bytes: Buffer, from: number, end: number, text: string): number {
  const found = bytes.subarray(0, end).indexOf(text, from);
  return found < 0 ? -1 : found + text.length;
}

/** Only white space and byte order marks stand outside of the root. */
function isBlank(bytes: Buffer, from: number, to: number): boolean {
  return /^[\s\ufeff]*$/.test(bytes.toString('utf8', from, to));
}

/** What has arrived and is not read yet: the first `held` bytes. */
interface Room {
  bytes: Buffer;
  held: number;
}

function arrive(room: Room, piece: Uint8Array): void {
  const needed = room.held + piece.length + MARGIN;
  if (needed > room.bytes.length) {
    const larger = Buffer.alloc(2 * needed);
    room.bytes.copy(larger, 0, 0, room.held);
    room.bytes = larger;
  }
  room.bytes.set(piece, room.held);
  room.held += piece.length;
  room.bytes.fill(0, room.held, room.held + MARGIN);
}

function leave(room: Room, upTo: number): void {
  room.bytes.copyWithin(0, upTo, room.held);
  room.held -= upTo;
}

/** The part of the room a handler may ask about. */
interface Spot extends XmlHere {
  from: number;
  to: number;
  /** Stands in a literal section: no references in it. */
  isLiteral: boolean;
}

function spotIn(room: Room): Spot {
  const spot: Spot = {
    from: 0,
    to: 0,
    isLiteral: false,
    attribute: (name) => {
      const attributes = spot.from < spot.to ? room.bytes.toString('utf8', spot.from, spot.to) : '';
      return attributeOf(attributes, name);
    },
    text: () => {
      const text = room.bytes.toString('utf8', spot.from, spot.to);
      return spot.isLiteral ? text : decodeXml(text);
    },
  };
  return spot;
}

/** Tags on the way from the root to here. */
function tagReader(handler: XmlHandler, room: Room, spot: Spot, path: string[]) {
  const nameOf = nameReader();
  const close = (at: number, end: number): XmlFault | null => {
    let stop = end;
    while ((room.bytes[stop - 1] ?? 0) <= SPACE) stop--;
    const name = nameOf(room.bytes, at + 2, stop);
    if (path.pop() !== name) return 'broken';
    handler.close(name);
    return null;
  };
  const open = (at: number, end: number): XmlFault | null => {
    const isClosed = room.bytes[end - 1] === SLASH;
    let stop = at + 1;
    for (; stop < end; stop++) {
      const byte = room.bytes[stop] ?? 0;
      if (byte <= SPACE || byte === SLASH) break;
    }
    const name = nameOf(room.bytes, at + 1, stop);
    if (name === '') return 'broken';
    if (path.length >= maxXmlDepth) return 'too-deep';
    spot.from = stop;
    spot.to = isClosed ? end - 1 : end;
    handler.open(name, spot);
    if (isClosed) handler.close(name);
    else path.push(name);
    return null;
  };
  return { open, close };
}

export function xmlScan(handler: XmlHandler): XmlScan {
  const room: Room = { bytes: Buffer.alloc(FIRST_ROOM), held: 0 };
  const path: string[] = [];
  const spot = spotIn(room);
  const tags = tagReader(handler, room, spot, path);
  const way: XmlPath = {
    enter: (name) => path.length < maxXmlDepth && path.push(name) > 0,
    leave: (name) => path.at(-1) === name && path.pop() === name,
  };
  const tellText = (from: number, to: number, isLiteral: boolean): void => {
    spot.from = from;
    spot.to = to;
    spot.isLiteral = isLiteral;
    handler.text(spot);
  };

  /** Handles what starts at '<'; returns the index behind it, -1 for "not complete yet", or a fault. */
  const markup = (at: number): number | XmlFault => {
    const { bytes, held } = room;
    const second = bytes[at + 1];
    if (second === QUESTION) return behind(bytes, at + 2, held, '?>');
    if (second === MARK) {
      if (startsWith(bytes, at, '<!--')) return behind(bytes, at + 4, held, '-->');
      if (!startsWith(bytes, at, '<![CDATA[')) return held - at < 9 ? -1 : 'doctype';
      const next = behind(bytes, at + 9, held, ']]>');
      if (next > 0) tellText(at + 9, next - 3, true);
      return next;
    }
    const end = endOfTag(bytes, at, held);
    if (end < 0) return -1;
    return (second === SLASH ? tags.close(at, end) : tags.open(at, end)) ?? end + 1;
  };

  const read = (): XmlFault | null => {
    const { bytes, held } = room;
    let at = 0;
    for (;;) {
      let less = at;
      while (less < held && bytes[less] !== LESS) less++;
      if (less === held) break;
      if (less > at) {
        if (path.length > 0) tellText(at, less, false);
        else if (!isBlank(bytes, at, less)) return 'broken';
      }
      at = less;
      const taken = path.length > 0 ? (handler.take?.(at, way) ?? 0) : 0;
      const next = taken > 0 ? taken : markup(at);
      if (typeof next !== 'number') return next;
      if (next < 0) break;
      at = next;
    }
    leave(room, at);
    return room.held > maxXmlText ? 'too-long' : null;
  };

  return {
    write: (piece) => {
      arrive(room, piece);
      handler.arrived?.(room.bytes, room.held);
      return read();
    },
    end: () => (path.length > 0 || !isBlank(room.bytes, 0, room.held) ? 'broken' : null),
  };
}
