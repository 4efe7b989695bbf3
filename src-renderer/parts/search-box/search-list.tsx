/** What the search found: customers with the reason they fit, lists, then commands. */

import { useTranslation } from 'react-i18next';
import { DayText } from '../day-text.tsx';
import type { Choice, Hit } from './choice.ts';
import { useHitReason } from './hit-reason.ts';
import type { FoundList } from './lists.ts';

export interface SearchListProps {
  readonly id: string;
  readonly asked: string;
  readonly choices: readonly Choice[];
  readonly chosen: Choice | undefined;
  readonly onChoose: (choice: Choice) => void;
  readonly onPoint: (at: number) => void;
}

export function SearchList({ id, asked, choices, chosen, onChoose, onPoint }: SearchListProps) {
  const { t } = useTranslation('search');
  const hits = choices.filter((choice) => choice.hit !== undefined);
  const lists = choices.filter((choice) => choice.list !== undefined);
  const commands = choices.filter((choice) => choice.command !== undefined);
  const line = (choice: Choice) => (
    // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the keyboard, aria-activedescendant points here
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field answers to Enter
    <div
      key={choice.key}
      id={`${id}-${choice.key}`}
      role="option"
      aria-selected={choice === chosen}
      className={choice === chosen ? 'on' : undefined}
      onPointerMove={() => onPoint(choices.indexOf(choice))}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(choice)}
    >
      {choice.hit !== undefined && <HitLine hit={choice.hit} />}
      {choice.list !== undefined && <ListLine list={choice.list} />}
      {choice.command?.label}
    </div>
  );
  return (
    <div className="find-list">
      <div id={`${id}-list`} role="listbox" aria-label={t('label')}>
        {hits.length > 0 && (
          <div role="presentation" className="find-head">
            {t('customers')}
          </div>
        )}
        {hits.map(line)}
        {asked !== '' && hits.length === 0 && (
          <div role="presentation" className="find-head">
            {t(lists.length === 0 ? 'nothing' : 'nobody', { text: asked })}
          </div>
        )}
        {lists.length > 0 && (
          <div role="presentation" className="find-head">
            {t('lists')}
          </div>
        )}
        {lists.map(line)}
        {commands.length > 0 && (
          <div role="presentation" className="find-head">
            {t('commands')}
          </div>
        )}
        {commands.map(line)}
      </div>
      <p className="find-hint">{t('hint')}</p>
      <span className="unseen" role="status">
        {asked === '' ? '' : hits.length === 0 ? t('nothing', { text: asked }) : t('hits', { count: hits.length })}
      </span>
    </div>
  );
}

function ListLine({ list }: { readonly list: FoundList }) {
  return (
    <>
      <span className="cut">{list.label}</span>
      {list.count !== null && <span className="dim sm nw find-end">{list.count}</span>}
    </>
  );
}

function HitLine({ hit }: { readonly hit: Hit }) {
  const { t } = useTranslation('search');
  const reasonOf = useHitReason();
  return (
    <>
      <b className="cut">{hit.name}</b>
      <span className="faint sm cut">{reasonOf(hit.why)}</span>
      <span className="dim sm nw find-end">
        {hit.orders === 0 ? t('never') : t('orders', { count: hit.orders })}{' '}
        {hit.lastDay !== null && <DayText day={hit.lastDay} />}
      </span>
    </>
  );
}
