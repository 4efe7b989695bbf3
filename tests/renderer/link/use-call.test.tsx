/** How a page asks: answers stay while newer ones are on the way, and a change of the ledger asks again. */

import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { useAct, useCall } from '../../../src-renderer/link/use-call.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { inPage, servedBy } from '../in-page.tsx';

function Mappings() {
  const { data } = useCall('mappings.list', {});
  return <output>{data === undefined ? '…' : `${data.mappings.length}`}</output>;
}

test('what belongs to a changed topic is asked again, nothing else', async () => {
  let asked = 0;
  const { connection, server } = servedBy({
    'mappings.list': () => {
      asked += 1;
      return { mappings: [] };
    },
  });
  inPage(<Mappings />, { connection });
  await waitFor(() => expect(screen.getByRole('status').textContent).toBe('0'));
  act(() => server.emit('ledger.changed', { topics: ['customers'] }));
  act(() => server.emit('ledger.changed', { topics: ['imports'] }));
  await waitFor(() => expect(asked).toBe(2));
});

function Forget() {
  const { act: forget } = useAct('mappings.forget');
  return (
    <button type="button" onClick={() => void forget({ id: 1 })}>
      忘掉
    </button>
  );
}

test('a write that fails is told in the owner’s words', async () => {
  const { connection } = servedBy({
    'mappings.forget': () => {
      throw new Problem('ledger-full', {});
    },
  });
  inPage(<Forget />, { connection });
  act(() => screen.getByRole('button').click());
  await waitFor(() => expect(document.body.textContent).toContain('磁盘'));
});
