/** `templates`, `templates show|save|remove|begin|preview`, `send-list`: texts for many people, and the files they are sent with. */

import { existsSync, readFileSync } from 'node:fs';
import { contactChannels } from '../../../src-shared/contract/follow-ups.ts';
import { type LayoutContent, type SendReview, sendColumns } from '../../../src-shared/contract/send-lists.ts';
import type { LeftOut, Template, TemplateContent } from '../../../src-shared/contract/templates.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Command, type Desk, type Outcome, say } from '../desk.ts';
import { factsText, tableText } from '../table.ts';
import { dayOption, shopOption } from './book.ts';
import { excludedOption } from './figure-notices.ts';
import { filterOption } from './filter-option.ts';
import { segmentOption } from './segments.ts';

function wrong(desk: Desk): never {
  throw new Problem('arguments-invalid', { found: [desk.invocation.command, ...desk.invocation.words].join(' ') });
}

/** By its number or its name. Throws `template-unknown`. */
async function named(desk: Desk, word: string): Promise<Template> {
  const { templates } = await desk.client.call('templates.list', {});
  const found = templates.find(({ template, name }) => String(template) === word || name === word);
  if (found === undefined) throw new Problem('template-unknown', { template: word });
  return found;
}

async function listed(desk: Desk, done: Readonly<Record<string, number | null>> = {}): Promise<Outcome> {
  const { language } = desk.invocation;
  const { templates } = await desk.client.call('templates.list', {});
  return {
    value: { ...done, templates },
    text: tableText(
      [
        { head: '#', right: true },
        { head: say(language, '模板', 'template') },
        { head: say(language, '怎么发', 'channel') },
        { head: say(language, '正文', 'text') },
      ],
      templates.map(({ template, name, channel, text }) => [
        String(template),
        name,
        channel,
        text.replace(/\s+/g, ' ').slice(0, 60),
      ]),
    ),
  };
}

async function audienceOption(desk: Desk) {
  const conditions = [filterOption(desk).where, await segmentOption(desk)].filter((one) => one != null);
  return {
    filter: { ...(await shopOption(desk)), ...(conditions.length === 0 ? {} : { where: { all: conditions } }) },
    basis: { on: dayOption(desk), definition: 'quantile', ...excludedOption(desk) },
    sort: { by: 'netMinor', descending: true },
  } as const;
}

/** What is given, or else what stands. `--text`: the text, or a file with it. */
function contentOption(desk: Desk, before: TemplateContent | null): TemplateContent {
  const { name, text, channel } = desk.invocation.options;
  const given = text === undefined ? before?.text : existsSync(text) ? readFileSync(text, 'utf8').trim() : text;
  const way = channel === undefined ? before?.channel : contactChannels.find((known) => known === channel);
  const called = name ?? before?.name;
  if (called === undefined || given === undefined || way === undefined) return wrong(desk);
  return { name: called, channel: way, text: given };
}

const leftText = ({ why, what }: LeftOut): string => (what === '' ? why : `${why}: ${what}`);

async function previewed(desk: Desk, template: Template): Promise<Outcome> {
  const { language, options } = desk.invocation;
  const { template: _number, ...content } = template;
  const at = options['at'] ?? '0';
  if (!/^\d{1,9}$/.test(at)) return wrong(desk);
  const asked = { ...(await audienceOption(desk)), content, at: Number(at) };
  const shown = await desk.client.call('templates.preview', asked);
  const { person } = shown;
  if (person === null) return { value: shown, text: say(language, '名单里没有人。', 'Nobody is in the list.') };
  const { sms, message, left, banned } = person;
  return {
    value: shown,
    text: factsText([
      [say(language, '客户', 'customer'), `${person.name} (${shown.at + 1} / ${shown.total})`],
      [say(language, '正文', 'message'), message ?? '—'],
      [say(language, '不发的原因', 'left out'), left.length === 0 ? '—' : left.map(leftText).join('; ')],
      [say(language, '短信', 'text messages'), sms === null ? '—' : `${sms.segments} (${sms.alphabet}, ${sms.units})`],
      [say(language, '要留意的用词', 'words to mind'), banned.map(({ word }) => word).join(', ') || '—'],
    ]),
  };
}

export const templatesCommand: Command = async (desk) => {
  const [verb = 'list', word] = desk.invocation.words;
  if (verb === 'list') return listed(desk);
  if (verb === 'begin') {
    return listed(desk, await desk.client.call('templates.begin', { language: desk.invocation.language }));
  }
  if (verb === 'save') {
    const before = word === undefined ? null : await named(desk, word);
    const content = contentOption(desk, before);
    return listed(desk, await desk.client.call('templates.save', { template: before?.template ?? null, content }));
  }
  if (word === undefined) return wrong(desk);
  const found = await named(desk, word);
  switch (verb) {
    case 'show':
      return {
        value: found,
        text: factsText([
          [`#${found.template} ${found.name}`, found.channel],
          ['', found.text],
        ]),
      };
    case 'preview':
      return previewed(desk, found);
    case 'remove':
      return listed(desk, await desk.client.call('templates.remove', { template: found.template }));
    default:
      return wrong(desk);
  }
};

/** `--columns phone,message=正文,fields`: what stands in each column, and what it is called. */
function layoutOption(desk: Desk, format: LayoutContent['format']): LayoutContent {
  const { columns = 'phone,message', 'no-heads': noHeads } = desk.invocation.options;
  const read = columns.split(',').map((part) => {
    const [what = '', head = ''] = part.split('=');
    return { head, what: sendColumns.find((known) => known === what.trim()) ?? wrong(desk) };
  });
  return { name: format, format, heads: noHeads !== 'true', columns: read };
}

function reviewText(desk: Desk, review: SendReview): string {
  const { language } = desk.invocation;
  const left = review.left.map(
    ({ why, count, people }) => [why, `${count} · ${people.map(({ name }) => name).join(', ')}`] as const,
  );
  return factsText([
    [say(language, '看了', 'looked at'), String(review.looked)],
    [say(language, '能发', 'going'), String(review.going)],
    [say(language, '短信条数', 'text messages'), review.segments === null ? '—' : String(review.segments)],
    ...left,
  ]);
}

/** Without a file it says who would go. `--sent`: the file is written, and everybody in it counts as contacted. */
export const sendListCommand: Command = async (desk) => {
  const { words, options } = desk.invocation;
  const [word] = words;
  if (word === undefined) return wrong(desk);
  const { template: _number, ...content } = await named(desk, word);
  const request = { ...(await audienceOption(desk)), content };
  const path = options['xlsx'] ?? options['csv'];
  if (path === undefined) {
    const review = await desk.client.call('sendLists.review', request);
    return { value: review, text: reviewText(desk, review) };
  }
  const layout = layoutOption(desk, options['xlsx'] === undefined ? 'csv' : 'xlsx');
  const written = await desk.client.call('sendLists.write', { ...request, layout, target: desk.targetFor(path) });
  const { customers } = written;
  const sent =
    options['sent'] === 'true' && customers.length > 0
      ? await desk.client.call('contacts.sent', {
          customers,
          day: request.basis.on,
          channel: content.channel,
          about: content.name,
        })
      : null;
  return { value: { ...written, sent }, text: reviewText(desk, written) };
};
