/** The long list: few rows drawn, all of them reachable by keyboard. */

import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { type Column, type RowKey, VirtualTable } from '../../../src-renderer/parts/virtual-table.tsx';
import { inPage } from '../in-page.tsx';

interface Row {
  readonly id: number;
}

const columns: readonly Column<Row>[] = [
  { key: 'id', head: '编号', width: 100, sortable: true, cell: ({ id }) => `第 ${id} 位` },
];

function List(props: {
  readonly onWindow?: (from: number, count: number) => void;
  readonly onOpen?: (id: number) => void;
}) {
  const [selected, setSelected] = useState<ReadonlySet<RowKey>>(new Set());
  return (
    <>
      <VirtualTable<Row>
        name="test"
        label="名单"
        columns={columns}
        total={200_000}
        rowAt={(index) => ({ id: index })}
        loadWindow={(from, count) => props.onWindow?.(from, count)}
        selection={{ keyOf: ({ id }) => id, selected, onSelect: setSelected }}
        onOpen={({ id }) => props.onOpen?.(id)}
      />
      <output>{[...selected].join()}</output>
    </>
  );
}

test('of 200,000 rows only those in view are drawn and asked for', () => {
  const windows: number[] = [];
  inPage(<List onWindow={(from, count) => windows.push(from, count)} />);
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('200001');
  expect(screen.getAllByRole('row').length).toBeLessThan(60);
  expect(windows[0]).toBe(0);
  expect(Math.max(...windows)).toBeLessThan(60);
});

test('arrows move, Space selects, Shift extends, Enter opens', () => {
  const opened: number[] = [];
  inPage(<List onOpen={(id) => opened.push(id)} />);
  const grid = screen.getByRole('grid');
  const press = (key: string, shiftKey = false): boolean => fireEvent.keyDown(grid, { key, shiftKey });
  press('ArrowDown');
  press('ArrowDown');
  press(' ');
  press('ArrowDown', true);
  press('ArrowDown', true);
  expect(screen.getByRole('status').textContent).toBe('1,2,3');
  press('Enter');
  expect(opened).toEqual([3]);
});

test('every fifth row has the firmer line', async () => {
  inPage(<List />);
  await screen.findByText('第 9 位');
  const firm = screen.getAllByRole('row').filter((row) => row.className.includes('r5'));
  expect(firm[0]?.textContent).toBe('第 4 位');
  expect(firm[1]?.textContent).toBe('第 9 位');
});
