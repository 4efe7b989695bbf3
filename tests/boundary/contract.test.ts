/** The contract across a real process: what goes in is checked, what comes out is typed, whatever is sent. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { stateHash } from '../../src-main/importing/verify.ts';
import { openForReading } from '../../src-main/ledger/open-ledger.ts';
import { ledgerContract } from '../../src-shared/contract/index.ts';
import { isMessage } from '../../src-shared/link/messages.ts';
import { type BuiltHost, startHost } from '../support/built-host.ts';
import { importFiles } from '../support/import-files.ts';
import { sharedFile, whySkipped } from '../support/shared-folder.ts';
import { writeTaobaoFile } from '../support/taobao-file.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function hashOf(folder: string): string {
  const reading = openForReading(folder);
  try {
    return stateHash(reading);
  } finally {
    reading.connection.close();
  }
}

async function hostWithOrders(orders: number): Promise<{ host: BuiltHost; folder: string }> {
  const folder = temporaryFolder();
  const host = startHost(join(folder, 'data'));
  await importFiles(host, [writeTaobaoFile(join(folder, 'ExportOrderList.csv'), { orders })]);
  return { host, folder: join(folder, 'data') };
}

test('a fresh host answers about an empty ledger', async () => {
  const host = startHost(temporaryFolder());
  expect(await host.client.call('ledger.status', {})).toMatchObject({ orders: 0, demo: false, warning: null });
  expect(await host.client.call('settings.read', {})).toMatchObject({ theme: 'system' });
  await host.close();
});

test('a setting survives the host being ended and started again', async () => {
  const folder = temporaryFolder();
  const first = startHost(folder);
  await first.client.call('settings.change', { fontSize: 17 });
  await first.kill();
  const second = startHost(folder);
  expect(await second.client.call('settings.read', {})).toMatchObject({ fontSize: 17 });
});

test('a call under way when the host ends is a Problem, and so is every later one', async () => {
  const host = startHost(temporaryFolder());
  await host.client.call('ledger.status', {});
  const pending = expect(host.client.call('ledger.verify', {})).rejects.toMatchObject({ code: 'ledger-restarted' });
  await host.kill();
  await pending;
  await expect(host.client.call('ledger.status', {})).rejects.toMatchObject({ code: 'ledger-restarted' });
});

test('a second program on the same folder is told so, and the first goes on', async () => {
  const folder = temporaryFolder();
  const first = startHost(folder);
  await first.client.call('ledger.status', {});
  const second = startHost(folder);
  await expect(second.client.call('ledger.status', {})).rejects.toMatchObject({ code: 'ledger-in-use' });
  await second.close();
  expect(await first.client.call('ledger.status', {})).toMatchObject({ orders: 0 });
});

const list = 'badinputs/lists/ipc-args-given.json';
const hostileList = sharedFile(list);

/** Values JSON cannot hold, and a few that only look harmless. */
function hostileValues(): unknown[] {
  const cyclic: Record<string, unknown> = {};
  cyclic['self'] = cyclic;
  const sparse: unknown[] = [];
  sparse[1000] = 1;
  const proto: unknown = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
  return [
    undefined,
    Number.NaN,
    Number.POSITIVE_INFINITY,
    10n ** 30n,
    new Map([['filter', 1]]),
    new Set([1]),
    cyclic,
    sparse,
    proto,
    new ArrayBuffer(8_000_000),
    /a+/,
    new Error('x'),
    '../../../../etc/passwd',
    "'; drop table customer; --",
    [],
    {},
  ];
}

function listedValues(): unknown[] {
  if (hostileList === null) return [];
  // The list's own shape.
  const { items } = JSON.parse(readFileSync(hostileList, 'utf8')) as { items: unknown[] };
  return items;
}

/** A Problem or, where the value happens to be right, a reply; never a bug. */
async function expectTyped(host: BuiltHost, id: number, method: string, params: unknown): Promise<void> {
  const answered = host.nextRaw((message) => isMessage(message) && 'id' in message && message.id === id);
  host.sendRaw({ kind: 'request', id, method, params });
  const message = await answered;
  if (!isMessage(message)) throw new Error('no message');
  const words = `${method} with ${typeof params}: ${'message' in message ? message.message : ''}`;
  expect(message.kind, words).not.toBe('bug');
}

// With params that happen to be right these would do what they say.
const acting = new Set(['backups.make', 'demo.open', 'demo.leave', 'demo.remove', 'ledger.verify', 'settings.change']);

test(`hostile params end in typed Problems and change nothing${hostileList === null ? ` (without the list: ${whySkipped(list)})` : ''}`, async () => {
  const { host, folder } = await hostWithOrders(200);
  const before = hashOf(folder);
  const values = [...hostileValues(), ...listedValues()];
  let id = 1_000_000;
  for (const [method, { params }] of Object.entries(ledgerContract)) {
    const fields = Object.keys('shape' in params ? Object(params.shape) : {});
    const asked = values.flatMap((value) => [value, ...fields.map((field) => ({ [field]: value }))]);
    for (const value of asked) {
      if (acting.has(method) && params.safeParse(value).success) continue;
      id += 1;
      await expectTyped(host, id, method, value);
    }
  }
  for (const method of ['', '__proto__', 'constructor', 'toString', 'customers.drop', 'x'.repeat(10_000)]) {
    id += 1;
    await expectTyped(host, id, method, {});
  }
  expect(hashOf(folder)).toBe(before);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
  expect(await host.client.call('ledger.status', {})).toMatchObject({ orders: 200 });
});

test('messages that are no messages are passed over', async () => {
  const host = startHost(temporaryFolder());
  for (const noise of [null, 7, 'x', [], {}, { kind: 'request' }, { kind: 'nothing', id: 1 }, { kind: 'page' }])
    host.sendRaw(noise);
  expect(await host.client.call('ledger.status', {})).toMatchObject({ orders: 0 });
});
