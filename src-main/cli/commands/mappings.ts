/** `mappings`: the columns matched by hand, listed, forgotten, taken to a file or from one. */

import { mappableFields } from '../../../src-shared/contract/mappings.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Command, say } from '../desk.ts';
import { tableText } from '../table.ts';

function idOf(word: string): number {
  if (!/^[1-9]\d{0,8}$/.test(word)) throw new Problem('arguments-invalid', { found: `--forget ${word}` });
  return Number(word);
}

export const mappingsCommand: Command = async (desk) => {
  const { client, invocation } = desk;
  const { options, language } = invocation;
  const { export: to, import: from, forget } = options;
  if (to !== undefined) {
    const { mappings } = await client.call('mappings.export', { target: desk.targetFor(to) });
    return {
      value: { file: to, mappings },
      text: say(language, `${mappings} 套列已存到 ${to}`, `${mappings} mappings saved to ${to}`),
    };
  }
  if (from !== undefined) {
    const kept = await client.call('mappings.import', { ticket: desk.ticketFor(from) });
    const { added, replaced } = kept;
    return { value: kept, text: say(language, `新 ${added}，替换 ${replaced}`, `${added} new, ${replaced} replaced`) };
  }
  if (forget !== undefined) await client.call('mappings.forget', { id: idOf(forget) });
  const { mappings } = await client.call('mappings.list', {});
  const fieldsOf = (columns: (typeof mappings)[number]['mapping']['columns']): string =>
    mappableFields.filter((field) => columns[field] !== undefined).join(' ');
  return {
    value: { mappings },
    text: tableText(
      [{ head: '#', right: true }, { head: say(language, '文件', 'file') }, { head: say(language, '列', 'columns') }],
      mappings.map(({ id, name, mapping }) => [String(id), name, fieldsOf(mapping.columns)]),
    ),
  };
};
