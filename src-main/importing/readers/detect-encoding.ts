/**
 * Which encoding a text file has: byte order mark → UTF-16 by its zeros → strict UTF-8 → strict GB18030, over the whole file; else the
 * likeliest, with losses. Western letters also fit into GB18030, so where they stand they are told first.
 */

import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import type { Encoding } from '../../../src-shared/contract/imports.ts';
import { Problem } from '../../../src-shared/problem.ts';

const PEEK_BYTES = 8192;
const SAMPLE_BYTES = 4 << 20;

async function firstBytes(path: string, count: number): Promise<Buffer> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(count), 0, count, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function markOf(head: Buffer): Encoding | null {
  if (head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf) return 'utf-8';
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  return null;
}

const FEWEST_ZEROS = 0.15;
/** Fewer say nothing. */
const FEWEST_BYTES = 8;

/** UTF-16 that begins without a mark: commas, digits and tabs have a zero before or behind, and no other text has any. */
export function utf16WithoutMark(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  if (head.length < FEWEST_BYTES) return null;
  const zeros = [0, 0];
  for (let at = 0; at < head.length; at++) if (head[at] === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  const least = (head.length / 2) * FEWEST_ZEROS;
  if (odd >= least && even * 20 < odd) return 'utf-16le';
  return even >= least && odd * 20 < even ? 'utf-16be' : null;
}

/** A decoder of this machine. Throws the Problem `text-decoder-missing` when its Unicode tables are not the full set. */
export function decoderFor(
  encoding: Encoding,
  options: { readonly fatal?: boolean; readonly ignoreBOM?: boolean } = {},
): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(encoding, options);
  } catch {
    throw new Problem('text-decoder-missing', { encoding });
  }
}

/** `but-its-end`: it ends inside of a character. */
async function decodesStrictly(path: string, encoding: Encoding): Promise<'all' | 'but-its-end' | 'not'> {
  const decoder = decoderFor(encoding, { fatal: true });
  const stream = createReadStream(path, { highWaterMark: 1 << 20 });
  let isRead = false;
  try {
    for await (const chunk of stream) decoder.decode(chunk as Buffer, { stream: true });
    isRead = true;
    decoder.decode();
    return 'all';
  } catch (error) {
    if (error instanceof TypeError) return isRead ? 'but-its-end' : 'not';
    throw error;
  } finally {
    stream.destroy();
  }
}

/** Of text that is UTF-8 but for its end: does it hold a letter beyond ASCII? */
function hasWholeLetter(sample: Buffer): boolean {
  return /[^\p{ASCII}\ufffd]/u.test(decoderFor('utf-8').decode(sample));
}

/** Accents of Western letters stand alone among ASCII; Chinese characters hardly ever do. */
function isWestern(sample: Buffer): boolean {
  let high = 0;
  let alone = 0;
  for (let at = 0; at < sample.length; at++) {
    if ((sample[at] ?? 0) < 0x80) continue;
    high++;
    if ((sample[at - 1] ?? 0) < 0x80 && (sample[at + 1] ?? 0) < 0x80) alone++;
  }
  return high > 0 && alone / high > 0.6;
}

/** For files that are neither: mixed, cut, or from another part of the world. Every reading has losses; the least wins. */
function likeliest(sample: Buffer): Encoding {
  const lossy = new TextDecoder('utf-8').decode(sample);
  let lost = 0;
  let kept = 0;
  for (const character of lossy) {
    if (character === '\ufffd') lost++;
    else if (character > '\u007f') kept++;
  }
  return kept >= lost ? 'utf-8' : 'gb18030';
}

const BEGINNING_BYTES = 1 << 20;

/** What the beginning of a file says; null when it says nothing, being of one encoding as well as of another. */
async function encodingOfBeginning(path: string): Promise<Encoding | null> {
  const bytes = await firstBytes(path, BEGINNING_BYTES);
  if (bytes.length < BEGINNING_BYTES || bytes.every((byte) => byte < 0x80)) return null;
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      // A character may lie across the end.
      decoderFor(encoding, { fatal: true }).decode(bytes, { stream: true });
      return encoding === 'gb18030' && isWestern(bytes) ? 'windows-1252' : encoding;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return null;
}

/**
 * Without a mark the whole file is decoded once: a name in the last row must not come out garbled. `fromBeginning`: for a reader that
 * notices bytes that do not fit, and asks again.
 */
export async function detectEncoding(path: string, fromBeginning = false): Promise<Encoding> {
  const head = await firstBytes(path, PEEK_BYTES);
  const mark = markOf(head) ?? utf16WithoutMark(head);
  if (mark !== null) return mark;
  const begun = fromBeginning ? await encodingOfBeginning(path) : null;
  if (begun !== null) return begun;
  const utf8 = await decodesStrictly(path, 'utf-8');
  if (utf8 === 'all') return 'utf-8';
  const sample = await firstBytes(path, SAMPLE_BYTES);
  // Cut inside of a letter, in a file that has others. A Western one may end with its only accent.
  if (utf8 === 'but-its-end' && hasWholeLetter(sample)) return 'utf-8';
  if (isWestern(sample)) return 'windows-1252';
  return (await decodesStrictly(path, 'gb18030')) === 'not' ? likeliest(sample) : 'gb18030';
}
