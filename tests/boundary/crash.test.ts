/**
 * Processes are killed in the middle of everything that writes. Whatever the moment, the ledger is exactly what it was before or what it
 * would have been after, holds every acknowledged write, is sound and opens again. `npm run rel:kill` does the same many times more.
 */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../src-main/demo/random.ts';
import { type OperationName, operations } from '../reliability/kill-operations.ts';
import { type Figures, killMany } from '../reliability/kill-rounds.ts';
import { makeWorld, type World } from '../reliability/kill-world.ts';

const home = mkdtempSync(join(tmpdir(), 'regulars-crash-'));
let world: World;

beforeAll(async () => {
  world = await makeWorld(home);
}, 240_000);
afterAll(() => rmSync(home, { recursive: true, force: true, maxRetries: 5 }));

/** A busy machine may be slow to open anything: that is for `rel:kill` to measure. */
function expectClean(figures: Figures, atLeast: number): void {
  expect(figures.misses).toEqual([]);
  expect(figures).toMatchObject({ lost: 0, halfDone: 0, unsound: 0 });
  // Its load decides which are through before their moment comes; most must not be.
  expect(figures.kills).toBeGreaterThanOrEqual(atLeast);
}

async function kills(name: OperationName, n: number, double = false): Promise<Figures> {
  const operation = operations.find((each) => each.name === name);
  if (operation === undefined) throw new Error(name);
  return killMany(world, operation, { n, random: seededRandom(n), double });
}

const table: readonly (readonly [OperationName, number])[] = [
  ['check', 4],
  ['first', 8],
  ['apply', 10],
  ['undo', 8],
  ['redo', 6],
  ['restore', 8],
  ['migration', 6],
  ['backup', 4],
  ['note', 4],
];

test.each(table)('killed in the middle of: %s, %i times', async (name, n) => expectClean(await kills(name, n), n / 2));

test('killed in an apply, and again while the next start mends it', async () => {
  expectClean(await kills('apply', 6, true), 3);
});
