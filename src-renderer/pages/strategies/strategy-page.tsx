/** One strategy: what it would be before it is run, each time it was run and what came of it, and all of them together. */

import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { Strategy } from '../../../src-shared/contract/strategies.ts';
import type { Day } from '../../../src-shared/day.ts';
import { listBasisOf, type Surroundings, useBasis } from '../../link/use-basis.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { useFigureNotes } from '../../link/use-figure-notes.ts';
import { useSentence } from '../../link/use-segments.ts';
import { DayField } from '../../parts/day-field.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { FigureNotesLine } from '../../parts/figure-notes.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';
import { useFoot } from '../../state/foot.ts';
import { contentOf } from './content-of.ts';
import { LookFacts } from './look-panel.tsx';
import { ResultCard } from './result-card.tsx';
import { RunCard } from './run-card.tsx';
import { StrategyDialog } from './strategy-dialog.tsx';
import './strategies.css';

export function StrategyPage({ strategy }: { readonly strategy: number }) {
  const surroundings = useBasis();
  const { data } = useCall('strategies.list', {});
  const { t } = useTranslation('strategies');
  const [, navigate] = useLocation();
  if (surroundings === null || data === undefined) return null;
  const found = data.strategies.find((one) => one.strategy === strategy);
  if (found !== undefined) return <StrategyOf strategy={found} currency={data.currency} surroundings={surroundings} />;
  return (
    <>
      <PageTitle title={t('title')} back={{ to: t('back'), onBack: () => navigate('/strategies?') }} />
      <EmptyNote>{t('unknown')}</EmptyNote>
    </>
  );
}

interface StrategyOfProps {
  readonly strategy: Strategy;
  readonly currency: string;
  readonly surroundings: Surroundings;
}

function StrategyOf({ strategy, currency, surroundings }: StrategyOfProps) {
  const { t } = useTranslation('strategies');
  const [, navigate] = useLocation();
  const [isEdited, edit] = useState(false);
  const sentence = useSentence(currency);
  const { basis } = surroundings;
  const notes = useFigureNotes({ shop: undefined, on: basis.on });
  useFoot({ left: <span>{t('run.undo')}</span>, right: [] });
  return (
    <>
      <PageTitle
        title={strategy.name}
        back={{ to: t('back'), onBack: () => navigate('/strategies?') }}
        say={sentence(strategy.where)}
        actions={<Button onClick={() => edit(true)}>{t('edit')}</Button>}
      >
        <FigureNotesLine notes={notes} />
      </PageTitle>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus */}
      <section className="scroll strategy" tabIndex={0} aria-label={strategy.name}>
        {strategy.action !== '' && <p className="strategy-action">{strategy.action}</p>}
        <Before strategy={strategy} basis={basis} />
        <Pooled strategy={strategy} basis={basis} />
        <h2>{t('run.runs')}</h2>
        {strategy.runs.length === 0 && <p className="dim">{t('run.none')}</p>}
        {strategy.runs.map((run) => (
          <RunCard key={run.run} run={run} channel={strategy.channel} basis={basis} />
        ))}
      </section>
      {isEdited && (
        <StrategyDialog strategy={strategy} where={null} surroundings={surroundings} onClose={() => edit(false)} />
      )}
    </>
  );
}

interface PartProps {
  readonly strategy: Strategy;
  readonly basis: Surroundings['basis'];
}

function Before({ strategy, basis }: PartProps) {
  const { t } = useTranslation('strategies');
  const say = useUndoableToast();
  const launch = useAct('strategies.launch');
  const [on, setOn] = useState<Day>(basis.on);
  const content = contentOf(strategy);
  const asked = { ...listBasisOf(basis), on };
  const { data: look } = useCall('strategies.look', { strategy: strategy.strategy, content, basis: asked });
  const begin = async (): Promise<void> => {
    const done = await launch.act({ strategy: strategy.strategy, basis: asked });
    if (done === null) return;
    say(t('look.launched', { name: strategy.name, contacted: done.contacted, held: done.held }), done.edit);
    setOn(basis.on);
  };
  return (
    <section className="look" aria-label={t('look.title')}>
      <h2>{t('look.title')}</h2>
      {look !== undefined && <LookFacts look={look} content={content} />}
      <p className="look-acts">
        <label htmlFor="look-on">{t('look.on')}</label>
        <DayField id="look-on" allowClear={false} value={on} to={basis.on} onDay={(day) => setOn(day ?? basis.on)} />
        <Button
          type="primary"
          loading={launch.busy}
          disabled={look === undefined || look.runsUntil !== null || look.contacted === 0}
          onClick={() => void begin()}
        >
          {t('look.launch')}
        </Button>
        {on < basis.on && <span className="dim">{t('look.past')}</span>}
        {look !== undefined && look.runsUntil !== null && (
          <span className="dim">{t('look.running', { until: look.runsUntil })}</span>
        )}
        {look !== undefined && look.contacted === 0 && <span className="dim">{t('look.empty')}</span>}
      </p>
    </section>
  );
}

/** Only where there is more than one to put together. */
function Pooled({ strategy, basis }: PartProps) {
  const { t } = useTranslation('strategies');
  const isMany = strategy.runs.length > 1;
  const { data } = useCall('strategies.pooled', { strategy: strategy.strategy, basis }, { enabled: isMany });
  if (!isMany || data === undefined || data.result === null || data.runs < 2) return null;
  return (
    <section className="run" aria-label={t('pooled.title', { count: data.runs })}>
      <h2>
        {t('pooled.title', { count: data.runs })}
        <small>{t('pooled.say')}</small>
      </h2>
      <ResultCard result={data.result} isPooled />
    </section>
  );
}
