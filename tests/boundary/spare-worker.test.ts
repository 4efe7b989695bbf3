/** A worker kept ready for the next step of an import: real processes that tell who they are. */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { expect, test, vi } from 'vitest';
import { makeJobRoom } from '../../src-main/host/job-room.ts';
import { nodeWorkers } from '../../src-main/host/node-workers.ts';
import { spareWorker } from '../../src-main/host/spare-worker.ts';
import type { SpawnWorker } from '../../src-main/host/spawn-worker.ts';
import { gone } from '../support/forked-host.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** Answers any job with its own number, and ends. */
const answering =
  'process.on("message", () => process.send({ kind: "done", answer: process.pid }, () => process.exit(0)));';

interface Counted extends SpawnWorker {
  readonly started: () => number;
}

function counted(source = answering): Counted {
  const path = join(temporaryFolder(), 'worker.mjs');
  writeFileSync(path, `process.on("disconnect", () => process.exit(0));\n${source}`);
  const workers = nodeWorkers(path);
  let started = 0;
  return {
    started: () => started,
    start: () => {
      started += 1;
      return workers.start();
    },
  };
}

const check = { folder: '/nowhere', files: [], today: '2026-07-01' } as never;
const apply = { folder: '/nowhere', check: 'c', now: '2026-07-01T00:00:00.000Z' } as never;
const exclude = { folder: '/nowhere' } as never;

test('what a check leaves to read, a process waits for; another job does not take it, the next step does', async () => {
  const workers = counted();
  const room = makeJobRoom(workers, () => undefined);
  const first: unknown = await room.run('check', check);
  expect(workers.started()).toBe(2);
  const other: unknown = await room.run('exclude', exclude);
  expect(workers.started()).toBe(3);
  const second: unknown = await room.run('apply', apply);
  expect(workers.started()).toBe(3);
  expect(new Set([first, other, second]).size).toBe(3);
  await room.close();
});

test('a spare that died is not handed out', async () => {
  const workers = counted('setTimeout(() => process.exit(1), 50);');
  const spare = spareWorker(workers);
  spare.ready();
  await delay(600);
  await spare.taking.start();
  expect(workers.started()).toBe(2);
  await spare.close();
});

test('a spare ends when the room closes, and when its time is over', async () => {
  const pids: number[] = [];
  const workers = counted('process.send(process.pid);');
  const telling: SpawnWorker = {
    start: async () => {
      const worker = await workers.start();
      worker.link.onMessage((pid) => pids.push(pid as number));
      return worker;
    },
  };
  const kept = spareWorker(telling);
  kept.ready();
  const short = spareWorker(telling, 400);
  short.ready();
  await vi.waitFor(() => expect(pids).toHaveLength(2), { timeout: 5000 });
  await kept.close();
  for (const pid of pids) await gone(pid);
  kept.ready();
  expect(workers.started()).toBe(2);
  short.ready();
  expect(workers.started()).toBe(3);
  await short.close();
});
