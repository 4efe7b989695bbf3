/** The long list: few rows drawn, all of them reachable; rows selected and cells taken by keyboard and mouse; columns by menu. */

import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { type Chosen, countChosen, nothingChosen } from '../../../src-renderer/parts/chosen.ts';
import type { CellsTaken } from '../../../src-renderer/parts/table-cells.ts';
import { type Column, VirtualTable } from '../../../src-renderer/parts/virtual-table.tsx';
import { inPage } from '../in-page.tsx';

interface Row {
  readonly id: number;
}

const columns: readonly Column<Row>[] = [
  { key: 'id', head: '编号', width: 100, sortable: true, kept: true, cell: ({ id }) => `第 ${id} 位` },
  { key: 'twice', head: '两倍', width: 100, figures: true, cell: ({ id }) => id * 2 },
  { key: 'thrice', head: '三倍', width: 100, figures: true, cell: ({ id }) => id * 3 },
];
const total = 200_000;

interface ListProps {
  readonly onWindow?: (from: number, count: number) => void;
  readonly onOpen?: (id: number) => void;
  readonly onCells?: (cells: CellsTaken | null) => void;
  readonly onMove?: (from: number, to: number) => void;
  readonly onSort?: (by: string, descending?: boolean) => void;
  /** Rows that were read; all by default. */
  readonly known?: number;
}

function List(props: ListProps) {
  const [chosen, setChosen] = useState<Chosen>(nothingChosen);
  const known = props.known ?? total;
  return (
    <>
      <VirtualTable<Row>
        name="test"
        label="名单"
        columns={columns}
        total={total}
        rowAt={(index) => (index < known ? { id: index } : undefined)}
        loadWindow={(from, count) => props.onWindow?.(from, count)}
        selection={{
          keyOf: ({ id }) => id,
          chosen,
          onChoose: setChosen,
          keysOf: async (from, count) => Array.from({ length: count }, (_, step) => from + step),
        }}
        onOpen={({ id }) => props.onOpen?.(id)}
        onCells={(cells) => props.onCells?.(cells)}
        columnActs={{ onMove: (from, to) => props.onMove?.(from, to), onHide: () => undefined }}
        onSort={(by, descending) => props.onSort?.(by, descending)}
      />
      <output>{[...chosen.keys].slice(0, 20).join()}</output>
      <p>共选 {countChosen(chosen, total)}</p>
    </>
  );
}

function pressing(grid: HTMLElement) {
  return (key: string, modifiers: { readonly shiftKey?: boolean; readonly ctrlKey?: boolean } = {}): boolean =>
    fireEvent.keyDown(grid, { key, ...modifiers });
}

const chosenKeys = (): string | null => screen.getByRole('status').textContent;

test('of 200,000 rows only those in view are drawn and asked for', () => {
  const windows: number[] = [];
  inPage(<List onWindow={(from, count) => windows.push(from, count)} />);
  expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('200001');
  expect(screen.getAllByRole('row').length).toBeLessThan(60);
  expect(windows[0]).toBe(0);
  expect(Math.max(...windows)).toBeLessThan(60);
});

test('arrows move, Space selects, Shift extends and takes back, Enter opens', () => {
  const opened: number[] = [];
  inPage(<List onOpen={(id) => opened.push(id)} />);
  const press = pressing(screen.getByRole('grid'));
  press('ArrowDown');
  press('ArrowDown');
  press(' ');
  press('ArrowDown', { shiftKey: true });
  press('ArrowDown', { shiftKey: true });
  expect(chosenKeys()).toBe('1,2,3');
  press('ArrowUp', { shiftKey: true });
  expect(chosenKeys()).toBe('1,2');
  press('Enter');
  expect(opened).toEqual([2]);
});

test('End goes to the last row and Home to the first, with and without Ctrl; its windows are asked for', async () => {
  const windows: number[] = [];
  inPage(<List onWindow={(from) => windows.push(from)} />);
  const press = pressing(screen.getByRole('grid'));
  press('End');
  await screen.findByText('第 199999 位');
  press('Home', { ctrlKey: true });
  await screen.findByText('第 0 位');
  press('End', { ctrlKey: true });
  await screen.findByText('第 199999 位');
  expect(Math.max(...windows)).toBeGreaterThan(199_900);
});

