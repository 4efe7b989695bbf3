/** `segments`, `segments show|save|rename|fix|loosen|remove|undo|redo`: groups of customers that have a name. */

import type { FilterNode } from '../../../src-shared/contract/filters.ts';
import type { Segment } from '../../../src-shared/contract/segments.ts';
import { filterSentence, type SentenceNames } from '../../../src-shared/filter-sentence/sentence.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Command, type Desk, type Outcome, say } from '../desk.ts';
import { factsText, tableText } from '../table.ts';
import { dayOption, shopOption } from './book.ts';
import { excludedOption } from './figure-notices.ts';
import { filterOption } from './filter-option.ts';

/** By its number or its name. Throws `segment-unknown`. */
export async function segmentNamed(desk: Desk, word: string): Promise<Segment> {
  const { segments } = await desk.client.call('segments.list', {});
  const found = segments.find(({ segment, name }) => String(segment) === word || name === word);
  if (found === undefined) throw new Problem('segment-unknown', { segment: word });
  return found;
}

/** `--segment`: the list of one, as a condition; nothing where none is named. */
export async function segmentOption(desk: Desk): Promise<FilterNode | null> {
  const word = desk.invocation.options['segment'];
  if (word === undefined) return null;
  return { field: 'segment', in: [(await segmentNamed(desk, word)).segment] };
}

function basisOption(desk: Desk) {
  return { on: dayOption(desk), definition: 'quantile', ...excludedOption(desk) } as const;
}

/** What a sentence has to be told. */
export async function namesOf(desk: Desk): Promise<SentenceNames> {
  const [{ shops }, { segments }] = [
    await desk.client.call('ledger.status', {}),
    await desk.client.call('segments.list', {}),
  ];
  const { tags } = await desk.client.call('tags.list', {});
  const { strategies } = await desk.client.call('strategies.list', {});
  const runs = new Map(strategies.flatMap((one) => one.runs.map(({ run, name, on }) => [run, `${name} ${on}`])));
  const { levels } = await desk.client.call('settings.read', {});
  const { fields } = await desk.client.call('fields.list', {});
  return {
    currency: shops[0]?.currency ?? 'CNY',
    shop: (shop) => shops.find(({ id }) => id === shop)?.name ?? null,
    segment: (segment) => segments.find((one) => one.segment === segment)?.name ?? null,
    run: (run) => runs.get(run) ?? null,
    tag: (tag) => tags.find((one) => one.tag === tag)?.name ?? null,
    level: (level) => levels.levels.find(({ id }) => id === level)?.name ?? null,
    field: (field) => fields.find((one) => one.field === field) ?? null,
  };
}

/** The segment with how many are in it, and what it means in words. */
async function described(desk: Desk, segment: Segment, names: SentenceNames) {
  const filter = { ...(await shopOption(desk)), where: { field: 'segment' as const, in: [segment.segment] } };
  const { total, sql, params } = await desk.client.call('customers.count', { filter, basis: basisOption(desk) });
  const sentence = filterSentence(segment.where, desk.invocation.language, names);
  return { ...segment, customers: total, sentence, sql, params };
}

function kindText({ fixed }: Segment, desk: Desk): string {
  const { language } = desk.invocation;
  return fixed === null ? say(language, '随时变', 'dynamic') : say(language, `定在 ${fixed.on}`, `fixed ${fixed.on}`);
}

async function listed(desk: Desk): Promise<Outcome> {
  const { language } = desk.invocation;
  const { segments } = await desk.client.call('segments.list', {});
  const names = await namesOf(desk);
  const rows: Awaited<ReturnType<typeof described>>[] = [];
  for (const segment of segments) rows.push(await described(desk, segment, names));
  return {
    value: { segments: rows.map(({ sql: _sql, params: _params, ...row }) => row) },
    text: tableText(
      [
        { head: '#', right: true },
        { head: say(language, '人群', 'segment') },
        { head: say(language, '人数', 'customers'), right: true },
        { head: say(language, '版本', 'version'), right: true },
        { head: '' },
        { head: say(language, '条件', 'conditions') },
      ],
      rows.map((row) => [
        String(row.segment),
        row.name,
        String(row.customers),
        String(row.version),
        kindText(row, desk),
        row.sentence,
      ]),
    ),
  };
}

