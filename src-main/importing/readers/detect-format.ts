/** What kind of file this is, by its first bytes and never by its name. */

import { open, stat } from 'node:fs/promises';
import { Problem } from '../../../src-shared/problem.ts';
import { holdsWorkbook } from './archive.ts';
import { utf16WithoutMark } from './detect-encoding.ts';

/**
 * `csv`: any delimited text. `xls`: a workbook of the old binary kind. `xml`: a workbook in one XML text (SpreadsheetML 2003). `html`: a web
 * page, whose tables may be meant. `zip`, `gzip`: other files are packed in it.
 */
export type FileFormat = 'csv' | 'xlsx' | 'xls' | 'xml' | 'html' | 'zip' | 'gzip';

const PEEK_BYTES = 8192;

const magics: readonly (readonly number[])[] = [
  [0x89, 0x50, 0x4e, 0x47], // PNG
  [0xff, 0xd8, 0xff], // JPEG
  [0x47, 0x49, 0x46, 0x38], // GIF
  [0x25, 0x50, 0x44, 0x46], // PDF
  [0x52, 0x61, 0x72, 0x21], // RAR
  [0x37, 0x7a, 0xbc, 0xaf], // 7z
  [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65, 0x20], // SQLite
  [0x7f, 0x45, 0x4c, 0x46], // ELF
];

async function peek(path: string, name: string): Promise<Buffer> {
  const info = await stat(path).catch(() => null);
  if (info === null) throw new Problem('file-not-found', { name });
  if (info.isDirectory()) throw new Problem('file-is-folder', { name });
  if (!info.isFile()) throw new Problem('file-is-unknown', { name });
  if (info.size === 0) throw new Problem('file-empty', { name });
  const handle = await open(path, 'r').catch(() => null);
  if (handle === null) throw new Problem('file-unreadable', { name });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(PEEK_BYTES), 0, PEEK_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } catch {
    throw new Problem('file-unreadable', { name });
  } finally {
    await handle.close();
  }
}

/** The compound-file directory may stand anywhere, so the whole file is searched for the stream that means "encrypted". */
async function holdsEncryptedPackage(path: string): Promise<boolean> {
  const handle = await open(path, 'r');
  const needle = Buffer.from('EncryptedPackage', 'utf16le');
  const buffer = Buffer.alloc(1 << 20);
  try {
    for (let position = 0; ; position += buffer.length - needle.length) {
      const { bytesRead } = await handle.read(buffer, 0, buffer.length, position);
      if (buffer.subarray(0, bytesRead).includes(needle)) return true;
      if (bytesRead < buffer.length) return false;
    }
  } finally {
    await handle.close();
  }
}

function hasUtf16Mark(head: Buffer): boolean {
  return (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
}

/** Control characters that no text file holds. A stray NUL in a cell is forgiven, a binary file has many. */
function isBinary(head: Buffer): boolean {
  let odd = 0;
  for (const byte of head) if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 0x0b) odd++;
  return odd > 8 && odd > head.length / 20;
}

const HTML = /^(?:<!--[\s\S]*?-->\s*)*(?:<!doctype html|<html|<table|<head|<meta|<body|<style|<div|<center|<font)/;

/** A text that begins with a tag is no table of text. */
function formatOfTagged(text: string, name: string): FileFormat | null {
  if (HTML.test(text)) return 'html';
  if (!text.startsWith('<?xml') && !text.startsWith('<workbook')) return null;
  if (text.includes('<!doctype') && !text.includes('<!doctype html')) throw new Problem('file-has-doctype', { name });
  if (text.includes('urn:schemas-microsoft-com:office:spreadsheet')) return 'xml';
  if (text.includes('<html')) return 'html';
  throw new Problem('file-is-unknown', { name });
}

export async function detectFormat(path: string, name: string): Promise<FileFormat> {
  const head = await peek(path, name);
  if (head[0] === 0x50 && head[1] === 0x4b) return (await holdsWorkbook(path)) ? 'xlsx' : 'zip';
  if (head[0] === 0x1f && head[1] === 0x8b) return 'gzip';
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) {
    if (await holdsEncryptedPackage(path)) throw new Problem('file-is-encrypted', { name });
    return 'xls';
  }
  if (magics.some((magic) => magic.every((byte, at) => head[at] === byte)))
    throw new Problem('file-is-unknown', { name });
  if (hasUtf16Mark(head) || utf16WithoutMark(head) !== null) return 'csv';
  const text = head
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '')
    .trimStart()
    .toLowerCase();
  const tagged = formatOfTagged(text, name);
  if (tagged !== null) return tagged;
  if (isBinary(head)) throw new Problem('file-is-unknown', { name });
  if (text.replaceAll('\u0000', '').trim() === '' && head.length < PEEK_BYTES)
    throw new Problem('file-empty', { name });
  return 'csv';
}
