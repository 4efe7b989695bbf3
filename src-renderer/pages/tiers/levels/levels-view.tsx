/** Levels by rules of the owner's own: how many have each as of any day, and what other rules would do before they are kept. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CustomerFilter } from '../../../../src-shared/contract/customers.ts';
import type { ParamsOf } from '../../../../src-shared/contract/index.ts';
import type { RfmBasis } from '../../../../src-shared/contract/metrics.ts';
import type { LevelRules } from '../../../../src-shared/levels.ts';
import type { Surroundings } from '../../../link/use-basis.ts';
import { useCall } from '../../../link/use-call.ts';
import { useChangeSettings } from '../../../link/use-change-settings.ts';
import { EmptyNote } from '../../../parts/empty-note.tsx';
import { Explanation } from '../../../parts/explanation/explanation.tsx';
import { useFailureText } from '../../../parts/toast.tsx';
import { useKeys } from '../../../parts/use-keys.ts';
import { firstView, queryOfView } from '../../../state/customer-filter.ts';
import { useFoot } from '../../../state/foot.ts';
import { MoversPanel, type MoversSource } from '../movers-panel.tsx';
import { TierSums } from '../tier-sums.tsx';
import type { Place } from '../use-place.ts';
import { useRested } from '../use-tiers.ts';
import { ViewTitle } from '../view-title.tsx';
import { LevelEditor } from './level-editor.tsx';
import { type LevelMoveOf, LevelMoves, useLevelNames } from './level-moves.tsx';
import { type LevelFact, LevelTable } from './level-table.tsx';
import { isSound, sameRules, useLevelTrial } from './level-trial.ts';
import '../tiers.css';
import './levels.css';

type Beside = { readonly kind: 'why'; readonly level: number; readonly fact: LevelFact } | LevelMoveOf;

export interface LevelsViewProps extends Surroundings {
  readonly saved: LevelRules;
  readonly place: Place;
}

/** Who moves, as a long list is read. */
const moversOf = (asked: Omit<ParamsOf<'levels.movers'>, 'window'>): MoversSource => ({
  key: ['levels.movers', asked],
  ask: (connection, window) => connection.call('levels.movers', { ...asked, window }),
});

/** Rules as a call takes them. */
const plain = (rules: LevelRules) => ({ ...rules, levels: rules.levels.map((level) => ({ ...level })) });

function useLevels({ saved, place, basis: { likely = true, excluded = false, on: today } }: LevelsViewProps) {
  const trial = useLevelTrial((state) => state.rules);
  const setTrial = useLevelTrial((state) => state.set);
  const rules = trial ?? saved;
  const isTrial = !sameRules(rules, saved);
  const { on, shop } = place;
  const basis: RfmBasis = {
    on,
    definition: 'quantile',
    likely,
    excluded,
    ...(shop === undefined ? {} : { shop }),
  };
  const rested = useRested(rules, 250);
  // What cannot be asked leaves the last figures standing.
  const [asked, setAsked] = useState(saved);
  const next = isTrial ? (isSound(rested) ? rested : asked) : saved;
  if (!sameRules(next, asked) || next.lastId !== asked.lastId) setAsked(next);
  const shown = plain(next);
  // While none are in use, what they would be is shown all the same.
  const summary = useCall('levels.summary', {
    basis,
    ...(isTrial ? { rules: { ...shown, on: shown.on || !saved.on } } : {}),
  });
  const preview = useCall('levels.preview', { basis, rules: shown }, { enabled: isTrial });
  // What stands there is of other rules than the ones typed: it is on its way.
  const busy = summary.isFetching || preview.isFetching || (isTrial && rested !== rules && isSound(rules));
  return { rules, isTrial, setTrial, basis, shown, summary, preview, busy, isToday: on === today };
}

