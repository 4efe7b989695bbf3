/** `views`, `views remove VIEW`, `views rename VIEW`: the customer lists that are kept with their columns. `customers --view` shows one. */

import type { SavedView } from '../../../src-shared/contract/views.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Command, type Desk, type Outcome, say } from '../desk.ts';
import { tableText } from '../table.ts';

/** By its number or its name. Throws `view-unknown`. */
async function named(desk: Desk, word: string): Promise<SavedView> {
  const { views } = await desk.client.call('views.list', {});
  const found = views.find(({ view, name }) => name === word || String(view) === word);
  if (found === undefined) throw new Problem('view-unknown', { view: word });
  return found;
}

/** The one that `--view` names; null: none is asked for. */
export async function viewOption(desk: Desk): Promise<SavedView | null> {
  const word = desk.invocation.options['view'];
  return word === undefined ? null : named(desk, word);
}

async function listed(desk: Desk, done: Readonly<Record<string, number>> = {}): Promise<Outcome> {
  const { language } = desk.invocation;
  const { views } = await desk.client.call('views.list', {});
  return {
    value: { ...done, views },
    text: tableText(
      [
        { head: '#', right: true },
        { head: say(language, '视图', 'view') },
        { head: say(language, '排序', 'order') },
        { head: say(language, '列', 'columns') },
      ],
      views.map(({ view, name, sort, columns }) => [
        String(view),
        name,
        `${sort.by} ${sort.descending ? '↓' : '↑'}`,
        columns.join(' '),
      ]),
    ),
  };
}

export const viewsCommand: Command = async (desk) => {
  const { words, options } = desk.invocation;
  const [verb = 'list', word] = words;
  const wrong = (): never => {
    throw new Problem('arguments-invalid', { found: ['views', ...words].join(' ') });
  };
  if (verb === 'list') return listed(desk);
  if (word === undefined) return wrong();
  if (verb === 'undo' || verb === 'redo') {
    // By the number that each change of a view answers with.
    if (!/^[1-9]\d{0,8}$/.test(word)) return wrong();
    await desk.client.call(`journal.${verb}`, { edit: Number(word) });
    return listed(desk);
  }
  const found = await named(desk, word);
  if (verb === 'rename') {
    const { edit } = await desk.client.call('views.save', { ...found, name: options['name'] ?? wrong() });
    return listed(desk, { edit });
  }
  if (verb !== 'remove') return wrong();
  const { edit } = await desk.client.call('views.remove', { view: found.view });
  return listed(desk, { edit });
};
