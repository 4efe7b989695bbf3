/** The files of one export: every kind the marketplace has, written at once, the first of them with the damage that was planned for it. */

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Damage, type Damaged, type DamageKind, damaged, totalCells } from './damage.ts';
import type { DamageQueue } from './damage-plan.ts';
import { type MadeOrder, sumsOf } from './made-order.ts';
import type { Market } from './market.ts';
import { extensions, openSink, type Sink } from './sinks.ts';
import type { TrueFile } from './truth.ts';
import type { ExportWindow } from './windows.ts';
import { plainMoney, type Writer } from './writer.ts';

export interface OpenExport {
  put(order: MadeOrder, at: number): void;
  close(window: ExportWindow): Promise<{ readonly files: readonly TrueFile[]; readonly damage: readonly Damage[] }>;
}

interface OpenFile {
  readonly writer: Writer;
  readonly name: string;
  readonly sink: Sink;
  /** Records written, the header among them. */
  lines: number;
  rows: number;
  lastOrder: string | null;
  readonly damage: Damage[];
}

function opened(folder: string, stem: string, writer: Writer, isOnly: boolean): OpenFile {
  const { container, header, above, beneath, profile } = writer;
  const name = `${stem}${isOnly ? '' : `-${profile.id}`}.${extensions[container]}`;
  const sink = openSink(join(folder, name), container);
  for (const cells of [...above, header, ...beneath]) sink.put(cells);
  return { writer, name, sink, lines: above.length + beneath.length + 1, rows: 0, lastOrder: null, damage: [] };
}

/** One row, told if it is damaged. */
function putRow(
  file: OpenFile,
  order: MadeOrder,
  cells: readonly string[],
  harm: (Damaged & Pick<Damage, 'kind'>) | null,
): void {
  file.sink.put(harm?.cells ?? cells, harm?.numberAt);
  file.lines += 1;
  file.rows += 1;
  file.lastOrder = order.number;
  if (harm === null) return;
  const { kind, column, was, now } = harm;
  file.damage.push({ file: file.name, line: file.lines, column, kind, order: order.number, was, now });
}

/** `exportsLeft`: of the market, this one included. `stem`: the files' path beneath the folder, without what tells one kind from another. */
export function openExport(
  folder: string,
  stem: string,
  market: Market,
  queue: DamageQueue,
  exportsLeft: number,
): OpenExport {
  const files = market.writers.map((writer) => opened(folder, stem, writer, market.writers.length === 1));
  const { random, rows: waiting } = queue;
  let total = 0;

  const harmOf = (writer: Writer, cells: readonly string[], at: number): (Damaged & Pick<Damage, 'kind'>) | null => {
    for (const [place, { kind, from }] of waiting.entries()) {
      if (from > at) break;
      const harm = damaged(kind, writer, cells, random);
      if (harm === null) continue;
      waiting.splice(place, 1);
      return { ...harm, kind };
    }
    return null;
  };

  const note = (file: OpenFile, kind: DamageKind, order: string | null, now: string): void => {
    file.damage.push({ file: file.name, line: file.lines, column: null, kind, order, was: '', now });
  };

  /** So many of the exports that are left, each as likely as the others. */
  const isChosen = (left: number): boolean => random.below(exportsLeft) < left;

  const end = async (file: OpenFile, isFirst: boolean): Promise<void> => {
    const mayEndBadly = isFirst && file.rows > 0;
    const hasTotal = mayEndBadly && isChosen(queue.totals);
    if (hasTotal) {
      file.sink.put(totalCells(file.writer, plainMoney(total)));
      file.lines += 1;
      file.rows += 1;
      queue.totals -= 1;
      note(file, 'total', null, '合计');
    }
    const wasCut = await file.sink.close(mayEndBadly && !hasTotal && isChosen(queue.cuts));
    if (!wasCut) return;
    queue.cuts -= 1;
    note(file, 'truncated', file.lastOrder, '');
  };

  return {
    put: (order, at) => {
      total += sumsOf(order).total;
      for (const [index, file] of files.entries()) {
        for (const [row, cells] of file.writer.rowsOf(order).entries()) {
          putRow(file, order, cells, index === 0 && row === 0 ? harmOf(file.writer, cells, at) : null);
        }
      }
    },
    close: async ({ first, last }) => {
      for (const [index, file] of files.entries()) await end(file, index === 0);
      // A marketplace gives no file where there is nothing to list.
      const filled = files.filter(({ rows }) => rows > 0);
      for (const { rows, name } of files) if (rows === 0) rmSync(join(folder, name));
      return {
        files: filled.map(({ name, rows, writer }) => ({
          file: name,
          market: market.name,
          profile: writer.profile.id,
          rows,
          first,
          last,
        })),
        damage: files.flatMap(({ damage }) => damage),
      };
    },
  };
}
