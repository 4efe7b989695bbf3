/** The ladder A to E: how many stand on each step as of any day, what moved lines would do before they are kept, and month after month. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { create } from 'zustand';
import type { CustomerFilter } from '../../../../src-shared/contract/customers.ts';
import type { ParamsOf } from '../../../../src-shared/contract/index.ts';
import { ladderRulesSchema } from '../../../../src-shared/contract/ladder-rules.ts';
import type { RfmBasis } from '../../../../src-shared/contract/metrics.ts';
import type { Settings } from '../../../../src-shared/contract/settings.ts';
import { type LadderRules, type LadderStep, ladderSteps } from '../../../../src-shared/ladder.ts';
import type { Surroundings } from '../../../link/use-basis.ts';
import { useCall } from '../../../link/use-call.ts';
import { useChangeSettings } from '../../../link/use-change-settings.ts';
import { EmptyNote } from '../../../parts/empty-note.tsx';
import { Explanation } from '../../../parts/explanation/explanation.tsx';
import { useStepWords } from '../../../parts/step-words.ts';
import { useFailureText } from '../../../parts/toast.tsx';
import { useKeys } from '../../../parts/use-keys.ts';
import { firstView, queryOfView } from '../../../state/customer-filter.ts';
import { useFoot } from '../../../state/foot.ts';
import { type LevelMoveOf, LevelMoves } from '../levels/level-moves.tsx';
import { MoversPanel, type MoversSource } from '../movers-panel.tsx';
import { TierSums } from '../tier-sums.tsx';
import type { Place } from '../use-place.ts';
import { useRested } from '../use-tiers.ts';
import { ViewTitle } from '../view-title.tsx';
import { LadderEditor } from './ladder-editor.tsx';
import { LadderMonths } from './ladder-months.tsx';
import { type LadderFact, type LadderRead, LadderTable } from './ladder-table.tsx';
import '../tiers.css';
import '../levels/levels.css';
import './ladder.css';

interface LadderTrial {
  readonly rules: LadderRules | null;
  readonly set: (rules: LadderRules | null) => void;
}

/** A trial is kept while other rooms are visited. */
const useLadderTrial = create<LadderTrial>((set) => ({ rules: null, set: (rules) => set({ rules }) }));

const linesOf = ({ oftenOrders, averageMinor }: LadderRules) => [oftenOrders, averageMinor];
const namesOf = ({ names }: LadderRules) => ladderSteps.map((step) => names[step]?.trim() ?? '');
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

export interface LadderViewProps extends Surroundings {
  readonly settings: Settings;
  readonly place: Place;
}

type Beside = { readonly kind: 'why'; readonly step: LadderStep; readonly fact: LadderFact } | LevelMoveOf;

function useLadder({ settings, place, basis: { likely = true, excluded = false, on: today } }: LadderViewProps) {
  const trial = useLadderTrial((state) => state.rules);
  const setTrial = useLadderTrial((state) => state.set);
  const saved: LadderRules = settings.ladder;
  const rules = trial ?? saved;
  const hasMoved = !same(linesOf(rules), linesOf(saved));
  const isTrial = hasMoved || !same(namesOf(rules), namesOf(saved));
  const { on, shop } = place;
  const basis: RfmBasis = { on, definition: 'quantile', likely, excluded, ...(shop === undefined ? {} : { shop }) };
  const rested = useRested(rules, 250);
  // What steps are called changes no figure.
  const tried = hasMoved ? { rules: { ...rested, names: {} } } : {};
  const read = useCall('ladder.read', { basis, ...tried });
  const months = useCall('ladder.months', { basis, months: 12, ...tried });
  const busy = read.isFetching || months.isFetching || (hasMoved && rested !== rules);
  return { rules, saved, isTrial, hasMoved, setTrial, basis, read, months, busy, isToday: on === today };
}

/** Steps as the matrix of moves knows them: their place from 1; 0: on none. */
const numberOf = (step: LadderStep | null): number => (step === null ? 0 : ladderSteps.indexOf(step) + 1);
const stepAt = (number: number): LadderStep | null => ladderSteps[number - 1] ?? null;

function previewOf({ before, steps, moves }: LadderRead) {
  const counts = (of: LadderRead['steps']) =>
    of.map(({ step, customers }) => ({ level: numberOf(step), customers })).toReversed();
  const moved = moves.reduce((sum, { from, to, customers }) => sum + (from === to ? 0 : customers), 0);
  return {
    before: counts(before),
    after: counts(steps),
    moves: moves.map(({ from, to, customers }) => ({ from: numberOf(from), to: numberOf(to), customers })),
    moved,
  };
}

