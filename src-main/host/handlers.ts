/** Everything the program can do, as a table: a method of the contract → a function of a room. */

import { randomUUID } from 'node:crypto';
import type { Finding } from '../../src-shared/contract/imports.ts';
import type { LedgerMethod, ParsedParamsOf, ResultOf } from '../../src-shared/contract/index.ts';
import type { Settings } from '../../src-shared/contract/settings.ts';
import { discardCheck } from '../importing/check.ts';
import { importHistory } from '../importing/history.ts';
import { sourcesOfOrder } from '../importing/source-rows.ts';
import { splitCustomer } from '../importing/split-customer.ts';
import { rowsOfCheck } from '../importing/stage-rows.ts';
import { listBackups } from '../ledger/backup.ts';
import { callersBy } from '../ledger/callers.ts';
import { coverageDays, listCoverage, markQuiet } from '../ledger/coverage.ts';
import { editCustomer } from '../ledger/customer-edits.ts';
import { customerProfile, wholePhone } from '../ledger/customer-profile.ts';
import { cellsOfStretch, idsOfStretch } from '../ledger/customer-stretch.ts';
import { listCustomers } from '../ledger/customers.ts';
import { findCustomers } from '../ledger/find-customers.ts';
import { listJournal, write } from '../ledger/journal.ts';
import { findPlaces } from '../ledger/search/places.ts';
import { changeSettings, readSettings } from '../ledger/settings.ts';
import { ledgerTotals } from '../ledger/totals.ts';
import type { Reading } from '../ledger/transaction.ts';
import { listMetrics } from '../metrics/catalogue.ts';
import { customerInsights } from '../metrics/explain-insight.ts';
import { customerLife } from '../metrics/explain-lifecycle.ts';
import { rfmMoves, rfmPeople } from '../metrics/rfm-people.ts';
import { rfmScoreRows, rfmSummary } from '../metrics/rfm-summary.ts';
import { copyList } from '../output/copy-list.ts';
import { composeList } from '../output/customer-list.ts';
import { heldPeople } from '../output/held-people.ts';
import { composeLabels } from '../output/label-list.ts';
import { agendaRoom } from './agenda-room.ts';
import { applyHere } from './apply-check.ts';
import { byHand } from './by-hand.ts';
import { care } from './care.ts';
import { stageFolderOf } from './data-room.ts';
import { daySheets } from './day-sheets.ts';
import { type Desk, runHere, runWriting } from './desk.ts';
import { exclusions } from './exclusions.ts';
import { explanations } from './explanations.ts';
import { fields } from './fields.ts';
import { followUps } from './follow-ups.ts';
import { forecasts } from './forecasts.ts';
import type { JobRequest } from './job-room.ts';
import type { AnswerOf, AskOf, ChosenFile } from './job-table.ts';
import { ladder } from './ladder.ts';
import { leads } from './leads.ts';
import { backupsHome, ledgerStatus } from './ledger-status.ts';
import { backupNameOf, leaveDemo, openDemo, removeDemo, restore } from './ledger-switch.ts';
import { levels } from './levels.ts';
import { askLong } from './long-questions.ts';
import { changeLook, partChanges, readLook } from './look-file.ts';
import { mappings } from './mappings.ts';
import { messages } from './messages.ts';
import { nextItems } from './next-items.ts';
import { plans } from './plans.ts';
import { profiles } from './profiles.ts';
import { reminders } from './reminders.ts';
import { repairs } from './repairs.ts';
import { segments } from './segments.ts';
import { strategies } from './strategies.ts';
import { tags } from './tags.ts';
import { views } from './views.ts';
import { whoIsWho } from './who-is-who.ts';

/** What a room gives: the contract's result, which nobody changes any more. */
export type Given<Value> = Value extends string | number | boolean | null | undefined
  ? Value
  : Value extends readonly (infer Item)[]
    ? readonly Given<Item>[]
    : { readonly [Key in keyof Value]: Given<Value[Key]> };

export type Handlers = {
  readonly [Name in LedgerMethod]: (params: ParsedParamsOf<Name>) => Promise<Given<ResultOf<Name>>>;
};

type Choices = ParsedParamsOf<'imports.check'>['files'];

const done = { done: true } as const;

