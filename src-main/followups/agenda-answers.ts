/** What pages are told of the agenda: the list of today, a day, the load of days, one person. Names are looked up of those who are shown only. */

import type {
  DayLoad,
  Due,
  FollowUpContent,
  LogEntry,
  Reach,
  Reason,
  ReasonKind,
} from '../../src-shared/contract/follow-ups.ts';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { addDays, type Day, daysBetween } from '../../src-shared/day.ts';
import { minorOf } from '../../src-shared/money.ts';
import { customerRows } from '../ledger/customers-rows.ts';
import { followUpsContacted, followUpsWith, type StoredFollowUp } from '../ledger/follow-ups/stored-follow-ups.ts';
import { wishesOf } from '../ledger/profile/wishes.ts';
import type { Reading } from '../ledger/transaction.ts';
import type { Agenda, AgendaItem } from './agenda.ts';
import { guardOf } from './guard/held-back.ts';
import { reachOfPeople } from './reach.ts';
import type { Returned } from './triggers/of-rhythm.ts';

/** Makes what is shown of an item; a person who is gone gives null. */
export type Shower = (item: AgendaItem, day: Day, also: number) => Due | null;

function channelOf(asked: FollowUpContent['channel'], wished: Due['channel'] | null, reach: Reach): Due['channel'] {
  const wanted = asked ?? wished ?? (reach === 'phone' ? 'phone' : reach === 'post' ? 'post' : 'marketplace');
  const needsPhone = wanted === 'phone' || wanted === 'sms';
  return needsPhone && reach !== 'phone' ? 'marketplace' : wanted;
}

/** How long somebody has not come is told as of the day they stand on: of a day to come, or one put off, today's age would be wrong there. */
function reasonOn(reason: Reason, day: Day): Reason {
  if (reason.kind !== 'renew' && reason.kind !== 'dormant') return reason;
  return { ...reason, sinceDays: Math.max(0, daysBetween(reason.of.day, day)) };
}

export function shower(reading: Reading, { scores }: Agenda): Shower {
  const rowOf = customerRows(reading, scores);
  const reachOf = reachOfPeople(reading);
  return (item, day, also) => {
    const row = rowOf(item.customer);
    if (row === null) return null;
    const reached = reachOf(item.customer);
    const { chance, worthMinor } = item.stake;
    return {
      origin: item.origin,
      followUp: item.followUp,
      customer: item.customer,
      name: row.name,
      place: row.city ?? row.province,
      nick: row.buyerId,
      tier: row.tier,
      due: item.due,
      day,
      reason: reasonOn(item.reason, day),
      rule: item.rule,
      channel: channelOf(item.channel, wishesOf(reading, item.customer).channel, reached),
      reach: reached,
      note: item.note,
      repeat: item.repeat ?? null,
      chance,
      worthMinor: worthMinor === null ? null : minorOf(worthMinor),
      measured: item.measured,
      stakeMinor: item.stakeMinor === null ? null : minorOf(item.stakeMinor),
      log: [...item.log],
      also,
    };
  };
}

function present<Item>(item: Item | null): Item[] {
  return item === null ? [] : [item];
}

/** A follow-up as it stands, as an item: what was done of it is shown as what waits is. */
function itemOf({ followUp, origin, customer, content }: StoredFollowUp, day: Day): AgendaItem {
  const { reason, rule, channel, note, log, repeat } = content;
  return {
    followUp,
    origin,
    customer: customer ?? 0,
    due: day,
    until: null,
    promised: true,
    reason,
    rule,
    channel,
    note,
    log,
    repeat,
    stake: { chance: null, worthMinor: null },
    measured: null,
    sinks: false,
    stakeMinor: null,
  };
}

interface Contacted {
  readonly followUp: StoredFollowUp;
  readonly entry: LogEntry;
}

function contactsOn(reading: Reading, from: Day, to: Day): Contacted[] {
  return followUpsContacted(reading, from, to).flatMap((followUp) =>
    followUp.content.log
      .filter(({ day, outcome }) => day >= from && day <= to && outcome !== 'snoozed')
      .map((entry) => ({ followUp, entry })),
  );
}

export function doneOn(reading: Reading, show: Shower, day: Day): (Due & { done: LogEntry })[] {
  return contactsOn(reading, day, day)
    .sort((a, b) => (a.entry.at < b.entry.at ? 1 : -1))
    .flatMap(({ followUp, entry }) => {
      const shown = followUp.customer === null ? null : show(itemOf(followUp, day), day, 0);
      return shown === null ? [] : [{ ...shown, done: entry }];
    });
}

function heldOf(show: Shower, { held, on }: Agenda) {
  return held.flatMap((one) => present(show(one.item, on, 0)).map((due) => ({ ...due, held: [...one.held] })));
}

