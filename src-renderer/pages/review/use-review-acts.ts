/** What the owner decides on the review page: of one group or of many, each with its way back. */

import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ReviewGroup } from '../../../src-shared/contract/identities.ts';
import { useAct } from '../../link/use-call.ts';
import { useUndoableToast } from '../../parts/undoable.ts';
import type { Review } from './use-review.ts';

export interface ReviewActs {
  readonly busy: boolean;
  readonly same: (groups: readonly ReviewGroup[]) => void;
  readonly never: (groups: readonly ReviewGroup[]) => void;
  /** Puts a group behind all others, also after the next start; one that is put off already, back among them. */
  readonly later: (group: ReviewGroup) => void;
  /** Asks first, with the numbers, then decides all that are chosen, also those not shown yet. */
  readonly decideChosen: (run: (groups: readonly ReviewGroup[]) => void) => void;
}

const AT_ONCE = 500;
/** So many are decided without being asked again. */
const FEW = 1;

const peopleIn = (groups: readonly ReviewGroup[]): number =>
  groups.reduce((sum, { members }) => sum + members.length, 0);
const idsOf = ({ members }: ReviewGroup): number[] => members.map(({ customer }) => customer);

export function useReviewActs(review: Review): ReviewActs {
  const { t } = useTranslation('review');
  const { modal } = App.useApp();
  const undoable = useUndoableToast();
  const merge = useAct('identities.merge');
  const confirm = useAct('identities.confirmLikely');
  const never = useAct('identities.neverSame');
  const putOff = useAct('identities.later');
  const page = useAct('identities.review');
  const { strength } = review;

  const sameNow = async (groups: readonly ReviewGroup[]): Promise<void> => {
    const isMatched = strength === 'matched';
    const done = isMatched
      ? await confirm.act({ customers: groups.flatMap(idsOf) })
      : await merge.act({ groups: groups.map(idsOf) });
    if (done === null) return;
    review.chooseAll(false);
    const words = { count: groups.length, people: peopleIn(groups) };
    undoable(t(isMatched ? 'confirmed' : 'merged', words), done.edit);
  };
  const neverNow = async (groups: readonly ReviewGroup[]): Promise<void> => {
    const done = await never.act({ groups: groups.map(idsOf) });
    if (done === null) return;
    review.chooseAll(false);
    undoable(t('parted', { count: groups.length }), done.edit);
  };
  const laterNow = async (group: ReviewGroup): Promise<void> => {
    const isLater = !group.isLater;
    // The next one is under the mark when this one goes behind.
    if (isLater && group.key === review.current?.key) review.step(1);
    const done = await putOff.act({ group: group.key, customers: idsOf(group), isLater });
    if (done === null) return;
    undoable(t(isLater ? 'putOff' : 'putBack', { names: group.members.map(({ name }) => name).join('、') }), done.edit);
  };
  /** Chosen groups, page by page from the host. */
  const chosenGroups = async (): Promise<readonly ReviewGroup[]> => {
    const found: ReviewGroup[] = [];
    for (let from = 0; ; from += AT_ONCE) {
      const answer = await page.act({ strength, window: { from, count: AT_ONCE } });
      if (answer === null) return [];
      found.push(...answer.groups.filter(review.isChosen));
      if (answer.groups.length < AT_ONCE) return found;
    }
  };
  const ask = async (run: (groups: readonly ReviewGroup[]) => void): Promise<void> => {
    const groups = await chosenGroups();
    if (groups.length === 0) return;
    const words = { count: groups.length, people: peopleIn(groups) };
    const isSame = run === same;
    const question = isSame ? (strength === 'matched' ? 'askConfirm' : 'askSame') : 'askNever';
    const agreed =
      groups.length <= FEW ||
      (await modal.confirm({
        title: t(`${question}.title`, words),
        content: t(`${question}.say`, words),
        okText: t(`${question}.ok`, words),
        cancelText: t('cancel'),
        icon: null,
      }));
    if (agreed) run(groups);
  };
  const same: ReviewActs['same'] = (groups) => void sameNow(groups);
  return {
    busy: merge.busy || confirm.busy || never.busy || page.busy,
    same,
    never: (groups) => {
      // A likely person of several orders is taken apart on his own page.
      if (strength !== 'matched') void neverNow(groups);
    },
    later: (group) => void laterNow(group),
    decideChosen: (run) => void ask(run),
  };
}
