/** What can be done with the list and what is taken of it, as a menu: the same as by keys and by the other mouse button. */

import { Button, Dropdown, type MenuProps } from 'antd';
import { type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { besideNodes } from '../../../src-shared/flat-filter.ts';
import { MenuBox } from '../../parts/place-menu.tsx';
import { type CustomerView, queryOfView } from '../../state/customer-filter.ts';

export interface ListMenuActs {
  readonly total: number;
  readonly picked: number;
  readonly hasCells: boolean;
  readonly onSelectAll: () => void;
  readonly onClear: () => void;
  /** Copies what is taken: the block of cells, the selected rows, or the row one is on; null: there is nothing. */
  readonly onCopy: (() => void) | null;
  readonly onGoTo: () => void;
  readonly onColumns: () => void;
  /** Those selected, or all of the list: whom a text would go to; null: too many are picked by hand. */
  readonly writesTo: CustomerView | null;
}

/** People picked one by one, found by a search, or of one shop are no conditions. */
function isAllConditions({ filter }: CustomerView): boolean {
  return Object.keys(besideNodes(filter)).length === 0;
}

type Items = NonNullable<MenuProps['items']>;

/** What the menu of the list and that of a row have in common. null: the list is not drawn yet. */
export function useTakenItems(acts: ListMenuActs | null): { readonly copy: Items; readonly all: Items } {
  const { t } = useTranslation('customers');
  if (acts === null) return { copy: [], all: [] };
  const { total, picked, hasCells, onCopy } = acts;
  const copy = {
    key: 'copy',
    label: hasCells ? t('menu.copyCells') : t('menu.copyRows', { count: Math.max(1, picked) }),
    extra: 'Ctrl C',
    disabled: onCopy === null,
    onClick: () => onCopy?.(),
  };
  const all = {
    key: 'all',
    label: t('menu.selectAll', { count: total }),
    extra: 'Ctrl A',
    disabled: total === 0 || picked >= total,
    onClick: acts.onSelectAll,
  };
  return { copy: [copy], all: [all] };
}

/** Opened, it says what can be done at that moment. */
export function ListMenu(props: { readonly acts: RefObject<ListMenuActs | null> }) {
  const { t } = useTranslation('customers');
  const { t: templates } = useTranslation('templates');
  const { t: strategies } = useTranslation('strategies');
  const [, navigate] = useLocation();
  const [acts, setActs] = useState<ListMenuActs | null>(null);
  const { copy, all } = useTakenItems(acts);
  const items: Items =
    acts === null
      ? []
      : [
          ...all,
          {
            key: 'none',
            label: t('menu.selectNone'),
            extra: 'Esc',
            disabled: acts.picked === 0,
            onClick: acts.onClear,
          },
          ...copy,
          { type: 'divider' },
          { key: 'goTo', label: t('menu.goTo'), extra: 'Ctrl G', disabled: acts.total === 0, onClick: acts.onGoTo },
          {
            key: 'write',
            label: templates('openFor'),
            disabled: acts.total === 0 || acts.writesTo === null,
            onClick: () => acts.writesTo !== null && navigate(`/templates?${queryOfView(acts.writesTo)}`),
          },
          {
            key: 'strategy',
            label: strategies('openFor'),
            disabled: acts.total === 0 || acts.writesTo === null || !isAllConditions(acts.writesTo),
            onClick: () => acts.writesTo !== null && navigate(`/strategies?${queryOfView(acts.writesTo)}`),
          },
          { key: 'columns', label: t('menu.columns'), onClick: acts.onColumns },
        ];
  return (
    <Dropdown
      onOpenChange={(isOpen) => setActs(isOpen ? props.acts.current : acts)}
      trigger={['click']}
      placement="bottomRight"
      menu={{ items }}
      destroyOnHidden
      popupRender={(menu) => <MenuBox>{menu}</MenuBox>}
    >
      <Button aria-label={t('menu.list')} title={t('menu.list')}>
        …
      </Button>
    </Dropdown>
  );
}
