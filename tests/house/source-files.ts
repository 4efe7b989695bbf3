/** The project's own files, for the tests about the code itself. */

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

export interface SourceFile {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Every file beneath `folder` whose name ends in one of `endings`. */
export function filesIn(folder: string, endings: readonly string[]): readonly SourceFile[] {
  const found: SourceFile[] = [];
  const walk = (at: string): void => {
    for (const name of readdirSync(at).sort()) {
      const path = join(at, name);
      if (statSync(path).isDirectory()) walk(path);
      else if (endings.some((ending) => name.endsWith(ending))) {
        found.push({ path: relative(root, path).replaceAll('\\', '/'), text: readFileSync(path, 'utf8') });
      }
    }
  };
  walk(join(root, folder));
  return found;
}

export const sourceFolders = ['src-shared', 'src-main', 'src-renderer'] as const;

/** All TypeScript of the program, declarations left out. */
export function sources(): readonly SourceFile[] {
  return sourceFolders
    .flatMap((folder) => filesIn(folder, ['.ts', '.tsx']))
    .filter((file) => !file.path.endsWith('.d.ts'));
}

/** What a file imports, as written. Type-only imports are marked. */
export function importsOf(file: SourceFile): readonly { readonly from: string; readonly typeOnly: boolean }[] {
  const found: { from: string; typeOnly: boolean }[] = [];
  for (const match of file.text.matchAll(/^(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm)) {
    found.push({ from: match[2] ?? '', typeOnly: match[1] !== undefined });
  }
  for (const match of file.text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g))
    found.push({ from: match[1] ?? '', typeOnly: false });
  return found;
}
