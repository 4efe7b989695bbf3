/** The parts of a zipped workbook: counted, capped and checked before and while they are unpacked. Headers may lie, bytes do not. */

import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import type { Entry, ZipFile } from 'yauzl';
import { openPromise } from 'yauzl';
import { Problem } from '../../../src-shared/problem.ts';
import { maxUnpackedBytes, maxUnpackedRatio, maxZipParts, ratioFreeBytes } from './limits.ts';

export interface ZipParts {
  has(part: string): boolean;
  names(): readonly string[];
  /** The part's bytes as they are unpacked. Read to the end, its length and checksum are right, or it is damaged. */
  pieces(part: string): AsyncGenerator<Buffer>;
  /** Packed bytes read so far. */
  bytesRead(): number;
  close(): void;
}

const limitText = `${maxUnpackedBytes / 1024 / 1024} MiB`;
/** Read and unpacked at once: fewer turns between the threads. */
const unpackedAtOnce = 256 * 1024;
/** So much is unpacked ahead, so that the reader need not wait for its turn. */
const unpackedAhead = 1024 * 1024;
/** Handed over at once: a string of so many bytes is still made cheaply. */
const pieceBytes = 64 * 1024;
const STORED = 0;
const DEFLATED = 8;

async function entriesOf(zip: ZipFile, name: string): Promise<Map<string, Entry>> {
  if (zip.entryCount > maxZipParts)
    throw new Problem('file-too-large-unpacked', { name, limit: `${maxZipParts} parts` });
  const entries = new Map<string, Entry>();
  let declared = 0;
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new Problem('file-is-encrypted', { name });
    declared += entry.uncompressedSize;
    if (entries.has(entry.fileName)) throw new Problem('file-is-damaged', { name, where: entry.fileName });
    entries.set(entry.fileName, entry);
  }
  if (declared > maxUnpackedBytes) throw new Problem('file-too-large-unpacked', { name, limit: limitText });
  return entries;
}

interface Unpacking {
  readonly stream: Readable;
  /** Packed bytes taken so far. */
  readonly taken: () => number;
}

/** The unpacked bytes of an entry, whatever it says about itself. */
async function unpack(zip: ZipFile, path: string, entry: Entry): Promise<Unpacking> {
  const isStored = entry.compressionMethod === STORED;
  if (!isStored && entry.compressionMethod !== DEFLATED) throw new Error('a packing that workbooks do not use');
  const { fileDataStart: start } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  const end = start + entry.compressedSize - 1;
  const raw = end < start ? Readable.from([]) : createReadStream(path, { start, end, highWaterMark: unpackedAtOnce });
  if (isStored) return { stream: raw, taken: () => 0 };
  // The stream takes the second option, its types do not know it.
  const options = { chunkSize: unpackedAtOnce, highWaterMark: unpackedAhead };
  const inflate = createInflateRaw(options);
  // What goes wrong reaches the reader of `inflate`.
  pipeline(raw, inflate, () => undefined);
  return { stream: inflate, taken: () => inflate.bytesWritten };
}

/** Opens a zip and reads its directory. `name` is the file's name as the owner knows it. */
export async function openZip(path: string, name: string): Promise<ZipParts> {
  const damaged = (where: string): Problem => new Problem('file-is-damaged', { name, where });
  const zip = await openPromise(path, { autoClose: false, strictFileNames: false }).catch(() => null);
  if (zip === null) throw damaged('zip');
  let entries: Map<string, Entry>;
  try {
    entries = await entriesOf(zip, name);
  } catch (error) {
    zip.close();
    throw error instanceof Problem ? error : damaged('zip');
  }
  let all = 0;
  let packed = 0;
  let taken = (): number => 0;

  async function* pieces(part: string): AsyncGenerator<Buffer> {
    const entry = entries.get(part);
    if (entry === undefined || zip === null) throw damaged(part);
    let [own, checksum] = [0, 0];
    try {
      const unpacking = await unpack(zip, path, entry);
      taken = unpacking.taken;
      for await (const piece of unpacking.stream) {
        // Zip streams give Buffers.
        const bytes = piece as Buffer;
        own += bytes.length;
        all += bytes.length;
        const ratio = own / Math.max(1, entry.compressedSize);
        if (all > maxUnpackedBytes || (own > ratioFreeBytes && ratio > maxUnpackedRatio))
          throw new Problem('file-too-large-unpacked', { name, limit: limitText });
        if (own > entry.uncompressedSize) throw damaged(part);
        checksum = crc32(bytes, checksum);
        for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
      }
    } catch (error) {
      throw error instanceof Problem ? error : damaged(part);
    }
    taken = () => 0;
    packed += entry.compressedSize;
    if (own !== entry.uncompressedSize || checksum !== entry.crc32) throw damaged(part);
  }

  return {
    has: (part) => entries.has(part),
    names: () => [...entries.keys()],
    pieces,
    bytesRead: () => packed + taken(),
    close: () => zip.close(),
  };
}
