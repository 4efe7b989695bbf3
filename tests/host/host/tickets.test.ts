import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeTickets } from '../../../src-main/host/tickets.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('a ticket says name and size, and never the path', () => {
  const path = join(temporaryFolder(), '订单.csv');
  writeFileSync(path, 'abc');
  const tickets = makeTickets();
  const given = tickets.giveFile(path);
  expect(given).toMatchObject({ name: '订单.csv', bytes: 3 });
  expect(JSON.stringify(given)).not.toContain(path);
  expect(given.ticket.length).toBeGreaterThanOrEqual(22);
  expect(tickets.file(given.ticket).path).toBe(path);
});

test('a file that is not there, and a folder, are Problems', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'inner'));
  const tickets = makeTickets();
  expect(() => tickets.giveFile(join(folder, 'none.csv'))).toThrow('file-not-found');
  expect(() => tickets.giveFile(join(folder, 'inner'))).toThrow('file-is-folder');
});

test('a ticket to read is no ticket to write', () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a.csv');
  writeFileSync(path, 'abc');
  const tickets = makeTickets();
  const file = tickets.giveFile(path).ticket;
  const target = tickets.giveTarget(join(folder, 'out.csv')).ticket;
  expect(() => tickets.target(file)).toThrow('ticket-unknown');
  expect(() => tickets.file(target)).toThrow('ticket-unknown');
  expect(tickets.pathOf(target)).toBe(join(folder, 'out.csv'));
});
