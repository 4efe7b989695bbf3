/** 记着: people of theirs and the days that matter, the nearest first, with how many days are left. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { useCall } from '../../link/use-call.ts';
import { useOccasionWords } from '../../parts/occasion-words.ts';
import { RelationDialog } from './relation-dialog.tsx';
import type { AboutProps } from './wishes.tsx';

export type KnownRelation = ResultOf<'customers.about'>['relations'][number];

/** From so many days on it stands out. */
const NEAR_DAYS = 14;

export function Relations({ customer, on }: AboutProps) {
  const { t } = useTranslation('profile');
  const { data } = useCall('customers.about', { customer, on }, { keep: false });
  const [open, setOpen] = useState<KnownRelation | 'new' | null>(null);
  const relations = data?.relations ?? [];
  return (
    <>
      <h2 className="between">
        <span>{t('relations.title')}</span>
        <button type="button" className="plain link sm nw" onClick={() => setOpen('new')}>
          {t('relations.add')}
        </button>
      </h2>
      {relations.length === 0 && <p className="faint">{t('relations.none')}</p>}
      <ul className="relations">
        {relations.map((relation) => (
          <RelationLine key={relation.relationId} relation={relation} onOpen={() => setOpen(relation)} />
        ))}
      </ul>
      <RelationDialog
        customer={customer}
        relation={open === 'new' ? null : open}
        isOpen={open !== null}
        onClose={() => setOpen(null)}
      />
    </>
  );
}

function RelationLine({ relation, onOpen }: { readonly relation: KnownRelation; readonly onOpen: () => void }) {
  const { t } = useTranslation('profile');
  const { text: occasionText } = useOccasionWords();
  const { name, date, next, note } = relation;
  const who = [relation.relation === 'self' && name !== '' ? '' : t(`relations.kinds.${relation.relation}`), name]
    .filter((part) => part !== '')
    .join(' ');
  return (
    <li>
      <p className="between">
        <button type="button" className="plain link breaks" title={t('relations.open')} onClick={onOpen}>
          {who}
          {date !== null && ` ${t(`occasion.kinds.${date.occasion}`)}`}
        </button>
        {next !== null && (
          <span className={next.days <= NEAR_DAYS ? 'near nw' : 'dim nw'} title={next.day}>
            {next.days === 0 ? t('occasion.today') : t('occasion.left', { count: next.days })}
          </span>
        )}
      </p>
      {date !== null && (
        <p className="faint sm">
          {[occasionText(date.on), next?.day.slice(2) ?? '', turnsText(t, relation)].filter(Boolean).join(' · ')}
        </p>
      )}
      {note !== '' && <p className="dim sm breaks">{note}</p>}
    </li>
  );
}

function turnsText(t: ReturnType<typeof useTranslation<'profile'>>['t'], { date, next }: KnownRelation): string {
  const turns = next?.turns ?? null;
  if (turns === null || turns === 0 || date === null) return '';
  return t(date.occasion === 'birthday' ? 'occasion.turns' : 'occasion.years', { count: turns });
}
