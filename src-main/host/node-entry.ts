/**
 * The ledger host under plain Node, started by fork with `serialization: 'advanced'` and `--data DIR`: in tests, and by the shell
 * where Electron's own Node cannot load the ledger. Serves one page over the process messages themselves, or several relayed
 * by the shell; it forks its own workers.
 */

import { nodeWorkers, workerBundle } from './node-workers.ts';
import { processLink } from './process-link.ts';
import { serveShell } from './serve-shell.ts';
import { readHostArguments } from './shell-messages.ts';

const found = readHostArguments(process.argv.slice(2));
if (found === null) {
  process.stderr.write('usage: host.mjs --data DIR [--version V]\n');
  process.exit(2);
}
const link = processLink(process);
serveShell({
  ...found,
  spawnWorker: nodeWorkers(workerBundle(import.meta.url)),
  shell: link,
  listenToShell: (listener) => link.onMessage((message) => listener(message, [])),
});
link.onClose(() => process.exit(0));
