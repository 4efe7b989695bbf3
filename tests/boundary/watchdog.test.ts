/** What a foreign file can make of the process that reads it, and what the host then says. The workers here misbehave on purpose. */

import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeJobRoom } from '../../src-main/host/job-room.ts';
import { nodeWorkers } from '../../src-main/host/node-workers.ts';
import { type RunningJob, runJob } from '../../src-main/host/run-job.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function jobOf(program: string, stallMs: number): RunningJob<'recognise'> {
  const path = join(temporaryFolder(), 'worker.mjs');
  writeFileSync(path, program);
  return runJob(nodeWorkers(path), 'recognise', { folder: '/nowhere', files: [] }, { reading: 'bomb.xlsx', stallMs });
}

/** Takes the job and is never heard of again. */
const endless = 'process.on("message", () => { for (;;); });';

test('a file whose reading gets nowhere is given up, by its name', async () => {
  await expect(jobOf(endless, 1000).ended).rejects.toMatchObject({
    code: 'file-reading-took-too-long',
    details: { name: 'bomb.xlsx' },
  });
});

test('reading that goes on, however slowly, is not given up', async () => {
  const slow = `process.on("message", async () => {
    for (let done = 1; done <= 8; done += 1) {
      process.send({ kind: "progress", phase: "reading", done, total: null });
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    process.send({ kind: "done", answer: { findings: [] } }, () => process.exit(0));
  });`;
  expect(await jobOf(slow, 1500).ended).toEqual({ findings: [] });
});

test('a worker that does not hear a cancel is killed within a second', async () => {
  const running = jobOf(endless, 60_000);
  const ended = expect(running.ended).rejects.toMatchObject({ code: 'import-cancelled' });
  await new Promise((resolve) => setTimeout(resolve, 500));
  const startMs = performance.now();
  running.cancel();
  await ended;
  expect(performance.now() - startMs).toBeLessThan(1000);
});

test('a file that fills a worker’s memory is too large, and the host lives on', async () => {
  const greedy = `process.on("message", () => { const kept = []; for (;;) kept.push(new Array(1e6).fill({})); });`;
  await expect(jobOf(greedy, 60_000).ended).rejects.toMatchObject({
    code: 'file-too-large-unpacked',
    details: { name: 'bomb.xlsx' },
  });
});

test('a worker that cannot even start is a fault, not a silence', async () => {
  const running = runJob(nodeWorkers(join(temporaryFolder(), 'missing.mjs')), 'inspect', { folder: '/nowhere' });
  await expect(running.ended).rejects.toThrow(/ended with code/);
});

test('a worker that has answered may tidy up: others need not wait, whoever exchanges the ledger does', async () => {
  const path = join(temporaryFolder(), 'worker.mjs');
  const tidy = join(temporaryFolder(), 'tidied');
  writeFileSync(
    path,
    `import { writeFileSync } from "node:fs";
    process.on("message", () => {
      process.send({ kind: "done", answer: {} });
      setTimeout(() => { writeFileSync(${JSON.stringify(tidy)}, ""); process.exit(0); }, 700);
    });`,
  );
  const room = makeJobRoom(nodeWorkers(path), () => undefined);
  await room.run('undo', { folder: '/nowhere', batch: 1, now: '2026-07-01T00:00:00.000Z' });
  expect(existsSync(tidy)).toBe(false);
  expect(room.isWriting()).toBe(false);
  await room.quiet();
  expect(existsSync(tidy)).toBe(true);
});
