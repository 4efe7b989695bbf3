/** A whole new ledger in an empty one's place: taken only where the empty one is still what was copied. */

import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openForReading, openForWriting, prepareLedger } from '../../../src-main/ledger/open-ledger.ts';
import { isWithoutOrders, makeSuccessor, takePlace } from '../../../src-main/ledger/successor.ts';
import { type Reading, transact } from '../../../src-main/ledger/transaction.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function emptyLedger(): string {
  const folder = temporaryFolder();
  prepareLedger(folder, { now: '2026-01-01T00:00:00.000Z' });
  return folder;
}

function addShop(ledger: Reading, name: string): void {
  transact(ledger, ({ connection }) =>
    connection.prepare("insert into shop (marketplace, name, currency) values ('taobao', ?, 'CNY')").run(name),
  );
}

function shopsIn(folder: string): unknown {
  const { connection } = openForReading(folder);
  try {
    return connection.prepare('select name from shop order by 1').pluck().all();
  } finally {
    connection.close();
  }
}

async function successorWith(folder: string, name: string): Promise<string> {
  const ledger = openForWriting(folder, 0);
  try {
    expect(isWithoutOrders(ledger)).toBe(true);
    const { image } = await makeSuccessor(folder, ledger, (successor) => {
      addShop(successor, name);
      return Promise.resolve();
    });
    return image;
  } finally {
    ledger.connection.close();
  }
}

it('takes the place of the ledger it was made of, and only then is there', async () => {
  const folder = emptyLedger();
  const image = await successorWith(folder, '新店');
  expect(shopsIn(folder)).toEqual([]);
  expect(takePlace(folder, image)).toBe(true);
  expect(shopsIn(folder)).toEqual(['新店']);
  const { connection } = openForReading(folder);
  expect(connection.pragma('journal_mode', { simple: true })).toBe('wal');
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok');
  connection.close();
});

it('gives way to what was written meanwhile', async () => {
  const folder = emptyLedger();
  const image = await successorWith(folder, '新店');
  const ledger = openForWriting(folder, 0);
  addShop(ledger, '老店');
  ledger.connection.close();
  expect(takePlace(folder, image)).toBe(false);
  expect(shopsIn(folder)).toEqual(['老店']);
  expect(readdirSync(folder).filter((name) => name.includes('successor'))).toEqual([]);
});

it('leaves nothing behind when its making fails', async () => {
  const folder = emptyLedger();
  const ledger = openForWriting(folder, 0);
  await expect(makeSuccessor(folder, ledger, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
  ledger.connection.close();
  expect(readdirSync(folder).filter((name) => name.includes('successor'))).toEqual([]);
  expect(shopsIn(folder)).toEqual([]);
});
