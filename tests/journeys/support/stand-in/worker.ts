/** A worker for the stand-in host: answers one order over the port the shell hands it, then ends, unless it is to be killed. */

import { getHeapStatistics } from 'node:v8';
import type { ParentPort } from 'electron';
import type { ShellToWorker } from '../../../../src-main/host/shell-messages.ts';

const parent = Reflect.get(process, 'parentPort') as ParentPort;
parent.once('message', ({ data, ports: [port] }) => {
  if ((data as ShellToWorker).kind !== 'attach-host') process.exit(9);
  port?.on('message', (event) => {
    const heapMb = Math.round(getHeapStatistics().heap_size_limit / 2 ** 20);
    port.postMessage({ did: event.data as unknown, pid: process.pid, heapMb });
    if (event.data !== 'be-killed') setTimeout(() => process.exit(5), 100);
    // Deaf to everything once its answer is out.
    else setTimeout(() => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0), 20);
  });
  port?.start();
});