export function LevelsView(props: LevelsViewProps) {
  const { saved, place, ...surroundings } = props;
  const { t } = useTranslation('levels');
  const { t: tiers } = useTranslation('tiers');
  const failureText = useFailureText();
  const levels = useLevels(props);
  const { rules, isTrial, setTrial, basis, shown, summary, preview, busy, isToday } = levels;
  const [beside, setBeside] = useState<Beside | null>(null);
  const keep = useKeep(saved, levels);
  const openList = useOpenList(place);
  const names = { before: useLevelNames(saved), after: useLevelNames(shown) };
  const { data } = summary;
  const isInUse = saved.on && !isTrial;
  useKeys({ '$mod+s': keep });
  useFoot({
    left: data === undefined ? null : <TierSums counts={data.counts} currency={data.currency} />,
    right: isTrial ? [tiers('keys.keep')] : [],
  });
  const before =
    isTrial && preview.data !== undefined
      ? new Map(preview.data.before.map(({ level, customers }) => [level, customers]))
      : null;
  const error = summary.error ?? preview.error;
  return (
    <>
      <ViewTitle
        {...{ place, surroundings, isTrial }}
        say={isTrial ? t('sayTrying') : saved.on ? t('say') : t('sayOff')}
        giveUp={t('giveUp')}
        keep={t('keep')}
        canKeep={isSound(rules)}
        onGiveUp={() => setTrial(null)}
        onKeep={keep}
      />
      {error !== null && <p className="stop tiers-error">{failureText(error)}</p>}
      <div className="tiers">
        <div className="tiers-flow">
          <div className={busy ? 'tiers-main busy' : 'tiers-main'} aria-busy={busy}>
            {data !== undefined && data.customers === 0 && <EmptyNote>{t('nobody', { day: place.on })}</EmptyNote>}
            {data !== undefined && data.customers > 0 && (
              <LevelTable
                summary={data}
                levels={shown.levels}
                before={before}
                onOpen={isInUse && isToday ? openList : null}
                onWhy={isInUse ? (level, fact) => setBeside({ kind: 'why', level, fact }) : null}
              />
            )}
            {isTrial && preview.data !== undefined && (
              <LevelMoves
                preview={preview.data}
                title={preview.data.moved === 0 ? t('moves.none') : t('moves.title', { count: preview.data.moved })}
                nameBefore={names.before}
                nameAfter={names.after}
                onOpen={setBeside}
              />
            )}
          </div>
          {beside !== null && 'kind' in beside && isInUse ? (
            <WhyLevel {...{ beside, basis, place }} name={names.after} onClose={() => setBeside(null)} />
          ) : beside !== null && !('kind' in beside) && isTrial ? (
            <MoversPanel
              source={moversOf({ basis, rules: shown, move: { from: beside.from, to: beside.to } })}
              title={t('moves.cell', { from: names.before(beside.from), to: names.after(beside.to) })}
              shop={place.shop}
              isToday={isToday}
              onClose={() => setBeside(null)}
            />
          ) : (
            <LevelEditor
              rules={rules}
              isTrial={isTrial}
              currency={data?.currency ?? 'CNY'}
              onRules={(next) => {
                setBeside(null);
                setTrial(sameRules(next, saved) ? null : next);
              }}
            />
          )}
        </div>
      </div>
    </>
  );
}

interface WhyLevelProps {
  readonly beside: Extract<Beside, { kind: 'why' }>;
  readonly basis: RfmBasis;
  readonly place: Place;
  readonly name: (level: number) => string;
  readonly onClose: () => void;
}

/** A level's figures are those of the list of its customers. */
function WhyLevel({ beside, basis: { shop: _shop, ...basis }, place, name, onClose }: WhyLevelProps) {
  const { t } = useTranslation('levels');
  return (
    <Explanation
      subject={{
        kind: 'list',
        filter: filterOf(place, beside.level),
        basis,
        conditions: [t('conditionIs', { name: name(beside.level) })],
        title: t('why'),
        fact: beside.fact,
      }}
      basis={basis}
      onClose={onClose}
      takesFocus
    />
  );
}

function filterOf({ shop }: Place, level: number): CustomerFilter {
  return { ...(shop === undefined ? {} : { shop }), where: { field: 'level', in: [level] } };
}

function useKeep(saved: LevelRules, { rules, isTrial, setTrial }: ReturnType<typeof useLevels>): () => void {
  const { t } = useTranslation('levels');
  const change = useChangeSettings();
  return () => {
    if (!isTrial || !isSound(rules)) return;
    const say = rules.on === saved.on ? t('kept') : rules.on ? t('keptOn') : t('keptOff');
    const named = { ...rules, levels: rules.levels.map((level) => ({ ...level, name: level.name.trim() })) };
    void change({ levels: named }, say).then((done) => {
      // What was changed meanwhile goes on being tried.
      if (done && useLevelTrial.getState().rules === rules) setTrial(null);
    });
  };
}

/** The list stands on today, by the rules that are in use. */
function useOpenList(place: Place): (level: number) => void {
  const [, navigate] = useLocation();
  return (level) => navigate(`/customers?${queryOfView({ ...firstView, filter: filterOf(place, level) })}`);
}