async function shown(desk: Desk, segment: Segment): Promise<Outcome> {
  const { language } = desk.invocation;
  const names = await namesOf(desk);
  const found = await described(desk, segment, names);
  const { versions } = await desk.client.call('segments.versions', { segment: segment.segment });
  return {
    value: { ...found, versions },
    text: factsText([
      [say(language, '人群', 'segment'), `${found.name} (#${found.segment})`],
      [say(language, '人数', 'customers'), `${found.customers} · ${kindText(found, desk)}`],
      [say(language, '条件', 'conditions'), found.sentence],
      ['JSON', JSON.stringify(found.where)],
      ...versions.map(
        ({ edit, at, undone, content }) =>
          [
            `${at.slice(0, 16).replace('T', ' ')} · ${edit}`,
            `${content === null ? say(language, '删掉', 'removed') : `${content.name}：${filterSentence(content.where, language, names)}`}${
              undone ? say(language, '（已撤销）', ' (taken back)') : ''
            }`,
          ] as const,
      ),
    ]),
  };
}

/** A new one by `--name`; with its number or name as a word, a new version of it. What is not given stays. */
async function saved(desk: Desk, word: string | undefined): Promise<Outcome> {
  const { options } = desk.invocation;
  const before = word === undefined ? null : await segmentNamed(desk, word);
  const name = options['name'] ?? before?.name;
  const where = filterOption(desk).where ?? before?.where;
  if (name === undefined) throw new Problem('arguments-invalid', { found: 'segments save --name' });
  if (where === undefined) throw new Problem('arguments-invalid', { found: 'segments save --filter' });
  const { segment } = await desk.client.call('segments.save', {
    segment: before?.segment ?? null,
    name,
    where,
    ...(options['fix'] === 'true' ? { fixOn: basisOption(desk) } : {}),
  });
  return shown(desk, await segmentNamed(desk, String(segment)));
}

/** The last change of a segment that still holds, or the first one after it that was taken back: so steps go back and forth in order. */
async function turned(desk: Desk, word: string, verb: 'undo' | 'redo'): Promise<Outcome> {
  // One that was removed has no name any more, but still its number.
  const segment = /^[1-9]\d{0,8}$/.test(word) ? Number(word) : (await segmentNamed(desk, word)).segment;
  const { versions } = await desk.client.call('segments.versions', { segment });
  const held = versions.findIndex(({ undone }) => !undone);
  const taken = verb === 'undo' ? versions[held] : versions.slice(0, held < 0 ? undefined : held).at(-1);
  if (taken === undefined) throw new Problem('arguments-invalid', { found: `segments ${verb} ${word}` });
  await desk.client.call(`journal.${verb}`, { edit: taken.edit });
  return listed(desk);
}

export const segmentsCommand: Command = async (desk) => {
  const { words, options } = desk.invocation;
  const [verb = 'list', word] = words;
  const wrong = (): never => {
    throw new Problem('arguments-invalid', { found: ['segments', ...words].join(' ') });
  };
  if (verb === 'list') return listed(desk);
  if (verb === 'save') return saved(desk, word);
  if (word === undefined) return wrong();
  if (verb === 'undo' || verb === 'redo') return turned(desk, word, verb);
  const found = await segmentNamed(desk, word);
  const { segment } = found;
  switch (verb) {
    case 'show':
      return shown(desk, found);
    case 'rename':
      await desk.client.call('segments.rename', { segment, name: options['name'] ?? wrong() });
      return listed(desk);
    case 'fix':
      await desk.client.call('segments.freeze', { segment, basis: basisOption(desk) });
      return listed(desk);
    case 'loosen':
      await desk.client.call('segments.thaw', { segment });
      return listed(desk);
    case 'remove':
      await desk.client.call('segments.remove', { segment });
      return listed(desk);
    default:
      return wrong();
  }
};
