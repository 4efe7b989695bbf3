/** `tags`, `tags give|take|rename|remove`: what people are marked with; given and taken one by one, or of everybody a filter means. */

import type { Tag } from '../../../src-shared/contract/tags.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Command, type Desk, type Outcome, say } from '../desk.ts';
import { tableText } from '../table.ts';
import { dayOption, shopOption } from './book.ts';
import { excludedOption } from './figure-notices.ts';
import { filterOption } from './filter-option.ts';
import { segmentOption } from './segments.ts';

/** By its number or its name. Throws `tag-unknown`. */
async function named(desk: Desk, word: string): Promise<Tag> {
  const { tags } = await desk.client.call('tags.list', {});
  const found = tags.find(({ tag, name }) => name === word || String(tag) === word);
  if (found === undefined) throw new Problem('tag-unknown', { tag: word });
  return found;
}

async function listed(desk: Desk, done: Readonly<Record<string, number | null>> = {}): Promise<Outcome> {
  const { language } = desk.invocation;
  const { tags } = await desk.client.call('tags.list', {});
  return {
    value: { ...done, tags },
    text: tableText(
      [
        { head: '#', right: true },
        { head: say(language, '标签', 'tag') },
        { head: say(language, '人数', 'customers'), right: true },
      ],
      tags.map(({ tag, name, customers }) => [String(tag), name, String(customers)]),
    ),
  };
}

/** Numbers of customers, or nobody named: then a filter or a segment must say whom. */
function idsIn(words: readonly string[]): number[] {
  return words.map((word) => {
    if (!/^[1-9]\d{0,8}$/.test(word)) throw new Problem('arguments-invalid', { found: word });
    return Number(word);
  });
}

async function changed(desk: Desk, verb: 'give' | 'take', name: string, words: readonly string[]): Promise<Outcome> {
  const ids = idsIn(words);
  const conditions = [filterOption(desk).where, await segmentOption(desk)].filter((one) => one != null);
  if (ids.length === 0 && conditions.length === 0) {
    throw new Problem('arguments-invalid', { found: `tags ${verb} ${name}` });
  }
  const { edit, changed: count } = await desk.client.call('customers.bulkEdit', {
    filter: {
      ...(await shopOption(desk)),
      ...(ids.length === 0 ? {} : { ids }),
      ...(conditions.length === 0 ? {} : { where: { all: conditions } }),
    },
    basis: { on: dayOption(desk), definition: 'quantile', ...excludedOption(desk) },
    change: verb === 'give' ? { field: 'tag', add: name } : { field: 'tag', remove: (await named(desk, name)).name },
  });
  return listed(desk, { edit, changed: count });
}

export const tagsCommand: Command = async (desk) => {
  const { words, options } = desk.invocation;
  const [verb = 'list', word, ...rest] = words;
  const wrong = (): never => {
    throw new Problem('arguments-invalid', { found: ['tags', ...words].join(' ') });
  };
  if (verb === 'list') return listed(desk);
  if (word === undefined) return wrong();
  switch (verb) {
    case 'give':
    case 'take':
      return changed(desk, verb, word, rest);
    case 'rename': {
      const { edit } = await desk.client.call('tags.save', {
        tag: (await named(desk, word)).tag,
        name: options['name'] ?? wrong(),
      });
      return listed(desk, { edit });
    }
    case 'remove': {
      const { edit } = await desk.client.call('tags.remove', { tag: (await named(desk, word)).tag });
      return listed(desk, { edit });
    }
    default:
      return wrong();
  }
};
