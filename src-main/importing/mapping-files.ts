/** The owner's mappings as a file: to take them to another computer, or to keep them beside the books. JSON, one object. */

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { type KeptMapping, mappingFileSchema } from '../../src-shared/contract/mappings.ts';
import { Problem } from '../../src-shared/problem.ts';
import type { Reading, Writing } from '../ledger/transaction.ts';
import { headerHash, listMappings, rememberMapping } from './own-mappings.ts';

/** More than any shop's mappings: what is larger is another file. */
const largestBytes = 8 * 1024 * 1024;

/** Fields and tags are of one ledger: in another one their numbers mean others. */
function withoutOwn(mapping: KeptMapping['mapping']): KeptMapping['mapping'] {
  const { own: _, ...others } = mapping;
  return others;
}

/** Answers how many there are. What stood under the name stays until the new file is complete. */
export function writeMappings(reading: Reading, path: string, name: string): number {
  const mappings = listMappings(reading).map(({ name: seen, header, mapping }) => ({
    name: seen,
    header,
    mapping: withoutOwn(mapping),
  }));
  const unfinished = `${path}.part`;
  try {
    writeFileSync(unfinished, `${JSON.stringify({ kind: 'regulars-mappings', version: 1, mappings }, null, 2)}\n`);
    renameSync(unfinished, path);
  } catch {
    rmSync(unfinished, { force: true });
    throw new Problem('save-failed', { name });
  }
  return mappings.length;
}

function textOf(path: string, name: string, bytes: number): string {
  if (bytes > largestBytes) throw new Problem('mappings-unreadable', { name });
  return readFileSync(path, 'utf8').replace(/^\ufeff/, '');
}

/** Throws `mappings-unreadable` when the file is none of ours, or of a later program. */
export function readMappings(path: string, bytes: number, name = basename(path)): readonly KeptMapping[] {
  try {
    const { mappings } = mappingFileSchema.parse(JSON.parse(textOf(path, name, bytes)));
    return mappings.map((kept) => ({ ...kept, mapping: withoutOwn(kept.mapping) }));
  } catch {
    // Not there, no JSON, or another program's: the person has to look at this file.
    throw new Problem('mappings-unreadable', { name });
  }
}

/** Keeps them all; one for a header that has one already takes its place. */
export function keepMappings(
  writing: Writing,
  mappings: readonly KeptMapping[],
): { readonly added: number; readonly replaced: number } {
  const known = writing.connection.prepare('select 1 from own_mapping where header_hash = ?');
  let replaced = 0;
  for (const { name, header, mapping } of mappings) {
    if (known.get(headerHash(header)) !== undefined) replaced += 1;
    rememberMapping(writing, header, name, mapping);
  }
  return { added: mappings.length - replaced, replaced };
}
