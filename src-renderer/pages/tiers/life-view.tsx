/** How many customers are new, active, due, sleeping, lost: a stage opens its customers, a figure how it was worked out. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { type LifeStage, lifeStages } from '../../../src-shared/lifecycle.ts';
import { minorOf } from '../../../src-shared/money.ts';
import type { Surroundings } from '../../link/use-basis.ts';
import { useCall } from '../../link/use-call.ts';
import { useFigureNotes } from '../../link/use-figure-notes.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { Explanation } from '../../parts/explanation/explanation.tsx';
import { FigureNotesLine } from '../../parts/figure-notes.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useFailureText } from '../../parts/toast.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { firstView, queryOfView } from '../../state/customer-filter.ts';
import { useFoot } from '../../state/foot.ts';
import { type LifeFact, type LifeLineOf, LifeTable } from './life-table.tsx';
import { TierPlace } from './tier-place.tsx';
import { TierSums } from './tier-sums.tsx';
import type { Place } from './use-place.ts';
import './tiers.css';

/** What was asked about: a stage, or (undefined) all of them. */
interface Asked {
  readonly stage: LifeStage | undefined;
  readonly fact: LifeFact;
}

export function LifeView({ place, ...surroundings }: Surroundings & { readonly place: Place }) {
  const { t } = useTranslation('lifecycle');
  const { t: tiers } = useTranslation('tiers');
  const failureText = useFailureText();
  const { on, shop } = place;
  const { excluded } = surroundings.basis;
  const around = { on, ...(shop === undefined ? {} : { shop }), ...(excluded === undefined ? {} : { excluded }) };
  const { data, error, isFetching } = useCall('metrics.run', { name: 'lifecycle', ...around });
  // The table is in the money of the scores.
  const summary = useCall('rfm.summary', { ...around, definition: 'quantile' });
  const currency = summary.data?.currency ?? 'CNY';
  const notes = useFigureNotes({ shop, on });
  const [asked, setAsked] = useState<Asked | null>(null);
  const openList = useOpenList(place, surroundings.basis.on);
  useKeys({ w: () => setAsked(asked === null ? { stage: undefined, fact: 'customers' } : null) });
  const lines = data === undefined ? [] : linesOf(data);
  useFoot({
    left: data === undefined ? null : <TierSums counts={lines} currency={currency} buyersOnly />,
    right: [tiers('keys.why')],
  });
  const [passed] = data === undefined ? [] : shopLinesOf(data);
  return (
    <>
      <PageTitle
        title={tiers('title')}
        say={t('say')}
        actions={<TierPlace place={place} surroundings={surroundings} />}
      >
        <FigureNotesLine notes={notes} />
      </PageTitle>
      {error !== null && <p className="stop tiers-error">{failureText(error)}</p>}
      <div className="tiers">
        <div className="tiers-flow">
          <div className={isFetching ? 'tiers-main busy' : 'tiers-main'} aria-busy={isFetching}>
            {data !== undefined && lines.length === 0 && <EmptyNote>{tiers('empty', { day: on })}</EmptyNote>}
            {lines.length > 0 && summary.data !== undefined && (
              <LifeTable
                lines={lines}
                currency={currency}
                onOpen={openList}
                onWhy={(stage, fact) => setAsked({ stage, fact })}
              />
            )}
            {passed !== undefined && <p className="dim life-note">{t('shopLines', passed)}</p>}
          </div>
          {asked !== null && (
            <Explanation
              subject={{
                kind: 'metric',
                name: 'lifecycle',
                title: t('why'),
                fact: asked.fact,
                ...(asked.stage === undefined ? {} : { row: { stage: asked.stage } }),
              }}
              basis={{ ...around, definition: 'quantile' }}
              currency={currency}
              onClose={() => setAsked(null)}
              takesFocus
            />
          )}
        </div>
      </div>
    </>
  );
}

interface Run {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

function cells({ columns, rows }: Run): readonly ((column: string) => number)[] {
  return rows.map((row) => (column) => Number(row[columns.indexOf(column)] ?? 0));
}

/** In the order of a life; of who is in none nothing is told. */
function linesOf(run: Run): readonly LifeLineOf[] {
  const at = run.columns.indexOf('stage');
  const figures = cells(run);
  if (figures.length === 0) return [];
  return lifeStages.map((stage) => {
    const figure = figures[run.rows.findIndex((row) => row[at] === stage)];
    return {
      stage,
      customers: figure?.('customers') ?? 0,
      own: figure?.('own_rhythm') ?? 0,
      netMinor: minorOf(figure?.('net_minor') ?? 0),
    };
  });
}

/** The lines of the shop stand in every row, or (nobody came twice) in none. */
function shopLinesOf(run: Run): readonly { due: number; sleeping: number; lost: number }[] {
  const [row] = run.rows;
  const [figure] = cells(run);
  if (figure === undefined || row?.[run.columns.indexOf('due_days')] === null) return [];
  return [{ due: figure('due_days'), sleeping: figure('sleeping_days'), lost: figure('lost_days') }];
}

/** The list stands on today; null: another day's people cannot be shown there. */
function useOpenList({ on, shop }: Place, today: string): ((stage: LifeStage) => void) | null {
  const [, navigate] = useLocation();
  if (on !== today) return null;
  return (stage) => {
    const filter = {
      ...(shop === undefined ? {} : { shop }),
      where: { field: 'lifecycle' as const, in: [stage] },
    };
    navigate(`/customers?${queryOfView({ ...firstView, filter })}`);
  };
}
