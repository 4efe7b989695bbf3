/** `fields`, `fields add|rename|choices|remove|set|clear|undo|redo`: fields of the owner's own; filled one by one, or of everybody a filter means. */

import type { CustomField } from '../../../src-shared/contract/fields.ts';
import type { BulkChange } from '../../../src-shared/contract/tags.ts';
import { fieldTypes } from '../../../src-shared/custom-field.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Command, type Desk, type Outcome, say } from '../desk.ts';
import { tableText } from '../table.ts';
import { dayOption, shopOption } from './book.ts';
import { excludedOption } from './figure-notices.ts';
import { filterOption } from './filter-option.ts';
import { segmentOption } from './segments.ts';

/** By its number or its name. Throws `field-unknown`. */
async function named(desk: Desk, word: string): Promise<CustomField> {
  const { fields } = await desk.client.call('fields.list', {});
  const found = fields.find(({ field, name }) => name === word || String(field) === word);
  if (found === undefined) throw new Problem('field-unknown', { field: word });
  return found;
}

async function listed(desk: Desk, done: Readonly<Record<string, number | null>> = {}): Promise<Outcome> {
  const { language } = desk.invocation;
  const { fields } = await desk.client.call('fields.list', {});
  return {
    value: { ...done, fields },
    text: tableText(
      [
        { head: '#', right: true },
        { head: say(language, '字段', 'field') },
        { head: say(language, '类型', 'kind') },
        { head: say(language, '填了的人', 'customers'), right: true },
        { head: say(language, '选项', 'choices') },
      ],
      fields.map(({ field, name, type, customers, choices }) => [
        String(field),
        name,
        type,
        String(customers),
        choices.map((one) => `${one.choice} ${one.name}`).join(' · '),
      ]),
    ),
  };
}

/** `--choices 干性,油性`: one that is called as before keeps its number. */
function choicesIn(desk: Desk, known: CustomField['choices']) {
  const text = desk.invocation.options['choices'];
  if (text === undefined) return undefined;
  const names = text.split(/[,，、]/).map((name) => name.trim());
  return [...new Set(names.filter((name) => name !== ''))].map((name) => ({
    choice: known.find((one) => one.name === name)?.choice ?? null,
    name,
  }));
}

function typeIn(desk: Desk): CustomField['type'] {
  const word = desk.invocation.options['type'] ?? 'text';
  const found = fieldTypes.find((type) => type === word);
  if (found === undefined) throw new Problem('arguments-invalid', { found: `--type ${word}` });
  return found;
}

/** Numbers of customers, or nobody named: then a filter or a segment must say whom. */
async function filled(desk: Desk, change: BulkChange, words: readonly string[]): Promise<Outcome> {
  const ids = words.map((word) => {
    if (!/^[1-9]\d{0,8}$/.test(word)) throw new Problem('arguments-invalid', { found: word });
    return Number(word);
  });
  const conditions = [filterOption(desk).where, await segmentOption(desk)].filter((one) => one != null);
  if (ids.length === 0 && conditions.length === 0) {
    throw new Problem('arguments-invalid', { found: ['fields', ...desk.invocation.words].join(' ') });
  }
  const { edit, changed } = await desk.client.call('customers.bulkEdit', {
    filter: {
      ...(await shopOption(desk)),
      ...(ids.length === 0 ? {} : { ids }),
      ...(conditions.length === 0 ? {} : { where: { all: conditions } }),
    },
    basis: { on: dayOption(desk), definition: 'quantile', ...excludedOption(desk) },
    change,
  });
  return listed(desk, { edit, changed });
}

export const fieldsCommand: Command = async (desk) => {
  const { words, options } = desk.invocation;
  const [verb = 'list', word, ...rest] = words;
  const wrong = (): never => {
    throw new Problem('arguments-invalid', { found: ['fields', ...words].join(' ') });
  };
  if (verb === 'list') return listed(desk);
  if (word === undefined) return wrong();
  if (verb === 'add') {
    const choices = choicesIn(desk, []);
    const asked = { field: null, name: word, type: typeIn(desk), ...(choices === undefined ? {} : { choices }) };
    const { edit } = await desk.client.call('fields.save', asked);
    return listed(desk, { edit });
  }
  if (verb === 'undo' || verb === 'redo') {
    // By the number that each change of a field answers with.
    if (!/^[1-9]\d{0,8}$/.test(word)) return wrong();
    await desk.client.call(`journal.${verb}`, { edit: Number(word) });
    return listed(desk);
  }
  const found = await named(desk, word);
  switch (verb) {
    case 'rename':
    case 'choices': {
      const choices = choicesIn(desk, found.choices) ?? (verb === 'choices' ? wrong() : undefined);
      const name = options['name'] ?? (verb === 'rename' ? wrong() : found.name);
      const asked = { field: found.field, name, ...(choices === undefined ? {} : { choices }) };
      const { edit } = await desk.client.call('fields.save', asked);
      return listed(desk, { edit });
    }
    case 'remove': {
      const { edit } = await desk.client.call('fields.remove', { field: found.field });
      return listed(desk, { edit });
    }
    case 'set': {
      const [value = '', ...whom] = rest;
      if (value.trim() === '') return wrong();
      return filled(desk, { field: 'custom', custom: found.field, value }, whom);
    }
    case 'clear':
      return filled(desk, { field: 'custom', custom: found.field, value: null }, rest);
    default:
      return wrong();
  }
};
