/** Who may import whom, and the one door of each outside package. */

import { posix } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importsOf, type SourceFile, sources } from './source-files.ts';

/** The room of a file: the longest prefix named here. */
const rooms = [
  'src-shared',
  'src-main/importing/readers',
  'src-main/importing/profiles',
  'src-main/importing/normalise',
  'src-main/importing',
  'src-main/identity',
  'src-main/ledger',
  'src-main/metrics',
  'src-main/followups',
  'src-main/output',
  'src-main/demo',
  'src-main/host',
  'src-main/cli',
  'src-main/shell',
  'src-main/preview',
  'src-main/start',
  'src-renderer',
] as const;
type Room = (typeof rooms)[number];

const readersUp: readonly Room[] = [
  'src-main/importing/readers',
  'src-main/importing/profiles',
  'src-main/importing/normalise',
];
const everything: readonly Room[] = rooms.filter((room) => room !== 'src-renderer' && room !== 'src-main/shell');

/** Every room may import itself and src-shared; besides: */
const mayImport: Readonly<Record<Room, readonly Room[]>> = {
  'src-shared': [],
  'src-main/importing/readers': ['src-main/importing/profiles'],
  'src-main/importing/profiles': [],
  'src-main/importing/normalise': ['src-main/importing/readers'],
  'src-main/importing': [...readersUp, 'src-main/ledger'],
  'src-main/identity': ['src-main/importing', 'src-main/ledger'],
  'src-main/ledger': ['src-main/importing'],
  'src-main/metrics': ['src-main/ledger'],
  'src-main/followups': ['src-main/ledger', 'src-main/metrics'],
  'src-main/output': ['src-main/ledger', 'src-main/metrics', 'src-main/followups'],
  // A made shop's files are in the words of the profiles; its workbooks are packed as our own.
  'src-main/demo': ['src-main/importing/profiles', 'src-main/output'],
  'src-main/host': everything,
  'src-main/cli': everything,
  'src-main/shell': ['src-main/host'],
  'src-main/preview': everything,
  'src-main/start': [],
  'src-renderer': [],
};

/** Package → the only places that may import it (value imports; types may travel). */
const doors: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['src-main/ledger/', 'src-main/importing/stage'],
  'drizzle-orm': ['src-main/ledger/'],
  tyme4ts: ['src-shared/lunar/'],
  'chinese-days': ['src-shared/shop-year/'],
  'pinyin-pro': ['src-main/ledger/search/', 'src-renderer/parts/search-box/'],
  papaparse: ['src-main/importing/readers/', 'src-main/output/write-csv'],
  // Reads and writes workbooks beside us, in tests and benchmarks only.
  '@e965/xlsx': ['src-main/importing/readers/old-book'],
  exceljs: [],
  yauzl: ['src-main/importing/readers/'],
  'simple-statistics': ['src-main/metrics/'],
  zod: ['src-shared/contract/', 'src-main/importing/profiles/'],
  electron: ['src-main/shell/'],
  react: ['src-renderer/'],
  'react-dom': ['src-renderer/'],
  antd: ['src-renderer/'],
  '@ant-design/icons': ['src-renderer/'],
  zustand: ['src-renderer/'],
  '@tanstack/react-query': ['src-renderer/'],
  wouter: ['src-renderer/'],
  i18next: ['src-renderer/', 'src-main/shell/'],
  'react-i18next': ['src-renderer/'],
  tinykeys: ['src-renderer/'],
  dayjs: ['src-renderer/'],
  echarts: ['src-renderer/parts/charts/'],
  vite: [],
};

function roomOf(path: string): Room | null {
  const inside = rooms.filter((room) => path.startsWith(`${room}/`));
  return inside.reduce<Room | null>((best, room) => (best === null || room.length > best.length ? room : best), null);
}

function targetOf(file: SourceFile, from: string): string {
  return posix.normalize(posix.join(posix.dirname(file.path), from));
}

function packageOf(from: string): string {
  const parts = from.split('/');
  return from.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? from);
}

describe('the import graph', () => {
  const files = sources();

  it('has every source file in a room that this test knows', () => {
    expect(files.filter((file) => roomOf(file.path) === null).map((file) => file.path)).toEqual([]);
  });

  it('never points backwards', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter(
          ({ from }) =>
            from.startsWith('.') && !from.endsWith('.json') && !from.includes('?raw') && !/\.(css|svg|png)$/.test(from),
        )
        .map(({ from, typeOnly }) => ({
          from: roomOf(file.path),
          to: roomOf(targetOf(file, from)),
          typeOnly,
          from_: from,
        }))
        .filter(({ from, to }) => from !== null && to !== null && from !== to && to !== 'src-shared')
        .filter(({ from, to, typeOnly }) => {
          // The ledger's journal replays a split through importing: the one call that goes up.
          if (from === 'src-main/ledger')
            return !(to === 'src-main/importing' && file.path.startsWith('src-main/ledger/journal'));
          if (from === 'src-main/shell') return !(to === 'src-main/host' && (typeOnly || file.path.endsWith('.ts')));
          return from !== null && to !== null && !mayImport[from].includes(to);
        })
        .map(({ from_ }) => `${file.path} imports ${from_}`),
    );
    expect(wrong).toEqual([]);
  });

  it('lets each outside package in through its own doors only', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file)
        .filter(({ from, typeOnly }) => !from.startsWith('.') && !from.startsWith('node:') && !typeOnly)
        .filter(({ from }) => {
          const allowed = doors[packageOf(from)];
          return allowed === undefined || !allowed.some((door) => file.path.startsWith(door));
        })
        .map(({ from }) => `${file.path} imports ${from}`),
    );
    expect(wrong).toEqual([]);
  });
});
