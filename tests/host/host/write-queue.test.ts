import { describe, expect, test } from 'vitest';
import { makeWriteQueue } from '../../../src-main/host/write-queue.ts';
import { openForWriting, prepareLedger } from '../../../src-main/ledger/open-ledger.ts';
import { type Reading, transact } from '../../../src-main/ledger/transaction.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

interface Pair {
  readonly host: Reading;
  readonly worker: Reading;
  readonly folder: string;
}

function openPair(): Pair {
  const folder = temporaryFolder();
  prepareLedger(folder, { now: '2026-01-01T00:00:00.000Z' });
  return { host: openForWriting(folder, 0), worker: openForWriting(folder, 1000), folder };
}

function setSize(ledger: Reading, size: number): number {
  return transact(ledger, ({ connection }) => {
    connection.prepare("insert or replace into setting (name, value) values ('fontSize', ?)").run(String(size));
    return size;
  });
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('the write queue', () => {
  test('writes at once when nobody holds the ledger', async () => {
    const { host, folder } = openPair();
    const queue = makeWriteQueue(host, { folder, onWaiting: () => undefined });
    expect(await queue.run((ledger) => setSize(ledger, 14))).toBe(14);
    expect(queue.waiting()).toBe(0);
  });

  test('a write that meets an import waits, visibly, in order, and the event loop goes on', async () => {
    const { host, worker, folder } = openPair();
    const told: number[] = [];
    const queue = makeWriteQueue(host, { folder, onWaiting: (writes) => told.push(writes) });
    worker.connection.exec('begin immediate');
    const order: number[] = [];
    const first = queue.run((ledger) => order.push(setSize(ledger, 14)));
    const second = queue.run((ledger) => order.push(setSize(ledger, 15)));
    const startMs = performance.now();
    await pause(60);
    expect(performance.now() - startMs).toBeLessThan(500);
    expect(queue.waiting()).toBe(2);
    worker.connection.exec('commit');
    await Promise.all([first, second]);
    expect(order).toEqual([14, 15]);
    expect(told).toEqual([1, 2, 0]);
  });

  test('a write that fails for another reason fails alone', async () => {
    const { host, folder } = openPair();
    const queue = makeWriteQueue(host, { folder, onWaiting: () => undefined });
    const bad = queue.run(({ connection }) => connection.exec('insert into nowhere values (1)'));
    await expect(bad).rejects.toThrow(/nowhere/);
    expect(await queue.run((ledger) => setSize(ledger, 16))).toBe(16);
  });

  test('what still waits when the host closes ends in a Problem', async () => {
    const { host, worker, folder } = openPair();
    const queue = makeWriteQueue(host, { folder, onWaiting: () => undefined });
    worker.connection.exec('begin immediate');
    const write = queue.run((ledger) => setSize(ledger, 14));
    queue.close();
    await expect(write).rejects.toMatchObject({ code: 'ledger-restarted' });
    await expect(queue.run((ledger) => setSize(ledger, 14))).rejects.toMatchObject({ code: 'ledger-restarted' });
  });

  test('a write that can be put off is made at once or not at all', async () => {
    const { host, worker, folder } = openPair();
    const queue = makeWriteQueue(host, { folder, onWaiting: () => undefined });
    expect(queue.now((ledger) => setSize(ledger, 14))).toBe(14);
    worker.connection.exec('begin immediate');
    expect(queue.now((ledger) => setSize(ledger, 15))).toBeNull();
    const waiting = queue.run((ledger) => setSize(ledger, 16));
    worker.connection.exec('commit');
    // The lock is gone, but somebody waits for it.
    expect(queue.now((ledger) => setSize(ledger, 17))).toBeNull();
    expect(await waiting).toBe(16);
    expect(() => queue.now(({ connection }) => connection.exec('insert into nowhere values (1)'))).toThrow(/nowhere/);
    queue.close();
    expect(queue.now((ledger) => setSize(ledger, 18))).toBeNull();
  });
});
