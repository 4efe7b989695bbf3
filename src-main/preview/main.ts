/**
 * `npm run preview`: the program in a browser. Arguments: --data DIR, --port N, --page DIR (the built page), --no-open.
 * Prints the address; ends with Ctrl-C, or by itself after an hour without a page.
 */

import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';
import { Problem, problemOnWire } from '../../src-shared/problem.ts';
import { problemSentences } from '../../src-shared/problem-texts.ts';
import { systemClock } from '../host/clock.ts';
import { defaultDataFolder } from '../host/data-folder.ts';
import { dataRoomOf } from '../host/data-room.ts';
import { openLog } from '../host/log.ts';
import { nodeWorkers, workerBundle } from '../host/node-workers.ts';
import { openHost } from '../host/open-host.ts';
import { startPreview } from './server.ts';

const IDLE_MS = 3_600_000;

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

function openBrowser(address: string): void {
  const [command, args] =
    process.platform === 'win32'
      ? ['cmd', ['/c', 'start', '""', address]]
      : [process.platform === 'darwin' ? 'open' : 'xdg-open', [address]];
  const child = spawn(command, args, { stdio: 'ignore', detached: true });
  // No browser here: the address has been printed, that is enough.
  child.on('error', () => undefined);
  child.unref();
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      page: { type: 'string', default: join(dirname(workerBundle(import.meta.url)), '../renderer') },
      'no-open': { type: 'boolean', default: false },
    },
  });
  const folder = values.data ?? defaultDataFolder(process.env, process.platform);
  const host = openHost({
    folder,
    spawnWorker: nodeWorkers(workerBundle(import.meta.url)),
    clock: systemClock,
    log: openLog(join(folder, 'logs'), systemClock),
    version: __VERSION__,
  });
  let ending = false;
  const end = async (): Promise<void> => {
    if (ending) return;
    ending = true;
    await preview.close();
    await host.close();
    process.exit(0);
  };
  const preview = await startPreview({
    host,
    page: values.page,
    uploads: dataRoomOf(folder).uploads,
    version: __VERSION__,
    port: Number(values.port),
    idleMs: IDLE_MS,
    onIdle: () => {
      say('一小时没有人用，已关闭。 / Closed after an hour without use.');
      void end();
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void end());
  say(`回头客 Regulars: ${preview.address}`);
  if (!values['no-open']) openBrowser(preview.address);
}

run().catch((error: unknown) => {
  if (error instanceof Problem) {
    const { zh, en } = problemSentences(problemOnWire(error));
    process.stderr.write(`${zh}\n${en}\n`);
  } else process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