export function answerToday(
  reading: Reading,
  agenda: Agenda,
  came: readonly Returned[],
  rules: number,
): ResultOf<'followUps.today'> {
  const { on, settings } = agenda;
  const show = shower(reading, agenda);
  const today = agenda.days.get(on) ?? [];
  const held = new Set(agenda.held.map(({ item }) => item));
  let later = 0;
  for (const [day, places] of agenda.days)
    if (day > on) for (const { first } of places) if (first.due <= on && !held.has(first)) later += 1;
  // What somebody acted on before is told with its own reason, before what a rule alone would say.
  const all = [
    ...agenda.closed.map(({ item: { customer, reason }, by }) => ({ customer, reason, of: by })),
    ...came.map(({ customer, reason }) => ({ customer, reason, of: 'of' in reason ? reason.of : null })),
  ];
  const rowOf = customerRows(reading, agenda.scores);
  const seen = new Set<number>();
  return {
    capacity: settings.dailyCapacity,
    rests: agenda.roomOf(on).rests,
    currency: agenda.scores.currency,
    due: today.flatMap(({ first, also }) => present(show(first, on, also.length))),
    later,
    held: heldOf(show, agenda),
    done: doneOn(reading, show, on),
    came: all.flatMap(({ customer, reason, of }) => {
      if (of === null || seen.has(customer)) return [];
      seen.add(customer);
      const row = rowOf(customer);
      return row === null ? [] : [{ customer, name: row.name, reason, order: of }];
    }),
    rules,
  };
}

/** Those of a day, each followed by the others of the same person. */
export function dueOn(
  show: Shower,
  places: readonly { readonly first: AgendaItem; readonly also: readonly AgendaItem[] }[],
  day: Day,
): Due[] {
  return places.flatMap(({ first, also }) => [
    ...present(show(first, day, also.length)),
    ...also.flatMap((other) => present(show(other, day, also.length))),
  ]);
}

export function answerDay(reading: Reading, agenda: Agenda, day: Day): ResultOf<'followUps.day'> {
  const show = shower(reading, agenda);
  const places = agenda.days.get(day) ?? [];
  return {
    due: dueOn(show, places, day),
    held: day === agenda.on ? heldOf(show, agenda) : [],
    done: day > agenda.on ? [] : doneOn(reading, show, day),
  };
}

export function answerDays(reading: Reading, agenda: Agenda, from: Day, to: Day): { days: DayLoad[] } {
  const done = new Map<string, { count: number; who: Set<number | null>; kinds: Map<ReasonKind, number> }>();
  for (const { followUp, entry } of contactsOn(reading, from, to)) {
    const here = done.get(entry.day) ?? { count: 0, who: new Set(), kinds: new Map() };
    const { kind } = followUp.content.reason;
    here.count += 1;
    here.who.add(followUp.customer);
    here.kinds.set(kind, (here.kinds.get(kind) ?? 0) + 1);
    done.set(entry.day, here);
  }
  const days: DayLoad[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const places = agenda.days.get(day) ?? [];
    const past = done.get(day);
    const kinds = new Map(past?.kinds);
    for (const { first } of places) kinds.set(first.reason.kind, (kinds.get(first.reason.kind) ?? 0) + 1);
    const { rests } = agenda.roomOf(day);
    const people = new Set([...(past?.who ?? []), ...places.map(({ first }) => first.customer)]);
    days.push({
      day,
      capacity: rests ? 0 : agenda.settings.dailyCapacity,
      people: people.size,
      planned: places.length,
      done: past?.count ?? 0,
      kinds: Object.fromEntries(kinds),
    });
  }
  return { days };
}

export function answerCustomer(reading: Reading, agenda: Agenda, customer: number): ResultOf<'followUps.customer'> {
  const show = shower(reading, agenda);
  const due: Due[] = [];
  for (const [day, places] of agenda.days)
    for (const { first, also } of places)
      if (first.customer === customer)
        for (const item of [first, ...also]) due.push(...present(show(item, day, also.length)));
  const all = followUpsWith(reading, customer);
  // The days of the agenda end somewhere; what is planned later stands on its day.
  const last = [...agenda.days.keys()].at(-1) ?? agenda.on;
  for (const followUp of all)
    if (followUp.content.state === 'open' && followUp.content.day > last)
      due.push(...present(show(itemOf(followUp, followUp.content.day), followUp.content.day, 0)));
  const contacts = all.flatMap(({ content }) => content.log.filter(({ outcome }) => outcome !== 'snoozed'));
  const newest = contacts.sort((a, b) => (a.at < b.at ? 1 : -1))[0] ?? null;
  return { due, held: [...guardOf(reading, { on: agenda.on })(customer)], last: newest };
}

/** The first so many of what a rule would ask for, as they are shown. */
export function showItems(reading: Reading, agenda: Agenda, items: readonly AgendaItem[]): Due[] {
  const show = shower(reading, agenda);
  return items.flatMap((item) => present(show(item, item.due, 0)));
}
