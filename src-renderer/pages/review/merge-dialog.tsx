/** Several customers side by side become one: the owner chooses field by field whose name, phone and note stay. Undoable. */

import { Button, Input, Modal, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addressText } from '../../../src-shared/address-text.ts';
import type { Choice, ReviewMember } from '../../../src-shared/contract/identities.ts';
import { minorOf } from '../../../src-shared/money.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { DayText } from '../../parts/day-text.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { PhoneText } from '../../parts/phone-text.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';
import './review.css';

export interface MergeDialogProps {
  /** null: closed. */
  readonly customers: readonly number[] | null;
  readonly onClose: () => void;
  /** Who they are now. */
  readonly onDone: (customer: number | null) => void;
}

export function MergeDialog({ customers, onClose, onDone }: MergeDialogProps) {
  const { t } = useTranslation('review');
  return (
    <Modal
      open={customers !== null}
      onCancel={onClose}
      title={t('merging.title', { count: customers?.length ?? 0 })}
      footer={null}
      centered
      width={`min(100vw - 6.4rem, ${widthOf(customers?.length ?? 2)}rem)`}
      destroyOnHidden
      focusable={{ trap: true }}
    >
      {customers !== null && <SideBySide customers={customers} onClose={onClose} onDone={onDone} />}
    </Modal>
  );
}

/** Room for the heads, a column for each and the one that results; more than fit in the window are scrolled beside it. */
function widthOf(members: number): number {
  return Math.max(72, 36 + 14 * members);
}

/** Both notes, each on lines of its own. */
const allNotes = (members: readonly ReviewMember[]): string =>
  [...new Set(members.map(({ note }) => note ?? '').filter((note) => note !== ''))].join('\n');

function SideBySide({ customers, onClose, onDone }: MergeDialogProps & { readonly customers: readonly number[] }) {
  const { t } = useTranslation('review');
  const { data } = useCall('identities.members', { customers: [...customers] });
  const { act, busy } = useAct('identities.merge');
  const undoable = useUndoableToast();
  const [name, setName] = useState<string | null>(null);
  const [phoneOf, setPhoneOf] = useState<number | null>(null);
  const [note, setNote] = useState<string | null>(null);
  if (data === undefined) return null;
  const { members } = data;
  const most = members.toSorted((a, b) => b.orders - a.orders)[0];
  const choice = {
    name: name ?? most?.name ?? '',
    phoneOf:
      phoneOf ??
      ((most?.phone ?? null) ? most?.customer : members.find(({ phone }) => phone !== null)?.customer) ??
      null,
    note: note ?? allNotes(members),
  };
  const merge = async (): Promise<void> => {
    const choices: Choice = {
      displayName: choice.name,
      ...(choice.note.trim() === '' ? {} : { note: choice.note }),
      ...(choice.phoneOf === null ? {} : { phoneOf: choice.phoneOf }),
    };
    const done = await act({ groups: [members.map(({ customer }) => customer)], choices });
    if (done === null) return;
    undoable(t('merging.done', { count: members.length, name: choice.name }), done.edit);
    onDone(done.customers[0] ?? null);
  };
  return (
    <>
      <p className="dim">{t('merging.say')}</p>
      <div className="merge-scroll">
        <Choices members={members} choice={choice} onName={setName} onPhone={setPhoneOf} onNote={setNote} />
      </div>
      <div className="dialog-acts">
        <Button onClick={onClose}>{t('cancel')}</Button>
        <Button type="primary" disabled={members.length < 2} loading={busy} onClick={() => void merge()}>
          {t('merging.do', { count: members.length })}
        </Button>
      </div>
    </>
  );
}

interface ChoicesProps {
  readonly members: readonly ReviewMember[];
  readonly choice: { readonly name: string; readonly phoneOf: number | null; readonly note: string };
  readonly onName: (name: string) => void;
  readonly onPhone: (customer: number) => void;
  readonly onNote: (note: string) => void;
}

type Line = (head: string, cell: (member: ReviewMember) => ReactNode, result: ReactNode) => ReactNode;

