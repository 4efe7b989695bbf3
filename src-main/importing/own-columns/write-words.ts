/** Part of `apply`: what the owner's columns say goes to the customers of their rows, in an entry of the journal for each field, and into the report. */

import { type BatchReport, batchReportSchema } from '../../../src-shared/contract/imports.ts';
import { fieldOfColumn } from '../../../src-shared/custom-field.ts';
import { type Filled, fillFromFile } from '../../ledger/bulk/file-words.ts';
import { recorderFor } from '../../ledger/journal.ts';
import type { Writing } from '../../ledger/transaction.ts';
import type { StoredBatch } from '../store-batches.ts';
import wordsOfBatch from './words-of-batch.sql?raw';

interface Word {
  readonly fills: string;
  readonly content: string;
  readonly customer: number;
  readonly file: string;
}

/** Values by field; tags each by its name, with everybody who is to have it. */
interface Said {
  readonly values: Map<string, Map<number, string>>;
  readonly tags: Map<string, Set<number>>;
  readonly file: string;
}

function saidIn(words: Iterable<Word>): Said {
  const values = new Map<string, Map<number, string>>();
  const tags = new Map<string, Set<number>>();
  let name = '';
  for (const { fills, content, customer, file } of words) {
    name = file;
    if (fills === 'tags') tags.set(content, (tags.get(content) ?? new Set()).add(customer));
    else values.set(fills, (values.get(fills) ?? new Map()).set(customer, content));
  }
  return { values, tags, file: name };
}

const together = (one: Filled | undefined, other: Filled): Filled => ({
  filled: (one?.filled ?? 0) + other.filled,
  kept: (one?.kept ?? 0) + other.kept,
});

/** How many got a value, by what was filled. */
function filledBy(writing: Writing, batch: number, said: Said, now: string): ReadonlyMap<string, Filled> {
  const record = recorderFor(writing, { reason: 'imports.apply', now });
  const desk = { writing, record, batch, now };
  const filled = new Map<string, Filled>();
  for (const [fills, people] of said.values) {
    const custom = fieldOfColumn(fills) ?? 0;
    filled.set(
      fills,
      fillFromFile(desk, { field: fills, change: { field: 'custom', custom, file: said.file }, people }),
    );
  }
  for (const [name, holders] of said.tags) {
    const people = new Map([...holders].map((customer) => [customer, '1']));
    const one = fillFromFile(desk, { field: null, change: { field: 'tag', add: name }, people });
    filled.set('tags', together(filled.get('tags'), one));
  }
  return filled;
}

/** After the orders are written. Answers the reports, with what was filled. */
export function writeWords(writing: Writing, batches: readonly StoredBatch[], now: string): readonly BatchReport[] {
  const { connection } = writing;
  if (connection.prepare('select 1 from stage.staged_word limit 1').get() === undefined)
    return batches.map(({ report }) => report);
  const ask = connection.prepare<[number], Word>(wordsOfBatch);
  const save = connection.prepare('update import_batch set report = ? where batch_id = ?');
  return batches.map(({ id, batchNo, report }) => {
    const filled = filledBy(writing, id, saidIn(ask.all(batchNo)), now);
    if (report.own === undefined) return report;
    const own = report.own.map((one) => ({ ...one, ...(filled.get(one.fills) ?? { filled: 0, kept: 0 }) }));
    const told = batchReportSchema.parse({ ...report, own });
    save.run(JSON.stringify(told), id);
    return told;
  });
}
