/** The menu of a row, by the other mouse button or its …: open, why, copy, print, export. Of all that are selected, when it is one of them. */

import type { MenuProps } from 'antd';
import { type ReactNode, useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type ListedCustomer, mostPicked, type TierBasis } from '../../../src-shared/contract/customers.ts';
import { useAct } from '../../link/use-call.ts';
import { isChosen } from '../../parts/chosen.ts';
import { PlaceMenu } from '../../parts/place-menu.tsx';
import { useToast } from '../../parts/toast.tsx';
import { type ListMenuActs, useTakenItems } from './list-menu.tsx';
import type { Picked } from './use-picked.ts';

interface Asked {
  readonly row: ListedCustomer;
  readonly index: number;
  readonly x: number;
  readonly y: number;
  /** The figure it was asked on. */
  readonly fact: string;
}

export interface RowMenuActs {
  readonly basis: TierBasis;
  readonly picked: Pick<Picked, 'chosen' | 'count' | 'hasAddress'>;
  /** The keyboard goes back to the list. */
  readonly onClosed: () => void;
  readonly onToggle: (row: ListedCustomer) => void;
  /** What the menu of the list offers too. */
  readonly list: ListMenuActs;
  readonly onOpen: (row: ListedCustomer, index: number) => void;
  readonly onPeek: () => void;
  readonly onWhy: (fact: string) => void;
  /** null: all that are selected. */
  readonly onPrint: (row: ListedCustomer | null) => void;
  readonly onExport: (row: ListedCustomer | null) => void;
  readonly onBulk: (row: ListedCustomer | null) => void;
}

export interface RowMenu {
  readonly ask: (asked: Asked) => void;
  /** To be drawn by the page. */
  readonly menu: ReactNode;
}

export function useRowMenu(acts: RowMenuActs): RowMenu {
  const [asked, setAsked] = useState<Asked | null>(null);
  const items = useItems(asked, acts);
  const close = (): void => {
    setAsked(null);
    acts.onClosed();
  };
  const menu = asked !== null && (
    <PlaceMenu key={`${asked.index}/${asked.x}/${asked.y}`} x={asked.x} y={asked.y} items={items} onClose={close} />
  );
  return { ask: useCallback((next: Asked) => setAsked(next), []), menu };
}

type Items = NonNullable<MenuProps['items']>;

function useItems(asked: Asked | null, acts: RowMenuActs): Items {
  const { t } = useTranslation('customers');
  const { t: tags } = useTranslation('tags');
  const copies = useCopies(acts.basis);
  const { copy, all } = useTakenItems(acts.list);
  if (asked === null) return [];
  const { row, index, fact } = asked;
  const { chosen, hasAddress } = acts.picked;
  const isPicked = isChosen(chosen, row.id);
  const count = isPicked ? acts.picked.count : 1;
  const subject = isPicked ? null : row;
  const canPrint = !isPicked || hasAddress;
  return [
    { key: 'open', label: t('menu.open'), extra: 'Enter', onClick: () => acts.onOpen(row, index) },
    { key: 'peek', label: t('menu.peek'), extra: 'P', onClick: acts.onPeek },
    { key: 'why', label: t(`menu.why.${factOf(fact)}`), extra: 'W', onClick: () => acts.onWhy(fact) },
    { type: 'divider' },
    { key: 'name', label: t('menu.copyName'), onClick: () => copies.text(row.name) },
    {
      key: 'phone',
      label: t('menu.copyPhone', { phone: row.phone ?? '' }),
      // A likely person is never to be called.
      disabled: row.phone === null || row.certainty === 'likely',
      onClick: () => copies.text(row.phone ?? ''),
    },
    { key: 'numbers', label: t('menu.copyNumbers'), onClick: () => copies.numbers(row) },
    ...copy,
    { type: 'divider' },
    {
      key: 'toggle',
      label: t(isPicked ? 'menu.unselect' : 'menu.select'),
      extra: t('menu.space'),
      onClick: () => acts.onToggle(row),
    },
    ...all,
    { type: 'divider' },
    {
      key: 'print',
      label: canPrint ? t('menu.print', { count }) : t('menu.printFewer', { limit: mostPicked }),
      disabled: !canPrint,
      onClick: () => acts.onPrint(subject),
    },
    { key: 'export', label: t('menu.export', { count }), onClick: () => acts.onExport(subject) },
    { key: 'bulk', label: `${tags('bulk.open')}…`, extra: 'E', onClick: () => acts.onBulk(subject) },
  ];
}

function factOf(fact: string): 'recencyDays' | 'frequency' | 'netMinor' {
  return fact === 'frequency' || fact === 'netMinor' ? fact : 'recencyDays';
}

function useCopies(basis: TierBasis) {
  const { t: common } = useTranslation('common');
  const copy = useAct('shell.copy');
  const profile = useAct('customers.profile');
  const toast = useToast();
  const keep = async (text: string): Promise<void> => {
    if ((await copy.act({ text })) !== null) toast.done(common('action.copied'));
  };
  const keepNumbers = async ({ id }: ListedCustomer): Promise<void> => {
    const found = await profile.act({ customer: id, basis });
    if (found !== null) await keep([...new Set(found.account.map(({ orderNumber }) => orderNumber))].join('\n'));
  };
  return { text: (text: string) => void keep(text), numbers: (row: ListedCustomer) => void keepNumbers(row) };
}
