/** The owner's tags: how many have each; renamed in place, made one by the same name, removed. All of it can be taken back. */

import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { Tag } from '../../../src-shared/contract/tags.ts';
import { useAct } from '../../link/use-call.ts';
import { useTags } from '../../link/use-tags.ts';
import { CountText } from '../../parts/count-text.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';
import { queryOfView } from '../../state/customer-filter.ts';
import { NameField } from './name-field.tsx';

export function TagsSection() {
  const { t } = useTranslation('tags');
  const tags = useTags();
  if (tags === undefined) return null;
  if (tags.length === 0) return <EmptyNote>{t('none')}</EmptyNote>;
  return (
    <table className="ledger">
      <thead>
        <tr>
          <th>{t('name')}</th>
          <th className="n">{t('customers')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {tags.map((tag) => (
          <TagLine key={`${tag.tag}/${tag.name}`} tag={tag} />
        ))}
      </tbody>
    </table>
  );
}

/** Those who have it, as a list. */
function addressOf({ tag }: Tag): string {
  const view = { filter: { where: { field: 'tag', in: [tag] } }, sort: { by: 'lastDay', descending: true } } as const;
  return `/customers?${queryOfView(view)}`;
}

function TagLine({ tag }: { readonly tag: Tag }) {
  const { t } = useTranslation('tags');
  const save = useAct('tags.save');
  const remove = useAct('tags.remove');
  const undoable = useUndoableToast();
  const keep = async (name: string): Promise<boolean> => {
    const done = await save.act({ tag: tag.tag, name });
    if (done !== null) undoable(t(done.merged ? 'merged' : 'renamed', { from: tag.name, name }), done.edit);
    return done !== null;
  };
  const drop = async (): Promise<void> => {
    const done = await remove.act({ tag: tag.tag });
    if (done !== null) undoable(t('removed', { name: tag.name }), done.edit);
  };
  return (
    <tr>
      <td>
        <NameField label={t('nameOf', { name: tag.name })} name={tag.name} onKeep={keep} />
      </td>
      <td className="n">
        <Link className="link" href={addressOf(tag)}>
          <CountText count={tag.customers} />
        </Link>
      </td>
      <td className="n">
        <Button size="small" disabled={remove.busy} onClick={() => void drop()}>
          {t('remove')}
        </Button>
      </td>
    </tr>
  );
}
