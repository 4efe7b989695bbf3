/** A group of conditions being written: whether all, any or none of them must hold, its parts, and the ways to add more. */

import { Segmented } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { deepestGroup, type GroupKind, groupKinds } from '../../../../src-shared/contract/filters.ts';
import { Icon } from '../../../parts/icon.tsx';
import { type BuilderWords, ConditionBox } from './condition-box.tsx';
import { type DraftGroup, type DraftNode, isGroup, newCondition, newGroup } from './draft.ts';

export interface GroupBoxProps {
  readonly group: DraftGroup;
  readonly words: BuilderWords;
  /** 1: the outermost. */
  readonly depth: number;
  /** The condition that was added last. */
  readonly added: number | null;
  /** null: there are as many as there may be. */
  readonly onAdd: ((to: DraftGroup, part: DraftNode) => void) | null;
  readonly onPart: (id: number, part: DraftNode | null) => void;
  /** Of an inner group. */
  readonly onRemove?: () => void;
}

export function GroupBox({ group, words, depth, added, onAdd, onPart, onRemove }: GroupBoxProps) {
  const { t } = useTranslation('segments');
  const add = useRef<HTMLButtonElement>(null);
  const isInner = depth > 1;
  const remove = (id: number): void => {
    onPart(id, null);
    add.current?.focus();
  };
  const inner = depth >= deepestGroup ? null : onAdd;
  return (
    <fieldset className={isInner ? 'b-group inner' : 'b-group'} aria-label={t('group')}>
      {(isInner || group.kind !== 'all' || group.parts.length > 1) && (
        <div className="b-head">
          <Segmented<GroupKind>
            size="small"
            aria-label={t('group')}
            value={group.kind}
            options={groupKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
            onChange={(kind) => onPart(group.id, { ...group, kind })}
          />
          {onRemove !== undefined && (
            <button type="button" className="plain dim" aria-label={t('dropGroup')} onClick={onRemove}>
              <Icon name="close" />
            </button>
          )}
        </div>
      )}
      <ul>
        {group.parts.map((part) =>
          isGroup(part) ? (
            <li key={part.id}>
              <GroupBox
                {...{ words, added, onAdd, onPart }}
                group={part}
                depth={depth + 1}
                onRemove={() => remove(part.id)}
              />
            </li>
          ) : (
            <ConditionBox
              key={part.id}
              draft={part}
              words={words}
              isNew={part.id === added}
              onDraft={(next) => onPart(part.id, next)}
              onRemove={() => remove(part.id)}
            />
          ),
        )}
      </ul>
      <div className="b-add">
        <button
          ref={add}
          type="button"
          className="plain link st"
          disabled={onAdd === null}
          onClick={() => onAdd?.(group, newCondition())}
        >
          <Icon name="plus" />
          {t('addCondition')}
        </button>
        <button
          type="button"
          className="plain link st"
          disabled={inner === null}
          onClick={() => inner?.(group, newGroup(group.kind === 'any' ? 'all' : 'any'))}
        >
          <Icon name="plus" />
          {t('addGroup')}
        </button>
      </div>
    </fieldset>
  );
}