/** The files behind the tickets, with how their owner wants them read. Throws `ticket-unknown`. */
function filesOf(desk: Desk, choices: Choices): readonly ChosenFile[] {
  return choices.map(({ ticket, mapping, encoding, fixes }) => ({
    ...desk.tickets.file(ticket),
    ...(mapping === undefined ? {} : { mapping }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(fixes === undefined ? {} : { fixes }),
  }));
}

/** A table that is only a part of its file is asked for by a ticket of its own from now on. */
function withTicket(desk: Desk, { finding, part }: AnswerOf<'recognise'>['found'][number]): Finding {
  if (part === null) return finding;
  const { ticket } = desk.tickets.givePart(finding.ticket, part, finding.name, finding.bytes);
  return { ...finding, ticket };
}

/** Foreign files are read under a watchdog; its Problem names them. */
function watching(files: readonly ChosenFile[], job?: string): JobRequest {
  const reading = files.map(({ name }) => name).join('、');
  return { reading: reading.slice(0, 200), ...(job === undefined ? {} : { job }) };
}

/** A check that failed, or whose process was killed, leaves nothing staged. */
async function runCheck(
  desk: Desk,
  ask: Omit<AskOf<'check'>, 'folder'>,
  request: JobRequest,
): Promise<AnswerOf<'check'>> {
  const stage = stageFolderOf(desk.ledger.folder());
  try {
    const found = await runHere(desk, 'check', ask, request);
    desk.checks.keep(stage, found.check);
    return found;
  } catch (error) {
    if (!desk.jobs.isRunning('check')) desk.checks.clearUnknown(stage);
    throw error;
  }
}

/** What most handlers begin with. */
export interface Ways {
  /** Asks the ledger, on the connection that cannot write. */
  ask<Result>(work: (reading: Reading) => Result): Promise<Result>;
  /** A short write, dated. */
  act<Result>(work: (ledger: Reading, now: string) => Result): Promise<Result>;
}

/** Five verbs, and what belongs to them. */
function importing(desk: Desk, ways: Ways) {
  return {
    'imports.recognise': async ({ tickets }) => {
      const files = filesOf(desk, tickets);
      const { found } = await runHere(desk, 'recognise', { files }, watching(files));
      return { findings: found.map((table) => withTicket(desk, table)) };
    },
    'imports.check': async ({ job, files: choices, shop, marketplace, remember }) => {
      const files = filesOf(desk, choices);
      const options = {
        ...(shop === undefined ? {} : { shop }),
        ...(marketplace === undefined ? {} : { marketplace }),
        ...(remember === undefined ? {} : { remember }),
      };
      return runCheck(desk, { ...options, files, today: desk.clock.today() }, watching(files, job));
    },
    'imports.apply': ({ job, check, aside = [] }) => applyHere(desk, { check, aside }, job),
    'imports.discard': async ({ check }) => {
      discardCheck(stageFolderOf(desk.ledger.folder()), check);
      return done;
    },
    'imports.cancel': async ({ job }) => ({ cancelled: desk.jobs.cancel(job) }),
    'imports.rows': async (params) => rowsOfCheck(stageFolderOf(desk.ledger.folder()), params),
    'imports.history': () => ways.ask((reading) => ({ entries: importHistory(reading) })),
    'imports.undo': ({ job, batch }) => runWriting(desk, 'undo', { batch, now: desk.clock.now() }, { job }),
    'imports.redo': ({ job, batch }) => runWriting(desk, 'redo', { batch, now: desk.clock.now() }, { job }),
    ...repairs(desk, ways),
    ...mappings(desk, ways),
  } satisfies Partial<Handlers>;
}

/** Customers, the owner's acts, the rows behind an order. */
function people(desk: Desk, ways: Ways) {
  return {
    'customers.list': (params) => ways.ask((reading) => listCustomers(reading, params, desk.scores)),
    'customers.ids': (params) => ways.ask((reading) => ({ ids: idsOfStretch(reading, params, desk.scores) })),
    'customers.cells': (params) => ways.ask((reading) => cellsOfStretch(reading, params, desk.scores)),
    'customers.profile': (params) => ways.ask((reading) => customerProfile(reading, params, desk.scores)),
    'customers.insights': (params) => ways.ask((reading) => customerInsights(reading, params, desk.scores)),
    'customers.lifecycle': (params) => ways.ask((reading) => customerLife(reading, params, desk.scores)),
    'customers.phone': ({ customer }) => ways.ask((reading) => ({ phone: wholePhone(reading, customer) })),
    'customers.find': (params) =>
      ways.ask((reading) => findCustomers(reading, { ...params, excluded: readSettings(reading).includeExcluded })),
    'customers.callers': (params) =>
      ways.ask((reading) => callersBy(reading, { ...params, excluded: readSettings(reading).includeExcluded })),
    'customers.places': (params) => findPlaces((work) => ways.ask(work), params),
    'customers.edit': (params) =>
      ways.act((ledger, now) => ({ edit: editCustomer(ledger, params, { reason: 'customers.edit', now }) })),
    'customers.split': ({ customer, orders }) =>
      ways.act((ledger, now) =>
        write(ledger, { reason: 'customers.split', now }, (writing, record) => {
          const mark = randomUUID();
          const parted = splitCustomer(writing, customer, orders, mark);
          const rowKey = { orders: [...orders].sort((a, b) => a - b) };
          const edit = record({ table: 'split_mark', rowKey, field: 'mark', before: null, after: mark });
          return { edit, customer: parted };
        }),
      ),
    'orders.sources': ({ order }) => ways.ask((reading) => sourcesOfOrder(reading, order)),
    'journal.list': ({ window }) => ways.ask((reading) => listJournal(reading, window)),
  } satisfies Partial<Handlers>;
}

/** Tiers, metrics, how a figure was worked out. */
function figures(desk: Desk, ways: Ways) {
  const long = askLong(desk, ways);
  return {
    'rfm.summary': (params) => ways.ask((reading) => rfmSummary(reading, params, desk.scores)),
    'rfm.scores': (params) => ways.ask((reading) => rfmScoreRows(reading, params, desk.scores)),
    'rfm.moves': (params) => ways.ask((reading) => ({ moves: rfmMoves(reading, params, desk.scores) })),
    'rfm.people': (params) => ways.ask((reading) => rfmPeople(reading, params, desk.scores)),
    'metrics.list': async () => listMetrics(),
    'metrics.run': (params) => long('metrics.run', params),
    'reports.read': (params) => long('reports.read', params),
    'reports.export': async ({ target, language, against, ...question }) => {
      const { path, name } = desk.tickets.target(target);
      return runHere(desk, 'exportReport', { question, against, language, path, name });
    },
    'coverage.list': (params) => ways.ask((reading) => listCoverage(reading, params)),
    'coverage.days': (params) => ways.ask((reading) => coverageDays(reading, params)),
    'coverage.mark': ({ spans }) =>
      ways.act((ledger, now) => ({ edits: markQuiet(ledger, spans, { reason: 'coverage.mark', now }) })),
    'coverage.clear': (span) =>
      ways.act((ledger, now) => {
        markQuiet(ledger, [{ ...span, reason: null }], { reason: 'coverage.clear', now });
        return done;
      }),
    ...explanations(desk, ways, long),
    ...whoIsWho(desk, ways),
  } satisfies Partial<Handlers>;
}

/** Whatever ledger is open, the window looks as the owner has set it on this computer. */
function withLook(desk: Desk, settings: Settings): Settings {
  return { ...settings, ...readLook(desk.room.root) };
}

/** Lists for paper and files, settings, backups, the demo shop. */
function wholeLedger(desk: Desk, ways: Ways) {
  return {
    'lists.compose': (params) => ways.ask((reading) => composeList(reading, params, desk.scores)),
    'labels.compose': (params) => ways.ask((reading) => composeLabels(reading, params, desk.scores)),
    'lists.held': (params) => ways.ask((reading) => heldPeople(reading, params, desk.scores)),
    'lists.copy': (params) => ways.ask((reading) => copyList(reading, params, desk.scores)),
    'lists.export': async ({ target, format, ...request }) => {
      const { path, name } = desk.tickets.target(target);
      return runHere(desk, 'export', { request, format, path, name });
    },
    'settings.read': async () => withLook(desk, await ways.ask(readSettings)),
    'settings.change': async (params) => {
      const { look, book } = partChanges(params);
      if (Object.keys(look).length > 0) changeLook(desk.room.root, look);
      if (Object.keys(book).length === 0) return withLook(desk, await ways.ask(readSettings));
      return withLook(desk, await ways.act((ledger, now) => changeSettings(ledger, book, { now })));
    },
    'ledger.status': () => ledgerStatus(desk),
    'ledger.totals': (params) => ways.ask((reading) => ledgerTotals(reading, params)),
    'ledger.verify': () => runHere(desk, 'verify', {}),
    'backups.list': async () => ({ backups: listBackups(backupsHome(desk)) }),
    'backups.make': () => runHere(desk, 'backup', { reason: 'owner', now: desk.clock.now() }),
    'backups.preview': async ({ name }) =>
      runHere(desk, 'previewBackup', { name: backupNameOf(desk, name), now: desk.clock.now() }),
    'backups.restore': ({ name }) => restore(desk, name),
    'demo.open': () => openDemo(desk),
    'demo.leave': () => leaveDemo(desk),
    'demo.remove': () => removeDemo(desk),
  } satisfies Partial<Handlers>;
}

export function makeHandlers(desk: Desk): Handlers {
  const ways: Ways = {
    ask: (work) => desk.ledger.read(work),
    act: (work) => {
      const now = desk.clock.now();
      return desk.ledger.change((ledger) => work(ledger, now));
    },
  };
  const foretold = forecasts(desk, ways);
  const agenda = agendaRoom(desk, ways, foretold['forecasts.read']);
  // Every method of the contract: one that is missing does not compile.
  return {
    ...importing(desk, ways),
    ...people(desk, ways),
    ...profiles(desk, ways),
    ...byHand(desk, ways),
    ...leads(desk, ways),
    ...segments(desk, ways),
    ...foretold,
    ...nextItems(desk, ways),
    ...followUps(ways, agenda),
    ...reminders(desk, ways, agenda),
    ...care(desk, ways, agenda),
    ...strategies(desk, ways),
    ...plans(desk, ways),
    ...messages(desk, ways),
    ...daySheets(desk, ways),
    ...tags(desk, ways),
    ...levels(desk, ways),
    ...ladder(desk, ways),
    ...fields(ways),
    ...views(ways),
    ...exclusions(desk, ways),
    ...figures(desk, ways),
    ...wholeLedger(desk, ways),
  };
}
