/** A page that breaks is said to be broken, and the next address is tried anew. */

import { render, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { PageBoundary } from '../../../src-renderer/frame/page-boundary.tsx';

function Page({ breaks }: { readonly breaks: boolean }) {
  if (breaks) throw new Error('broken');
  return <p>页面</p>;
}

function bounded(address: string, breaks: boolean) {
  return (
    <PageBoundary address={address} broken={<p>坏了</p>}>
      <Page breaks={breaks} />
    </PageBoundary>
  );
}

test('it stays broken at its address, and is drawn again at another', () => {
  // React tells the console of every caught error.
  const quiet = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const { rerender } = render(bounded('/reports?a', true));
  expect(screen.getByText('坏了')).toBeDefined();
  rerender(bounded('/reports?a', true));
  expect(screen.queryByText('页面')).toBeNull();
  rerender(bounded('/reports?b', false));
  expect(screen.getByText('页面')).toBeDefined();
  rerender(bounded('/reports?c', true));
  expect(screen.getByText('坏了')).toBeDefined();
  quiet.mockRestore();
});
