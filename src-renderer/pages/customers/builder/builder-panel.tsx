/** 细写条件: nested conditions beside the list, with what they mean in a sentence, how many that are, and the SQL; to be shown or kept. */

import { Button } from 'antd';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerFilter, TierBasis } from '../../../../src-shared/contract/customers.ts';
import { conditionsIn, type FilterNode, mostConditions } from '../../../../src-shared/contract/filters.ts';
import type { Segment } from '../../../../src-shared/contract/segments.ts';
import { useSentence } from '../../../link/use-segments.ts';
import { formatCount } from '../../../parts/count-text.tsx';
import { SqlView } from '../../../parts/explanation/sql-view.tsx';
import { SidePanel } from '../../../parts/side-panel.tsx';
import { useTakesFocus } from '../../../parts/use-takes-focus.ts';
import type { BuilderWords } from './condition-box.tsx';
import { type DraftGroup, type DraftNode, filterOfDraft, isGroup, unreadyIn, withPart } from './draft.ts';
import { GroupBox } from './group-box.tsx';
import { type Meant, useMeant } from './use-meant.ts';

export interface BuilderPanelProps {
  readonly draft: DraftGroup;
  readonly onDraft: (draft: DraftGroup) => void;
  /** The saved segment whose conditions these are; null: of none. */
  readonly segment: Segment | null;
  /** What of the list stays beside the conditions. */
  readonly beside: CustomerFilter;
  readonly basis: TierBasis;
  readonly words: BuilderWords;
  readonly onShow: (where: FilterNode) => void;
  readonly onSave: (where: FilterNode) => void;
  readonly onSaveNew: (where: FilterNode) => void;
  readonly onClose: () => void;
}

export function BuilderPanel(props: BuilderPanelProps) {
  const { draft, onDraft, segment, words, onClose } = props;
  const { t } = useTranslation('segments');
  const [added, setAdded] = useState<number | null>(null);
  const [showsSql, setShowsSql] = useState(false);
  const box = useTakesFocus<HTMLDivElement>();
  useBackToList();
  const where = filterOfDraft(draft);
  const meant = useMeant(props.beside, where, props.basis);
  const unready = unreadyIn(draft);
  const isFull = conditionsIn(where).length + unready >= mostConditions;
  const change = (id: number, part: DraftNode | null): void => {
    if (id !== draft.id) onDraft(withPart(draft, id, part));
    else if (part !== null && isGroup(part)) onDraft(part);
  };
  const add = (to: DraftGroup, part: DraftNode): void => {
    setAdded((isGroup(part) ? part.parts[0]?.id : part.id) ?? null);
    change(to.id, { ...to, parts: [...to.parts, part] });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return;
    event.preventDefault();
    if (unready === 0) props.onShow(where);
  };
  const title = segment === null ? t('title') : t('titleOf', { name: segment.name });
  return (
    <SidePanel title={title} onClose={onClose} holdsList>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: one key for the whole form, beside its button */}
      <div ref={box} className="builder" onKeyDownCapture={keepsKeys} onKeyDown={onKeyDown}>
        <div className="builder-parts">
          {draft.parts.length === 0 && <p className="dim">{t('everybody')}</p>}
          <GroupBox group={draft} words={words} depth={1} added={added} onAdd={isFull ? null : add} onPart={change} />
          {showsSql && meant.figures?.sql != null && <SqlView sql={meant.figures.sql} params={meant.figures.params} />}
        </div>
        <MeantBox {...props} {...{ where, meant, unready, showsSql }} onSql={() => setShowsSql(!showsSql)} />
      </div>
    </SidePanel>
  );
}

/** Where the keyboard came from may be gone, for the list was drawn anew: then the new one has it. */
function useBackToList(): void {
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return;
      document.querySelector<HTMLElement>('.list-main [role="grid"]')?.focus({ preventScroll: true });
    },
    [],
  );
}

/** Esc closes what is unfolded first: a list of choices, a calendar. */
function keepsKeys(event: KeyboardEvent): void {
  const unfolded = '.ant-select-open, .ant-picker-focused input[aria-expanded="true"]';
  if (event.key === 'Escape' && event.currentTarget.querySelector(unfolded) !== null) event.preventDefault();
}

interface MeantBoxProps extends Pick<BuilderPanelProps, 'segment' | 'onShow' | 'onSave' | 'onSaveNew' | 'words'> {
  readonly where: FilterNode;
  readonly meant: Meant;
  readonly unready: number;
  readonly showsSql: boolean;
  readonly onSql: () => void;
}

function MeantBox(props: MeantBoxProps) {
  const { segment, where, meant, unready, words, showsSql } = props;
  const { t } = useTranslation('segments');
  const sentence = useSentence(words.currency);
  const { figures, isLate } = meant;
  const isAsBefore = segment !== null && JSON.stringify(segment.where) === JSON.stringify(where);
  return (
    <section className="builder-meant" aria-label={t('meaning')}>
      <p className={isLate ? 'meant-count late' : 'meant-count'} role="status" aria-busy={isLate}>
        <b>{figures === undefined ? '…' : t('count', { count: figures.total })}</b>
        {figures !== undefined && <span className="dim"> {t('countOf', { of: figures.of })}</span>}
        <button type="button" className="plain link sm" aria-expanded={showsSql} onClick={props.onSql}>
          {t(showsSql ? 'hideSql' : 'showSql')}
        </button>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus */}
      <p className="meant-words" tabIndex={0}>
        {t('sentence', { words: sentence(where) })}
      </p>
      {unready > 0 && <p className="b-unready sm">{t('unreadyCount', { count: unready })}</p>}
      <div className="builder-acts">
        <Button type="primary" disabled={unready > 0} title="Ctrl Enter" onClick={() => props.onShow(where)}>
          {figures === undefined || isLate ? t('show') : t('showCounted', { amount: formatCount(figures.total) })}
        </Button>
        {segment !== null && (
          <Button disabled={unready > 0 || isAsBefore} onClick={() => props.onSave(where)}>
            {t('saveVersion', { version: segment.version + 1 })}
          </Button>
        )}
        <Button disabled={unready > 0} onClick={() => props.onSaveNew(where)}>
          {t(segment === null ? 'save' : 'saveOther')}…
        </Button>
      </div>
    </section>
  );
}