function lineOver(members: readonly ReviewMember[]): Line {
  return (head, cell, result) => (
    <tr key={head}>
      <th scope="row">{head}</th>
      {members.map((member) => (
        <td key={member.customer}>{cell(member)}</td>
      ))}
      <td className="merge-result">{result}</td>
    </tr>
  );
}

/** Each once, in their order. */
const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)];

/** What cannot be chosen: it is added up, or stays with each order. */
function Facts({ members }: Pick<ChoicesProps, 'members'>) {
  const { t } = useTranslation('review');
  const { t: common } = useTranslation('common');
  const line = lineOver(members);
  const [first] = members;
  const orders = members.reduce((sum, member) => sum + member.orders, 0);
  const addresses = distinct(
    members.flatMap(({ address, region }) => {
      const text = address ?? region;
      return text === null ? [] : [addressText(text)];
    }),
  );
  const shops = distinct(members.flatMap((member) => member.shops));
  const days = members.flatMap(({ lastDay }) => lastDay ?? []).toSorted();
  const isOneCurrency = members.every(({ currency }) => currency === first?.currency);
  return (
    <>
      {line(
        t('head.address'),
        (member) => addressText(member.address ?? member.region ?? '—'),
        addresses.length === 0 ? '—' : addresses.map((text) => <div key={text}>{text}</div>),
      )}
      {line(t('head.shops'), (member) => member.shops.join(common('listComma')), shops.join(common('listComma')))}
      {line(t('head.orders'), (member) => member.orders, <b>{orders}</b>)}
      {line(
        t('head.net'),
        (member) => (
          <MoneyText amount={member.netMinor} currency={member.currency} />
        ),
        first !== undefined && isOneCurrency ? (
          <b>
            <MoneyText amount={sumOf(members)} currency={first.currency} />
          </b>
        ) : null,
      )}
      {line(
        t('head.last'),
        (member) => (
          <DayText day={member.lastDay} />
        ),
        <DayText day={days.at(-1) ?? null} />,
      )}
    </>
  );
}

function Choices({ members, choice, onName, onPhone, onNote }: ChoicesProps) {
  const { t } = useTranslation('review');
  const line = lineOver(members);
  const chosenPhone = members.find(({ customer }) => customer === choice.phoneOf)?.phone ?? null;
  return (
    <table className="ledger merge-table">
      <thead>
        <tr>
          <td />
          {members.map((member) => (
            <th key={member.customer} scope="col" title={member.name}>
              {member.buyerId ?? member.name}
            </th>
          ))}
          <th scope="col" className="merge-result">
            {t('merging.result')}
          </th>
        </tr>
      </thead>
      <tbody>
        {line(
          t('head.name'),
          (member) => (
            <Radio checked={choice.name === member.name} onChange={() => onName(member.name)}>
              {member.name}
            </Radio>
          ),
          <Input
            aria-label={t('merging.name')}
            value={choice.name}
            maxLength={200}
            onChange={(event) => onName(event.target.value)}
          />,
        )}
        {line(
          t('head.phone'),
          (member) =>
            member.phone === null ? (
              '—'
            ) : (
              <Radio checked={choice.phoneOf === member.customer} onChange={() => onPhone(member.customer)}>
                <PhoneText phone={member.phone} />
              </Radio>
            ),
          <PhoneText phone={chosenPhone} />,
        )}
        {line(
          t('merging.note'),
          (member) =>
            member.note === null ? (
              '—'
            ) : (
              <Radio checked={choice.note === member.note} onChange={() => onNote(member.note ?? '')}>
                {member.note}
              </Radio>
            ),
          <Input.TextArea
            aria-label={t('merging.note')}
            autoSize={{ minRows: 1, maxRows: 4 }}
            value={choice.note}
            maxLength={4000}
            onChange={(event) => onNote(event.target.value)}
          />,
        )}
        <Facts members={members} />
      </tbody>
    </table>
  );
}

function sumOf(members: readonly ReviewMember[]): ReviewMember['netMinor'] {
  return minorOf(members.reduce((sum, { netMinor }) => sum + netMinor, 0));
}