test('all are selected without being read, and one can be left out', async () => {
  inPage(<List known={60} />);
  const press = pressing(screen.getByRole('grid'));
  press('a', { ctrlKey: true });
  expect(screen.getByText('共选 200000')).toBeTruthy();
  press('ArrowDown');
  press(' ');
  expect(screen.getByText('共选 199999')).toBeTruthy();
});

test('a stretch goes over rows that were never read', async () => {
  inPage(<List known={60} />);
  const press = pressing(screen.getByRole('grid'));
  press('ArrowDown');
  press(' ');
  press('End', { shiftKey: true });
  await screen.findByText('共选 200000');
  press('Home', { shiftKey: true });
  await screen.findByText('共选 1');
});

test('a row that is on its way stands there with its number', async () => {
  inPage(<List known={5} />);
  const rows = await screen.findAllByRole('row');
  expect(rows[6]?.textContent).toBe('6');
  expect(rows[6]?.className).toContain('coming');
});

test('cells are taken by Shift and arrows, and let go by an arrow alone or Esc', () => {
  const taken: (CellsTaken | null)[] = [];
  inPage(<List onCells={(cells) => taken.push(cells)} />);
  const press = pressing(screen.getByRole('grid'));
  press('ArrowDown');
  press('ArrowRight');
  press('ArrowRight');
  press('ArrowRight', { shiftKey: true });
  press('ArrowDown', { shiftKey: true });
  press('ArrowDown', { shiftKey: true });
  expect(taken.at(-1)).toEqual({ from: 0, count: 3, columns: ['twice', 'thrice'] });
  expect(document.querySelectorAll('.vt-c.in').length).toBe(6);
  expect(chosenKeys()).toBe('');
  press('Escape');
  expect(taken.at(-1)).toBeNull();
  press('ArrowLeft', { shiftKey: true });
  press('ArrowDown');
  expect(taken.at(-1)).toBeNull();
});

test('the menu of a column sorts, moves and hides; its keys move it', async () => {
  const sorted: (readonly [string, boolean | undefined])[] = [];
  const moved: (readonly [number, number])[] = [];
  inPage(
    <List onSort={(by, descending) => sorted.push([by, descending])} onMove={(from, to) => moved.push([from, to])} />,
  );
  const head = screen.getByRole('columnheader', { name: /编号/ });
  fireEvent.contextMenu(head, { button: 2 });
  fireEvent.click(await screen.findByRole('menuitem', { name: /降序/ }));
  expect(sorted).toEqual([['id', true]]);
  fireEvent.keyDown(screen.getByRole('button', { name: '两倍' }), { key: 'ArrowRight', altKey: true });
  expect(moved).toEqual([[1, 2]]);
  // The first column is kept: nothing goes before it.
  fireEvent.keyDown(screen.getByRole('button', { name: '两倍' }), { key: 'ArrowLeft', altKey: true });
  expect(moved.length).toBe(1);
});

test('a column is widened by keyboard, and its width is kept', async () => {
  inPage(<List />);
  const template = (): string => screen.getAllByRole('row')[1]?.style.gridTemplateColumns ?? '';
  expect(template()).not.toContain('40px ');
  fireEvent.keyDown(screen.getByRole('button', { name: '编号' }), { key: 'ArrowRight', shiftKey: true });
  // jsdom lays nothing out: from nothing it is widened to the narrowest there is.
  await waitFor(() => expect(template()).toContain('40px '));
});

test('every fifth row has the firmer line', async () => {
  inPage(<List />);
  await screen.findByText('第 9 位');
  const firm = screen.getAllByRole('row').filter((row) => row.className.includes('r5'));
  expect(firm[0]?.textContent).toContain('第 4 位');
  expect(firm[1]?.textContent).toContain('第 9 位');
});
