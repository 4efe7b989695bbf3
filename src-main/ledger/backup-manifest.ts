/** The small file beside each backup: its hash and what it holds, so that a list of backups opens none of them. */

import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type Backup, backupSchema } from '../../src-shared/contract/ledger.ts';
import { syncFile } from './backup-disk.ts';

export interface Manifest extends Backup {
  readonly sha256: string;
  /** See `stampOf`; null where it is not known. */
  readonly stamp: string | null;
}

export function manifestPath(backupPath: string): string {
  return backupPath.replace(/\.db$/, '.json');
}

export function writeManifest(backupPath: string, manifest: Manifest): void {
  const path = manifestPath(backupPath);
  writeFileSync(`${path}.tmp`, `${JSON.stringify(manifest, null, 2)}\n`);
  syncFile(`${path}.tmp`);
  renameSync(`${path}.tmp`, path);
}

/** null when there is none, or one nobody can read. */
export function readManifest(backupPath: string): Manifest | null {
  const path = manifestPath(backupPath);
  if (path === backupPath || !existsSync(path)) return null;
  try {
    const found: unknown = JSON.parse(readFileSync(path, 'utf8'));
    const backup = backupSchema.safeParse(found);
    if (!backup.success || typeof found !== 'object' || found === null || !('sha256' in found)) return null;
    const stamp = 'stamp' in found && typeof found.stamp === 'string' ? found.stamp : null;
    return typeof found.sha256 === 'string' ? { ...backup.data, sha256: found.sha256, stamp } : null;
  } catch {
    // A broken manifest is as good as none: the backup beside it is still looked at page by page before it comes back.
    return null;
  }
}
