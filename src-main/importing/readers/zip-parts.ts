/** The parts of a zipped workbook: counted, capped and checked before and while they are unpacked. Headers may lie, bytes do not. */

import type { Entry, ZipFile } from 'yauzl';
import { openPromise } from 'yauzl';
import { Problem } from '../../../src-shared/problem.ts';
import { maxUnpackedBytes, maxUnpackedRatio, maxZipParts, ratioFreeBytes } from './limits.ts';

export interface ZipParts {
  has(part: string): boolean;
  names(): readonly string[];
  /** The part's text, in pieces that never cut a character. */
  texts(part: string): AsyncGenerator<string>;
  /** Packed bytes read so far. */
  bytesRead(): number;
  close(): void;
}

const limitText = `${maxUnpackedBytes / 1024 / 1024} MiB`;

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
  let unpacked = 0;
  let packed = 0;

  async function* texts(part: string): AsyncGenerator<string> {
    const entry = entries.get(part);
    if (entry === undefined || zip === null) throw damaged(part);
    const decoder = new TextDecoder('utf-8');
    let own = 0;
    try {
      const stream = await zip.openReadStreamPromise(entry);
      for await (const chunk of stream) {
        // Zip streams give Buffers.
        const bytes = chunk as Buffer;
        own += bytes.length;
        unpacked += bytes.length;
        const ratio = own / Math.max(1, entry.compressedSize);
        if (unpacked > maxUnpackedBytes || (own > ratioFreeBytes && ratio > maxUnpackedRatio)) {
          stream.destroy();
          throw new Problem('file-too-large-unpacked', { name, limit: limitText });
        }
        yield decoder.decode(bytes, { stream: true });
      }
      packed += entry.compressedSize;
      yield decoder.decode();
    } catch (error) {
      throw error instanceof Problem ? error : damaged(part);
    }
  }

  return {
    has: (part) => entries.has(part),
    names: () => [...entries.keys()],
    texts,
    bytesRead: () => packed,
    close: () => zip.close(),
  };
}
