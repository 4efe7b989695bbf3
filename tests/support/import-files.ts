/** Imports files through a host, as the import page does: ticket, check, apply. */

import { randomUUID } from 'node:crypto';
import type { BatchReport } from '../../src-shared/contract/imports.ts';
import type { BuiltHost } from './forked-host.ts';

export async function checkFiles(
  host: BuiltHost,
  paths: readonly string[],
  job: string = randomUUID(),
): Promise<{ check: string; batches: BatchReport[] }> {
  const files = [];
  for (const path of paths) files.push({ ticket: await host.ticketFor(path) });
  return host.client.call('imports.check', { job, files });
}

export async function importFiles(host: BuiltHost, paths: readonly string[]): Promise<BatchReport[]> {
  const { check } = await checkFiles(host, paths);
  const { batches } = await host.client.call('imports.apply', { job: randomUUID(), check });
  return batches;
}
