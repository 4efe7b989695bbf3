/** The ledger host as Electron's utility process: the shell hands it a port for each window and for each worker it asks for. */

import { parentPortOf } from './parent-port.ts';
import { serveShell } from './serve-shell.ts';
import { readHostArguments } from './shell-messages.ts';
import { shellWorkers } from './shell-workers.ts';

const parentPort = parentPortOf(process);
const found = readHostArguments(process.argv.slice(2));
if (parentPort === null || found === null) {
  process.stderr.write('the shell starts this program, with --data DIR\n');
  process.exit(2);
}
const workers = shellWorkers((message) => parentPort.postMessage(message));
serveShell({
  ...found,
  spawnWorker: workers,
  shell: { send: (message) => parentPort.postMessage(message) },
  listenToShell: (listener) => {
    parentPort.on('message', (event) => {
      if (!workers.receive(event.data, event.ports)) listener(event.data, event.ports);
    });
  },
});
