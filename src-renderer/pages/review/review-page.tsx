/** 核对: groups of customers that may be one person, decided by group: the same, never the same, or later. Keys do all of it. */

import { Button, Checkbox, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { ReviewGroup } from '../../../src-shared/contract/identities.ts';
import { type ReviewStrength, reviewStrengths } from '../../../src-shared/identity.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useBackKey } from '../../parts/use-back-key.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { useFoot } from '../../state/foot.ts';
import { GroupCard } from './group-card.tsx';
import { MergeDialog } from './merge-dialog.tsx';
import { type Review, useReview } from './use-review.ts';
import { type ReviewActs, useReviewActs } from './use-review-acts.ts';
import './review.css';

export function ReviewPage() {
  const { t } = useTranslation('review');
  const { t: customers } = useTranslation('customers');
  const [, navigate] = useLocation();
  const back = (): void => navigate('/customers');
  useBackKey(back);
  const [asked, setStrength] = useState<ReviewStrength | null>(null);
  const strength = asked ?? 'likely';
  const review = useReview(strength);
  const acts = useReviewActs(review);
  const [merging, setMerging] = useState<ReviewGroup | null>(null);
  useReviewKeys(review, acts, setMerging);
  const { counts } = review;
  useEffect(() => {
    // Where there is something to decide.
    if (asked === null && counts !== null) setStrength(reviewStrengths.find((each) => counts[each] > 0) ?? 'likely');
  }, [asked, counts]);
  const isMatched = strength === 'matched';
  // What the buttons say: a person put together by what is visible is confirmed or split, never parted from somebody.
  const deciding = isMatched ? [t('keys.confirm')] : [t('keys.same'), t('keys.merge'), t('keys.never')];
  const right = [t('keys.step'), ...deciding, t('keys.choose'), t('keys.later')];
  useFoot({ left: <span>{t(isMatched ? 'sayMatched' : 'say', { count: review.total })}</span>, right });
  return (
    <>
      <PageTitle
        title={t('title')}
        back={{ to: customers('title'), onBack: back }}
        say={counts === null ? t('searching') : t('sayAll', counts)}
        actions={
          <Segmented<ReviewStrength>
            aria-label={t('strengths')}
            value={strength}
            onChange={setStrength}
            options={reviewStrengths.map((value) => ({
              value,
              label: counts === null ? t(`strength.${value}`) : `${t(`strength.${value}`)} ${counts[value]}`,
            }))}
          />
        }
      />
      <p className="review-why dim">{t(`explained.${strength}`)}</p>
      <BulkBar review={review} acts={acts} />
      <div className="scroll review-scroll">
        <Groups review={review} acts={acts} onMerge={setMerging} />
      </div>
      <MergeDialog
        customers={merging?.members.map(({ customer }) => customer) ?? null}
        onClose={() => setMerging(null)}
        onDone={() => setMerging(null)}
      />
    </>
  );
}

function useReviewKeys(review: Review, acts: ReviewActs, onMerge: (group: ReviewGroup) => void): void {
  const { current } = review;
  const withCurrent = (run: (group: ReviewGroup) => void) => () => (current === null ? false : run(current));
  // With groups chosen, the keys decide all of them; else the one under the mark.
  const decide = (run: (groups: readonly ReviewGroup[]) => void) => () => {
    if (review.chosenCount > 0) acts.decideChosen(run);
    else if (current === null) return false;
    else run([current]);
    return true;
  };
  useKeys({
    j: () => review.step(1),
    k: () => review.step(-1),
    ArrowDown: () => review.step(1),
    ArrowUp: () => review.step(-1),
    Enter: decide(acts.same),
    ...(review.strength === 'matched' ? {} : { x: decide(acts.never), m: withCurrent(onMerge) }),
    l: withCurrent(acts.later),
    Space: withCurrent(review.toggle),
  });
}

function BulkBar({ review, acts }: { readonly review: Review; readonly acts: ReviewActs }) {
  const { t } = useTranslation('review');
  const { total, allCount, chosenCount, isAll, strength } = review;
  if (total === 0) return null;
  const isMatched = strength === 'matched';
  return (
    <div className="review-bulk">
      <Checkbox
        checked={isAll}
        indeterminate={chosenCount > 0 && !isAll}
        onChange={() => review.chooseAll(!isAll)}
        data-review-all=""
      >
        {t(isMatched ? 'chooseAllMatched' : 'chooseAll', { count: allCount })}
      </Checkbox>
      <span className="dim">
        {chosenCount > 0 ? t(isMatched ? 'chosenMatched' : 'chosen', { count: chosenCount }) : null}
      </span>
      <Button
        type="primary"
        disabled={chosenCount === 0}
        loading={acts.busy}
        data-review-same=""
        onClick={() => acts.decideChosen(acts.same)}
      >
        {t(isMatched ? 'confirmAll' : 'sameAll', { count: chosenCount })}
      </Button>
      {!isMatched && (
        <Button disabled={chosenCount === 0} loading={acts.busy} onClick={() => acts.decideChosen(acts.never)}>
          {t('neverAll', { count: chosenCount })}
        </Button>
      )}
    </div>
  );
}

interface GroupsProps {
  readonly review: Review;
  readonly acts: ReviewActs;
  readonly onMerge: (group: ReviewGroup) => void;
}

function Groups({ review, acts, onMerge }: GroupsProps) {
  const { t } = useTranslation('review');
  if (review.failure !== null) return <ProblemNote level="stopped" what={review.failure} />;
  if (review.counts === null) return <p className="dim review-wait">{t('searchingLong')}</p>;
  if (review.groups.length === 0) return <EmptyNote>{t(`none.${review.strength}`)}</EmptyNote>;
  return (
    <>
      <ol className="review-groups" aria-label={t('title')}>
        {review.groups.map((group) => (
          <GroupCard
            key={group.key}
            group={group}
            isCurrent={group.key === review.current?.key}
            isChosen={review.isChosen(group)}
            onCurrent={() => review.setCurrent(group.key)}
            onToggle={() => review.toggle(group)}
            onSame={() => acts.same([group])}
            onNever={() => acts.never([group])}
            onLater={() => acts.later(group)}
            onMerge={() => onMerge(group)}
          />
        ))}
      </ol>
      {review.hasMore && (
        <Button className="review-more" onClick={review.more}>
          {t('more', { count: review.total - review.groups.length })}
        </Button>
      )}
    </>
  );
}
