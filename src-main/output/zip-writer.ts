/** Writes a zip: parts one behind the other, each deflated as its bytes arrive. Sizes and checksums are put in afterwards. */

import { closeSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { crc32, createDeflateRaw, type DeflateRaw } from 'node:zlib';

export type Pieces = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export interface ZipWriter {
  /** What the pieces throw is thrown, too. A piece is done with when the next but one is asked for. */
  add(name: string, pieces: Pieces): Promise<void>;
  /** Writes the directory. Without it the file is no zip. */
  finish(): void;
  close(): void;
}

interface Entry {
  readonly name: Buffer;
  readonly start: number;
  checksum: number;
  packed: number;
  unpacked: number;
}

const LOCAL_HEADER = 30;
const DIRECTORY_HEADER = 46;
const DIRECTORY_END = 22;
/** Sizes are four bytes; larger files would need another format of zip. */
const LARGEST = 0xffff_ffff;
const VERSION = 20;
const DEFLATED = 8;
/** 1980-01-01: the same list is the same file. */
const FIRST_DAY = 0x0021;
/** The fastest: lists repeat themselves so much that more effort gains little. */
const LEVEL = 1;
const packedBytes = 64 * 1024;

/** The fields both headers of an entry share, from `at` on. */
function writeFields(header: Buffer, at: number, entry: Entry): void {
  header.writeUInt16LE(VERSION, at);
  header.writeUInt16LE(DEFLATED, at + 4);
  header.writeUInt16LE(FIRST_DAY, at + 8);
  header.writeUInt32LE(entry.checksum, at + 10);
  header.writeUInt32LE(entry.packed, at + 14);
  header.writeUInt32LE(entry.unpacked, at + 18);
  header.writeUInt16LE(entry.name.length, at + 22);
}

function localHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(LOCAL_HEADER);
  header.write('PK\x03\x04', 'latin1');
  writeFields(header, 4, entry);
  return Buffer.concat([header, entry.name]);
}

function directoryHeader(entry: Entry): Buffer {
  const header = Buffer.alloc(DIRECTORY_HEADER);
  header.write('PK\x01\x02', 'latin1');
  header.writeUInt16LE(VERSION, 4);
  writeFields(header, 6, entry);
  header.writeUInt32LE(entry.start, 42);
  return Buffer.concat([header, entry.name]);
}

function directoryEnd(entries: number, start: number, size: number): Buffer {
  const end = Buffer.alloc(DIRECTORY_END);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(entries, 8);
  end.writeUInt16LE(entries, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(start, 16);
  return end;
}

/** Deflates the pieces. One is made while the one before it is deflated, in a thread of its own. */
async function feed(deflate: DeflateRaw, entry: Entry, pieces: Pieces): Promise<void> {
  let before = Promise.resolve();
  try {
    for await (const piece of pieces) {
      entry.checksum = crc32(piece, entry.checksum);
      entry.unpacked += piece.length;
      await before;
      before = new Promise((resolve, reject) => {
        deflate.write(piece, (error) => (error ? reject(error) : resolve()));
      });
      // It is awaited in the next round, which may be too late to count as handled.
      before.catch(() => undefined);
    }
    await before;
    deflate.end();
  } catch (error) {
    deflate.destroy(error instanceof Error ? error : undefined);
    throw error;
  }
}

/** Opens the file anew. */
export function zipWriter(path: string): ZipWriter {
  const file = openSync(path, 'w');
  const entries: Entry[] = [];
  let end = 0;
  const append = (bytes: Uint8Array): void => {
    writeSync(file, bytes, 0, bytes.length, end);
    end += bytes.length;
    if (end > LARGEST) throw new RangeError('a zip of more than 4 GiB');
  };
  return {
    add: async (name, pieces) => {
      const entry: Entry = { name: Buffer.from(name), start: end, checksum: 0, packed: 0, unpacked: 0 };
      append(localHeader(entry));
      const deflate = createDeflateRaw({ level: LEVEL, chunkSize: packedBytes });
      const packing = pipeline(deflate, async (packed: AsyncIterable<Uint8Array>) => {
        for await (const piece of packed) {
          append(piece);
          entry.packed += piece.length;
        }
      });
      await Promise.all([packing, feed(deflate, entry, pieces)]);
      if (entry.unpacked > LARGEST) throw new RangeError('a part of more than 4 GiB');
      const header = localHeader(entry);
      writeSync(file, header, 0, header.length, entry.start);
      entries.push(entry);
    },
    finish: () => {
      const start = end;
      for (const entry of entries) append(directoryHeader(entry));
      append(directoryEnd(entries.length, start, end - start));
      fsyncSync(file);
    },
    close: () => closeSync(file),
  };
}
