/** Which tier everybody is in, as of any day and by any rule; a rule can be tried before it is kept. */

import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { formatMinor } from '../../../src-shared/money.ts';
import type { Tier } from '../../../src-shared/rfm.ts';
import { type Surroundings, useBasis } from '../../link/use-basis.ts';
import { useChangeSettings } from '../../link/use-change-settings.ts';
import { useFigureNotes } from '../../link/use-figure-notes.ts';
import { useSettings } from '../../link/use-settings.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { Figure } from '../../parts/figure.tsx';
import { FigureNotesLine } from '../../parts/figure-notes.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useFailureText } from '../../parts/toast.tsx';
import { firstView, queryOfView } from '../../state/customer-filter.ts';
import { useFoot } from '../../state/foot.ts';
import { type Beside, BesideTiers, type TierFact } from './beside-tiers.tsx';
import { GridHead } from './grid-head.tsx';
import type { GridCell } from './grid-model.ts';
import { LadderView } from './ladder/ladder-view.tsx';
import { LevelsView } from './levels/levels-view.tsx';
import { LifeView } from './life-view.tsx';
import { Movers } from './movers.tsx';
import { RfmGrid } from './rfm-grid.tsx';
import { type Rule, savedRule } from './rule.ts';
import { TierPlace } from './tier-place.tsx';
import { TierTable } from './tier-table.tsx';
import { type Place, usePlace } from './use-place.ts';
import { useTierKeys } from './use-tier-keys.ts';
import { type Tiers, useTiers } from './use-tiers.ts';
import './tiers.css';

export function TiersPage() {
  const surroundings = useBasis();
  const { settings } = useSettings();
  const saved = useMemo(() => (settings === undefined ? null : savedRule(settings)), [settings]);
  return surroundings === null || saved === null ? null : <Divided {...surroundings} saved={saved} />;
}

function Divided({ saved, ...surroundings }: Surroundings & { readonly saved: Rule }) {
  const place = usePlace(surroundings.basis.on, surroundings.status.shops);
  const { settings } = useSettings();
  if (place.view === 'levels' && settings !== undefined) {
    return <LevelsView {...surroundings} saved={settings.levels} place={place} />;
  }
  if (place.view === 'ladder' && settings !== undefined) {
    return <LadderView {...surroundings} settings={settings} place={place} />;
  }
  if (place.view === 'life') return <LifeView {...surroundings} place={place} />;
  return <TiersOf {...surroundings} saved={saved} place={place} />;
}

function TiersOf({ saved, place, ...surroundings }: Surroundings & { readonly saved: Rule; readonly place: Place }) {
  const { t } = useTranslation('tiers');
  const failureText = useFailureText();
  const tiers = useTiers(surroundings, saved, place);
  const [beside, setBeside] = useState<Beside | null>(null);
  /** What the keyboard is on. */
  const [here, setHere] = useState<Beside>();
  const keep = useKeep(tiers);
  const open = useOpenList(tiers, surroundings.basis.on, (cell) => setBeside({ kind: 'people', cell }));
  const toggleWhy = (): void => {
    const isOpen = beside?.kind === 'tier' || beside?.kind === 'bands';
    setBeside(isOpen ? null : (here ?? { kind: 'tier', tier: undefined, fact: 'customers' }));
  };
  useTierKeys(tiers, { keep, why: toggleWhy });
  useTiersFoot(tiers, (fact) => setBeside({ kind: 'tier', tier: undefined, fact }));
  const { shown, now } = tiers;
  return (
    <>
      <TiersTitle
        tiers={tiers}
        surroundings={surroundings}
        onKeep={keep}
        onWhy={() => setBeside({ kind: 'tier', tier: undefined, fact: 'customers' })}
      />
      {tiers.error !== null && <p className="stop tiers-error">{failureText(tiers.error)}</p>}
      {shown !== undefined && now !== undefined && (
        <div className="tiers">
          <div className="tiers-flow">
            <div className={tiers.busy ? 'tiers-main busy' : 'tiers-main'} aria-busy={tiers.busy}>
              {shown.customers === 0 ? (
                <EmptyNote>{t('empty', { day: tiers.on })}</EmptyNote>
              ) : (
                <>
                  <GridHead
                    summary={shown}
                    isTrial={tiers.isTrial}
                    onWhy={() => setBeside({ kind: 'lines', fact: 'muchMinorLine' })}
                  />
                  <RfmGrid
                    summary={shown}
                    saved={now}
                    isTrial={tiers.isTrial}
                    onOpen={open.cell}
                    onHere={(bands) => setHere({ kind: 'bands', bands })}
                    onWhy={(bands) => setBeside({ kind: 'bands', bands })}
                  />
                  <TierTable
                    summary={shown}
                    saved={now}
                    isTrial={tiers.isTrial}
                    onOpen={open.tier}
                    onWhy={(tier, fact, before = false) => setBeside({ kind: 'tier', tier, fact, before })}
                    onHere={(tier) => setHere({ kind: 'tier', tier, fact: 'customers' })}
                  />
                  {tiers.isTrial && (
                    <Movers
                      before={tiers.savedBasis}
                      after={tiers.basis}
                      onOpen={(move) => setBeside({ kind: 'move', move })}
                    />
                  )}
                </>
              )}
            </div>
            <BesideTiers {...{ tiers, surroundings, beside }} onBeside={setBeside} />
          </div>
        </div>
      )}
    </>
  );
}

