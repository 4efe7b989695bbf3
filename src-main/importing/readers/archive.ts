/** Files packed in a zip or gz: unpacked into a folder of the caller's, counted and capped on the way. Their names are shown, and never used as paths. */

import { createReadStream, createWriteStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Problem } from '../../../src-shared/problem.ts';
import { maxPackedBytes, maxPackedFiles, maxUnpackedRatio, maxZipParts, ratioFreeBytes } from './limits.ts';

export interface UnpackedFile {
  /** As the archive calls it, with the folders in it. */
  readonly name: string;
  readonly path: string;
  readonly bytes: number;
}

const limitText = `${maxPackedBytes / 1024 / 1024} MiB`;
const DIRECTORY_BIT = 0x10;
const UTF8_NAMES = 0x800;

/** Old programs write names in the encoding of their system. */
function nameOf(entry: Entry): string {
  // Names are left as bytes, see `decodeStrings`.
  const bytes = entry.fileName as unknown as Buffer;
  const isUtf8 = (entry.generalPurposeBitFlag & UTF8_NAMES) !== 0;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(isUtf8 ? 'utf-8' : 'gb18030').decode(bytes);
  }
}

function isFolder(entry: Entry, name: string): boolean {
  return /[/\\]$/.test(name) || (entry.externalFileAttributes & DIRECTORY_BIT) !== 0;
}

/** What systems put beside the files of a person. */
function isHidden(name: string): boolean {
  return /(?:^|[/\\])(?:__MACOSX|\.|~\$|Thumbs\.db$|desktop\.ini$)/i.test(name);
}

async function openArchive(path: string): Promise<ZipFile | null> {
  return openPromise(path, { autoClose: false, decodeStrings: false, strictFileNames: false }).catch(() => null);
}

/** Is this zip a workbook? So is one too broken to be looked into: the reader of workbooks says what is wrong with it. */
export async function holdsWorkbook(path: string): Promise<boolean> {
  const zip = await openArchive(path);
  if (zip === null) return true;
  try {
    if (zip.entryCount > maxZipParts) return true;
    let files = 0;
    for await (const entry of zip.eachEntry()) {
      const name = nameOf(entry);
      if (/^\[Content_Types\]\.xml$|^_rels\/|^xl\/|\.rels$/i.test(name)) return true;
      if (!isFolder(entry, name)) files += 1;
    }
    return files === 0;
  } catch {
    return true;
  } finally {
    zip.close();
  }
}

/** Counts what comes through; more than the cap, or far more than was packed, is a bomb. */
function counting(
  name: string,
  packed: number,
  before: number,
): { readonly stream: Transform; readonly bytes: () => number } {
  let own = 0;
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      own += chunk.length;
      const isBomb = own > ratioFreeBytes && own / Math.max(1, packed) > maxUnpackedRatio;
      if (before + own > maxPackedBytes || isBomb)
        done(new Problem('file-too-large-unpacked', { name, limit: limitText }));
      else done(null, chunk);
    },
  });
  return { stream, bytes: () => own };
}

export async function unpackGzip(path: string, name: string, folder: string): Promise<readonly UnpackedFile[]> {
  const target = join(folder, 'unpacked');
  const { size } = await stat(path);
  const { stream, bytes } = counting(name, size, 0);
  try {
    await pipeline(createReadStream(path), createGunzip(), stream, createWriteStream(target));
  } catch (error) {
    await rm(target, { force: true });
    throw error instanceof Problem ? error : new Problem('file-is-damaged', { name, where: 'gz' });
  }
  return [{ name: name.replace(/\.gz$/i, ''), path: target, bytes: bytes() }];
}

async function wantedEntries(zip: ZipFile, name: string): Promise<readonly { entry: Entry; shown: string }[]> {
  const wanted: { entry: Entry; shown: string }[] = [];
  for await (const entry of zip.eachEntry()) {
    const shown = nameOf(entry);
    if (isFolder(entry, shown) || isHidden(shown) || entry.uncompressedSize === 0) continue;
    if (entry.isEncrypted()) throw new Problem('file-is-encrypted', { name });
    wanted.push({ entry, shown: shown.replaceAll('\\', '/') });
  }
  if (wanted.length > maxPackedFiles) {
    throw new Problem('file-too-large-unpacked', { name, limit: `${maxPackedFiles} files` });
  }
  return wanted;
}

/** `only`: the one file of this name. Throws `file-is-encrypted`, `file-is-damaged`, `file-too-large-unpacked`. */
export async function unpackZip(
  path: string,
  name: string,
  folder: string,
  only?: string,
): Promise<readonly UnpackedFile[]> {
  const zip = await openArchive(path);
  if (zip === null) throw new Problem('file-is-damaged', { name, where: 'zip' });
  const files: UnpackedFile[] = [];
  let before = 0;
  try {
    for (const [at, { entry, shown }] of (await wantedEntries(zip, name)).entries()) {
      if (only !== undefined && shown !== only) continue;
      const target = join(folder, `${at}`);
      const { stream, bytes } = counting(name, entry.compressedSize, before);
      await pipeline(await zip.openReadStreamPromise(entry), stream, createWriteStream(target));
      before += bytes();
      files.push({ name: shown, path: target, bytes: bytes() });
    }
  } catch (error) {
    throw error instanceof Problem ? error : new Problem('file-is-damaged', { name, where: 'zip' });
  } finally {
    zip.close();
  }
  return files;
}
