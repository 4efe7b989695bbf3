/** Where the ledger lies when nobody says otherwise: the platform's folder for application data, never a synced one. */

import { homedir } from 'node:os';
import { join } from 'node:path';

/** Name of the program's own folder; the shell, the preview and the command line share it. */
export const appFolderName = 'Regulars';

/** The folder the platform keeps application data in. */
export function appDataFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  if (platform === 'win32') return env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming');
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support');
  return env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config');
}

/** The data folder used without `--data`. */
export function defaultDataFolder(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string {
  return join(appDataFolder(env, platform), appFolderName, 'data');
}
