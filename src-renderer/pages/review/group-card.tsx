/** A group side by side: who they are, what speaks for and against, and what can be decided about them. */

import { Button, Checkbox } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import { addressText } from '../../../src-shared/address-text.ts';
import type { ReviewGroup, ReviewMember, ReviewPair } from '../../../src-shared/contract/identities.ts';
import { evidenceText } from '../../../src-shared/evidence-texts.ts';
import { CertaintyMark } from '../../parts/certainty-mark.tsx';
import { DayText } from '../../parts/day-text.tsx';
import { MoneyText } from '../../parts/money-text.tsx';
import { PhoneText } from '../../parts/phone-text.tsx';

export interface GroupCardProps {
  readonly group: ReviewGroup;
  readonly isCurrent: boolean;
  readonly isChosen: boolean;
  readonly onCurrent: () => void;
  readonly onToggle: () => void;
  readonly onSame: () => void;
  readonly onNever: () => void;
  readonly onLater: () => void;
  readonly onMerge: () => void;
}

export function GroupCard(props: GroupCardProps) {
  const { group, isCurrent, isChosen, onCurrent, onToggle } = props;
  const { t } = useTranslation('review');
  const { t: common } = useTranslation('common');
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isCurrent) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isCurrent]);
  const names = group.members.map(({ name }) => name).join(common('listComma'));
  return (
    <li
      ref={card}
      className="review-group"
      data-key={group.key}
      aria-current={isCurrent ? 'true' : undefined}
      aria-label={names}
      onPointerDown={onCurrent}
    >
      <Checkbox checked={isChosen} onChange={onToggle} aria-label={t('choose', { names })} />
      <div className="review-body">
        <table className="ledger review-members">
          <thead>
            <tr>
              <th>{t('head.name')}</th>
              <th>{t('head.phone')}</th>
              <th className="wide">{t('head.address')}</th>
              <th>{t('head.shops')}</th>
              <th className="n" title={t('head.ordersSay')}>
                {t('head.orders')}
              </th>
              <th className="n">{t('head.net')}</th>
              <th>{t('head.last')}</th>
            </tr>
          </thead>
          <tbody>
            {group.members.map((member) => (
              <MemberLine key={member.customer} member={member} />
            ))}
          </tbody>
        </table>
        <Chips pairs={group.pairs} />
        <Acts {...props} />
      </div>
    </li>
  );
}

function Acts({ group, onSame, onNever, onLater, onMerge }: GroupCardProps) {
  const { t } = useTranslation('review');
  const isMatched = group.strength === 'matched';
  return (
    <div className="review-acts">
      <Button size="small" onClick={onSame}>
        {t(isMatched ? 'confirm' : 'same')}
      </Button>
      {isMatched ? (
        <Link className="link" href={`/customers/${group.members[0]?.customer ?? 0}`}>
          {t('openToSplit')}
        </Link>
      ) : (
        <>
          <Button size="small" onClick={onMerge}>
            {t('mergeWith')}
          </Button>
          <Button size="small" onClick={onNever}>
            {t('never')}
          </Button>
        </>
      )}
      <Button size="small" type="text" onClick={onLater}>
        {t(group.isLater ? 'notLater' : 'later')}
      </Button>
    </div>
  );
}

function MemberLine({ member }: { readonly member: ReviewMember }) {
  const { t } = useTranslation('common');
  const shops = member.shops.join(t('listComma'));
  const place = addressText(member.address ?? member.region ?? '—');
  return (
    <tr>
      <td className="pickable">
        <Link href={`/customers/${member.customer}`} title={member.buyerId ?? member.name}>
          {member.name}
        </Link>{' '}
        <CertaintyMark certainty={member.certainty} />
        {member.buyerId !== null && member.buyerId !== member.name && (
          <span className="faint sm"> {member.buyerId}</span>
        )}
      </td>
      <td>
        <PhoneText phone={member.phone} />
      </td>
      <td className="dim wide" title={place}>
        {place}
      </td>
      <td className="dim" title={shops}>
        {shops}
      </td>
      <td className="n">{member.orders}</td>
      <td className="n">
        <MoneyText amount={member.netMinor} currency={member.currency} />
      </td>
      <td className="dim">
        <DayText day={member.lastDay} />
      </td>
    </tr>
  );
}

/** What the surest pair has to say, and what speaks against any. */
function Chips({ pairs }: { readonly pairs: readonly ReviewPair[] }) {
  const { i18n } = useTranslation('review');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  const [first] = pairs;
  if (first === undefined) return null;
  const said = new Set(first.evidence.map(({ field }) => field));
  const against = pairs
    .slice(1)
    .flatMap(({ evidence }) => evidence)
    .filter(({ field, says }) => (says === 'differ' || field === 'gift') && !said.has(field));
  const all = [...first.evidence, ...new Map(against.map((found) => [found.field, found])).values()];
  return (
    <ul className="review-chips">
      {all.map(({ field, says, left, right }) => {
        const shown = [left, right].filter((text) => text !== null && text !== '');
        const both = [...new Set(shown)].join(' · ');
        return (
          <li key={field} className={`review-chip ${field === 'gift' ? 'differ' : says}`} title={both}>
            {evidenceText(field, says, language)}
            {both !== '' && <span className="review-shown">{both}</span>}
          </li>
        );
      })}
    </ul>
  );
}
