/** Where the data lies when nobody says otherwise: the platform's app-data folder, the same for the window, the preview and the command line. */

import { homedir } from 'node:os';
import { join } from 'node:path';

export function defaultDataFolder(
  env: Readonly<Record<string, string | undefined>> = process.env,
  platform: string = process.platform,
  home: string = homedir(),
): string {
  const base =
    platform === 'win32'
      ? (env['APPDATA'] ?? join(home, 'AppData', 'Roaming'))
      : platform === 'darwin'
        ? join(home, 'Library', 'Application Support')
        : (env['XDG_DATA_HOME'] ?? join(home, '.local', 'share'));
  return join(base, 'Regulars', 'ledger');
}
