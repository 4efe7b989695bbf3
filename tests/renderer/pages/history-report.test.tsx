/** The report about an import that was posted long ago, from the page of all imports: on paper, and as a workbook. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, onTestFinished, test } from 'vitest';
import type { Connection } from '../../../src-renderer/link/connection.ts';
import { HistoryPage } from '../../../src-renderer/pages/history/history-page.tsx';
import { csvOf, soundRows, withCells } from '../../host/importing/damaged-shop.ts';
import { hostAtHand } from '../host-at-hand.ts';
import { inPage } from '../in-page.tsx';

function fileIn(name: string, text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'regulars-report-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

/** The shell asks for a place, a worker writes: both are others' work, what they are asked is ours. */
function withSaving(connection: Connection, asked: unknown[]): Connection {
  const answers: Readonly<Record<string, unknown>> = {
    'shell.chooseTarget': { target: 'ticket-of-place' },
    'imports.report': { problems: 1 },
  };
  return {
    ...connection,
    call: async (method, params) => {
      const answer = answers[method];
      if (answer === undefined) return connection.call(method, params);
      asked.push([method, params]);
      return answer as never;
    },
  };
}

test('is laid out again from what the ledger keeps, and saved by the number of the import', async () => {
  const rows = withCells(soundRows(6), 2, { 总金额: '一百' });
  const asked: unknown[] = [];
  const sound = fileIn('好的.csv', csvOf(soundRows(3)).replaceAll('2025-', '2022-'));
  const damaged = fileIn('坏的.csv', csvOf(rows).replaceAll('2025-', '2022-'));
  const connection = withSaving(await hostAtHand([sound, damaged]), asked);
  const alone = withSaving(await hostAtHand([sound]), asked);

  const first = inPage(<HistoryPage />, { connection: alone });
  await screen.findByText('好的.csv');
  expect(screen.queryByRole('button', { name: '问题单' })).toBeNull();
  first.unmount();

  inPage(<HistoryPage />, { connection });
  fireEvent.click(await screen.findByRole('button', { name: '问题单' }));
  fireEvent.click(await screen.findByText('问题存成表格…'));
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(asked[1]).toEqual(['imports.report', { of: { batch: 1 }, language: 'zh-CN', target: 'ticket-of-place' }]);

  fireEvent.click(screen.getByRole('button', { name: /问题单$/ }));
  fireEvent.click(await screen.findByText('打印问题单'));
  expect((await screen.findAllByText('一百')).length).toBeGreaterThan(0);
  expect(screen.getAllByText(/^问题单：/).length).toBeGreaterThan(0);
  fireEvent.click(screen.getByRole('button', { name: '导入历史' }));
  expect(await screen.findByRole('button', { name: '问题单' })).toBeTruthy();
});
