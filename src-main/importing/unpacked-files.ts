/** A chosen file as files that can be opened: itself, or what is packed in it, unpacked for the time of a job. Before `recognise-tables`. */

import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../../src-shared/problem.ts';
import { unpackGzip, unpackZip } from './readers/archive.ts';
import { detectFormat } from './readers/detect-format.ts';
import type { ChosenFile } from './recognise.ts';

/** Where packed files are unpacked while a job runs. The host leaves folders of this name alone as long as one does. */
const SCRATCH = 'unpacked-';

/** 'orders.zip › 2026-01.csv': a part of a file by the name its owner finds it under. */
export function nameOfPart(file: string, part: string): string {
  return `${file} › ${part}`;
}

/** Gives the work a folder of its own in `home`, gone afterwards. It is made when it is first asked for. */
export async function withScratch<Result>(
  home: string,
  work: (folder: () => string) => Promise<Result>,
): Promise<Result> {
  let made: string | null = null;
  const folder = (): string => {
    mkdirSync(home, { recursive: true });
    made ??= mkdtempSync(join(home, SCRATCH));
    return mkdtempSync(join(made, 'file-'));
  };
  try {
    return await work(folder);
  } finally {
    if (made !== null) rmSync(made, { recursive: true, force: true });
  }
}

export interface Unpacked<File extends ChosenFile> {
  /** The file is an archive, so what is no order file in it is passed over. */
  readonly isPacked: boolean;
  readonly files: readonly File[];
}

/** `folder` makes a new folder for what is unpacked. Throws `file-…` as `archive` does. */
export async function unpacked<File extends ChosenFile>(file: File, folder: () => string): Promise<Unpacked<File>> {
  const format = await detectFormat(file.path, file.name);
  if (format !== 'zip' && format !== 'gzip') return { isPacked: false, files: [file] };
  const found =
    format === 'gzip'
      ? await unpackGzip(file.path, file.name, folder())
      : await unpackZip(file.path, file.name, folder(), file.member);
  if (found.length === 0) throw new Problem('file-holds-no-orders', { name: file.name });
  const files = found.map(({ name, path, bytes }) => {
    const isKnown = file.member !== undefined || format === 'gzip';
    return { ...file, path, bytes, member: name, name: isKnown ? file.name : nameOfPart(file.name, name) };
  });
  return { isPacked: format === 'zip', files };
}