export function LadderView(props: LadderViewProps) {
  const { place, settings, ...surroundings } = props;
  const { t } = useTranslation('ladder');
  const { t: tiers } = useTranslation('tiers');
  const failureText = useFailureText();
  const ladder = useLadder(props);
  const { rules, saved, isTrial, hasMoved, setTrial, basis, read, months, busy, isToday } = ladder;
  const words = useStepWords(rules.names);
  const [beside, setBeside] = useState<Beside | null>(null);
  const keep = useKeep(ladder);
  const openList = useOpenList(place);
  const { data } = read;
  useKeys({ '$mod+s': keep });
  useFoot({
    left: data === undefined ? null : <TierSums counts={data.steps} currency={data.currency} />,
    right: isTrial ? [tiers('keys.keep')] : [],
  });
  const error = read.error ?? months.error;
  const preview = data === undefined || !hasMoved ? null : previewOf(data);
  const isEmpty = data?.steps.every(({ customers }) => customers === 0) === true;
  return (
    <>
      <ViewTitle
        {...{ place, surroundings, isTrial }}
        say={isTrial ? t('sayTrying') : t('say')}
        giveUp={t('giveUp')}
        keep={t('keep')}
        onGiveUp={() => setTrial(null)}
        onKeep={keep}
      />
      {error !== null && <p className="stop tiers-error">{failureText(error)}</p>}
      <div className="tiers">
        <div className="tiers-flow">
          <div className={busy ? 'tiers-main busy' : 'tiers-main'} aria-busy={busy}>
            {isEmpty && <EmptyNote>{t('nobody', { day: place.on })}</EmptyNote>}
            {data !== undefined && !isEmpty && (
              <LadderTable
                read={data}
                words={words}
                isTrial={hasMoved}
                onOpen={isToday && !hasMoved ? openList : null}
                onWhy={hasMoved ? null : (step, fact) => setBeside({ kind: 'why', step, fact })}
              />
            )}
            {preview !== null && (
              <LevelMoves
                preview={preview}
                title={preview.moved === 0 ? t('moves.none') : t('moves.title', { count: preview.moved })}
                nameBefore={(number) => stepAt(number) ?? t('none')}
                nameAfter={(number) => stepAt(number) ?? t('none')}
                onOpen={setBeside}
              />
            )}
            {months.data !== undefined && !isEmpty && <LadderMonths months={months.data.months} isTrial={hasMoved} />}
          </div>
          {beside !== null && 'kind' in beside && !hasMoved ? (
            <WhyStep {...{ beside, basis, place }} onClose={() => setBeside(null)} />
          ) : beside !== null && !('kind' in beside) && hasMoved ? (
            <MoversPanel
              source={moversOf({ basis, rules: { ...rules, names: {} }, move: stepsOf(beside) })}
              title={`${stepAt(beside.from) ?? t('none')} → ${stepAt(beside.to) ?? t('none')}`}
              shop={place.shop}
              isToday={isToday}
              onClose={() => setBeside(null)}
            />
          ) : (
            <LadderEditor
              {...{ rules, saved, isTrial }}
              currency={data?.currency ?? 'CNY'}
              usualOrders={settings.typedLines.frequency}
              middleMinor={data?.middleMinor ?? null}
              onRules={(next) => {
                setBeside(null);
                setTrial(next);
              }}
            />
          )}
        </div>
      </div>
    </>
  );
}

const stepsOf = ({ from, to }: LevelMoveOf) => ({ from: stepAt(from), to: stepAt(to) });

const moversOf = (asked: Omit<ParamsOf<'ladder.movers'>, 'window'>): MoversSource => ({
  key: ['ladder.movers', asked],
  ask: (connection, window) => connection.call('ladder.movers', { ...asked, window }),
});

interface WhyStepProps {
  readonly beside: Extract<Beside, { kind: 'why' }>;
  readonly basis: RfmBasis;
  readonly place: Place;
  readonly onClose: () => void;
}

/** A step's figures are those of the list of its customers. */
function WhyStep({ beside, basis: { shop: _shop, ...basis }, place, onClose }: WhyStepProps) {
  const { t } = useTranslation('ladder');
  return (
    <Explanation
      subject={{
        kind: 'list',
        filter: filterOf(place, beside.step),
        basis,
        conditions: [t('conditionIs', { step: beside.step })],
        title: t('why'),
        fact: beside.fact,
      }}
      basis={basis}
      onClose={onClose}
      takesFocus
    />
  );
}

function filterOf({ shop }: Place, step: LadderStep): CustomerFilter {
  return { ...(shop === undefined ? {} : { shop }), where: { field: 'ladder', in: [step] } };
}

function useKeep({ rules, isTrial, setTrial }: ReturnType<typeof useLadder>): () => void {
  const { t } = useTranslation('ladder');
  const change = useChangeSettings();
  return () => {
    const sound = ladderRulesSchema.safeParse(rules);
    if (!isTrial || !sound.success) return;
    void change({ ladder: sound.data }, t('kept')).then((done) => {
      // What was changed meanwhile goes on being tried.
      if (done && useLadderTrial.getState().rules === rules) setTrial(null);
    });
  };
}

/** The list stands on today, by the lines that are kept. */
function useOpenList(place: Place): (step: LadderStep) => void {
  const [, navigate] = useLocation();
  return (step) => navigate(`/customers?${queryOfView({ ...firstView, filter: filterOf(place, step) })}`);
}
