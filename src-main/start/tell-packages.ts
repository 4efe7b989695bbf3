/** A build plugin: writes down beside each bundle which outside packages went into it, so that their licences can be collected. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const PACKAGE = /^.*?(node_modules\/(?:.*\/node_modules\/)?(?:@[^/]+\/)?[^/]+)\//;

/** 'node_modules/antd' of a module's address; null for a module of ours. */
export function packageFolderOf(id: string): string | null {
  return PACKAGE.exec(id.replaceAll('\\', '/'))?.[1] ?? null;
}

/** Writes `packages-<mode>.json` into the folder of the bundle. */
export function tellPackages(mode: string): Plugin {
  return {
    name: 'tell-packages',
    writeBundle: (options, bundle) => {
      const found = new Set<string>();
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== 'chunk') continue;
        for (const id of chunk.moduleIds) {
          const folder = packageFolderOf(id);
          if (folder !== null) found.add(folder);
        }
      }
      const names = [...found].sort();
      writeFileSync(join(options.dir ?? '.', `packages-${mode}.json`), `${JSON.stringify(names, null, 2)}\n`);
    },
  };
}
