/** What stands in a data folder, looked at from outside with plain SQLite: for comparing it before and after a kill. Nobody may have it open. */

import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';

const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z/g;
/** The day of a check, as `import_file.reading` keeps it. */
const LATEST = /"latest":"\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}"/g;

/** Cells as text. The moment of an act is left out: the same act at another time leaves the same state. */
function textOf(cell: unknown): string {
  if (Buffer.isBuffer(cell)) return createHash('sha256').update(cell).digest('hex');
  return `${typeof cell} ${String(cell).replaceAll(INSTANT, 'then').replaceAll(LATEST, 'then')}`;
}

/** Who is yet to be entered in the search index: worked off after an import in steps of its own, sooner or later. */
const WORKED_OFF_LATER = 'search_pending';

/** What marks a state so that no other is taken for it is another one every time: see `stampOf`. */
const ANOTHER_EACH_TIME = /^string stamp\t.*/;

/** One number for every row of every table of a database file, history and journal too (the program's own state hash leaves those out). */
export function fileState(path: string): string {
  const connection = new Database(path, { readonly: true, fileMustExist: true });
  const hash = createHash('sha256');
  try {
    const tables = connection
      // Virtual tables and what is behind them follow from the others; SQLite's own statistics are none of ours.
      .prepare(
        "select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite%' and name <> ? order by 1",
      )
      .pluck()
      .all(WORKED_OFF_LATER) as string[];
    for (const table of tables) {
      const rows = connection.prepare<[], unknown[]>(`select * from "${table}"`).raw().safeIntegers().all();
      const lines = rows.map((row) => row.map(textOf).join('\t').replace(ANOTHER_EACH_TIME, 'string stamp'));
      hash.update(`${table} ${lines.length}\n${lines.sort().join('\n')}\n`);
    }
    return hash.digest('hex');
  } finally {
    connection.close();
  }
}

export const ledgerState = (folder: string): string => fileState(join(folder, 'ledger.db'));

/** What SQLite finds wrong with pages, indexes and foreign keys; nothing for a sound file. */
export function faultsOfPages(folder: string): readonly string[] {
  const connection = new Database(join(folder, 'ledger.db'), { readonly: true });
  try {
    const said = connection.pragma('integrity_check', { simple: true });
    const broken = connection.pragma('foreign_key_check') as unknown[];
    return [
      ...(said === 'ok' ? [] : [`integrity: ${String(said)}`]),
      ...(broken.length === 0 ? [] : [`${broken.length} rows point nowhere`]),
    ];
  } finally {
    connection.close();
  }
}

/** Names of the migrations that a ledger has had, as it stands now. Asked of a copy: opening it would change what a kill has left. */
export function migrationsOf(folder: string): readonly string[] {
  const aside = mkdtempSync(join(tmpdir(), 'regulars-aside-'));
  try {
    for (const suffix of ['', '-wal', '-shm', '-journal']) {
      const path = join(folder, `ledger.db${suffix}`);
      if (existsSync(path)) cpSync(path, join(aside, `ledger.db${suffix}`));
    }
    const connection = new Database(join(aside, 'ledger.db'));
    try {
      return connection.prepare('select name from schema_migration order by name').pluck().all() as string[];
    } finally {
      connection.close();
    }
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

const BACKUP = /^\d{4}-\d{2}-\d{2}T[\d-]+Z-([a-z]+)(?:-\d+)?\.db$/;

export interface FoundBackup {
  readonly name: string;
  readonly path: string;
  readonly reason: string;
}

/** Newest first. */
export function backupsIn(folder: string): readonly FoundBackup[] {
  const home = join(folder, 'backups');
  if (!existsSync(home)) return [];
  return readdirSync(home)
    .flatMap((name) => {
      const reason = BACKUP.exec(name)?.[1];
      return reason === undefined ? [] : [{ name, path: join(home, name), reason }];
    })
    .sort((a, b) => (a.name < b.name ? 1 : -1));
}

/** What is wrong with a file that bears a backup's name; null when it is a whole backup with its manifest. */
export function faultOfBackup({ name, path }: FoundBackup): string | null {
  const manifest = path.replace(/\.db$/, '.json');
  if (!existsSync(manifest)) return `${name} has no manifest`;
  // Written by the program as a Manifest.
  const { sha256 } = JSON.parse(readFileSync(manifest, 'utf8')) as { sha256: string };
  if (createHash('sha256').update(readFileSync(path)).digest('hex') !== sha256)
    return `${name} differs from its manifest`;
  const connection = new Database(path, { readonly: true });
  try {
    const said = connection.pragma('integrity_check', { simple: true });
    return said === 'ok' ? null : `${name}: ${String(said)}`;
  } finally {
    connection.close();
  }
}

/** Half-made files that the next start must have cleared away. */
export function leftovers(folder: string): readonly string[] {
  return [folder, join(folder, 'backups')]
    .filter((home) => existsSync(home))
    .flatMap((home) => readdirSync(home).filter((name) => /\.tmp(-wal|-shm|-journal)?$/.test(name)));
}