interface TiersTitleProps {
  readonly tiers: Tiers;
  readonly surroundings: Surroundings;
  readonly onKeep: () => void;
  readonly onWhy: () => void;
}

function TiersTitle({ tiers, surroundings, onKeep, onWhy }: TiersTitleProps) {
  const { t } = useTranslation('tiers');
  const { shown, on, isTrial } = tiers;
  const notes = useFigureNotes({ shop: tiers.shop, on });
  return (
    <PageTitle
      title={t('title')}
      say={shown === undefined ? undefined : <Say tiers={tiers} onWhy={onWhy} />}
      actions={
        <>
          <TierPlace place={tiers} surroundings={surroundings} />
          {isTrial && <Button onClick={() => tiers.setRule(null)}>{t('giveUp')}</Button>}
          {isTrial && (
            <Button type="primary" onClick={onKeep}>
              {t('keep')}
            </Button>
          )}
        </>
      }
    >
      <FigureNotesLine notes={notes} />
    </PageTitle>
  );
}

/** How many, by which rule; those taken for a person by likeness are counted apart. */
function Say({ tiers, onWhy }: { readonly tiers: Tiers; readonly onWhy: () => void }) {
  const { t } = useTranslation('tiers');
  const { shown, isTrial, rule } = tiers;
  if (shown === undefined) return null;
  const { customers, likely } = shown;
  const who =
    likely === 0
      ? t('say.sure', { count: customers })
      : t('say.both', { count: customers, certain: customers - likely, likely });
  return (
    <>
      <Figure onAsk={onWhy}>{who}</Figure>
      {isTrial ? t('say.trying') : t(`say.${rule.definition}`)}
    </>
  );
}

function useKeep(tiers: Tiers): () => void {
  const { t } = useTranslation('tiers');
  const change = useChangeSettings();
  const { rule, setRule, isTrial } = tiers;
  return () => {
    if (!isTrial) return;
    const changes =
      rule.definition === 'typed'
        ? { rfmDefinition: rule.definition, typedLines: rule.lines }
        : { rfmDefinition: rule.definition };
    void change(changes, t('kept', { rule: t(`definition.${rule.definition}`) })).then((done) => done && setRule(null));
  };
}

/** Cells and tiers lead to the customer list, which is as of today by the saved rule; another day's people are shown beside. */
function useOpenList(tiers: Tiers, today: string, showBeside: (cell: GridCell) => void) {
  const [, navigate] = useLocation();
  const { on, basis, shop, isTrial } = tiers;
  const among = {
    ...(shop === undefined ? {} : { shop }),
    ...(basis.likely === false ? { certainty: 'certain' as const } : {}),
  };
  const isToday = on === today;
  return {
    cell: (cell: GridCell): void => {
      if (!isToday) {
        showBeside(cell);
        return;
      }
      const { recencyFrom, recencyTo, ordersFrom, ordersTo } = cell;
      const filter = {
        ...among,
        recencyFrom,
        ...(recencyTo === null ? {} : { recencyTo }),
        ordersFrom,
        ...(ordersTo === null ? {} : { ordersTo }),
      };
      navigate(`/customers?${queryOfView({ ...firstView, filter })}`);
    },
    tier:
      isToday && !isTrial
        ? (tier: Tier): void =>
            navigate(`/customers?${queryOfView({ ...firstView, filter: { ...among, tiers: [tier] } })}`)
        : null,
  };
}

function useTiersFoot({ shown, rule }: Tiers, onWhy: (fact: TierFact) => void): void {
  const { t } = useTranslation('tiers');
  useFoot({
    left:
      shown === undefined ? null : (
        <>
          <Figure onAsk={() => onWhy('customers')}>
            {t('foot.customers')} <b>{formatCount(shown.customers)}</b>
          </Figure>
          <Figure onAsk={() => onWhy('netMinor')}>
            {t('foot.net')} <b>{formatMinor(shown.netMinor, shown.currency)}</b>
          </Figure>
          <span>{t('foot.counted')}</span>
        </>
      ),
    right: [t('keys.walk'), t('keys.open'), t('keys.why'), ...(rule.definition === 'typed' ? [t('keys.move')] : [])],
  });
}
