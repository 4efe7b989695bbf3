/** What came of the calls that were made: at which hour of the day, and by which script. Asked when it is opened. */

import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallCount } from '../../../src-shared/contract/call-figures.ts';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { addDays } from '../../../src-shared/day.ts';
import { useCall } from '../../link/use-call.ts';
import { formatCount } from '../../parts/count-text.tsx';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { Folded } from '../../parts/folded.tsx';
import { useFailureText } from '../../parts/toast.tsx';

const spans = [30, 90, 365] as const;
type Span = (typeof spans)[number];

export function CallFigures({ basis }: { readonly basis: TierBasis }) {
  const { t } = useTranslation('calls');
  return (
    <Folded about="callFigures" line={t('figures.open')}>
      <Figures basis={basis} />
    </Folded>
  );
}

interface Line extends CallCount {
  readonly key: string;
  readonly name: string;
}

function Figures({ basis }: { readonly basis: TierBasis }) {
  const { t } = useTranslation('calls');
  const failureText = useFailureText();
  const [days, setDays] = useState<Span>(90);
  const { data, error } = useCall('followUps.callFigures', { basis, from: addDays(basis.on, 1 - days) });
  const nameOf = ({ rule, name, isGone }: ResultOf<'followUps.callFigures'>['scripts'][number]): string => {
    if (rule === null) return t('figures.byHand');
    return isGone ? t('figures.gone', { name: name ?? String(rule) }) : (name ?? String(rule));
  };
  return (
    <>
      <Segmented
        aria-label={t('figures.span')}
        value={days}
        options={spans.map((value) => ({ value, label: t('figures.days', { count: value }) }))}
        onChange={setDays}
      />
      {error !== null && <p className="stop">{failureText(error)}</p>}
      {data?.total.calls === 0 && <EmptyNote>{t('figures.none')}</EmptyNote>}
      {data !== undefined && data.total.calls > 0 && (
        <>
          <Counts
            head={t('figures.hour')}
            lines={data.hours.map((one) => ({ ...one, key: String(one.hour), name: t('figures.at', one) }))}
            total={data.total}
          />
          <Counts
            head={t('figures.script')}
            lines={data.scripts.map((one) => ({ ...one, key: String(one.rule), name: nameOf(one) }))}
          />
          <p className="dim sm">
            {t('figures.say')}
            {data.total.waiting > 0 && ` ${t('figures.waiting', { count: data.total.waiting })}`}
          </p>
        </>
      )}
    </>
  );
}

interface CountsProps {
  readonly head: string;
  readonly lines: readonly Line[];
  readonly total?: CallCount;
}

function Counts({ head, lines, total }: CountsProps) {
  const { t } = useTranslation('calls');
  const all = total === undefined ? [] : [{ ...total, key: 'all', name: t('figures.all') }];
  return (
    <table className="ledger call-figures">
      <thead>
        <tr>
          <th scope="col">{head}</th>
          {(['calls', 'reached', 'willBuy', 'ordered'] as const).map((column) => (
            <th key={column} scope="col" className="n">
              {t(`figures.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...lines, ...all].map((one) => (
          <tr key={one.key} className={one.key === 'all' ? 'sum' : undefined}>
            <td className="cut" title={one.name}>
              {one.name}
            </td>
            <td className="n">{formatCount(one.calls)}</td>
            <td className="n">
              {one.share !== null && <span className="dim">{Math.round(100 * one.share)}% </span>}
              {formatCount(one.reached)}
            </td>
            <td className="n">{formatCount(one.willBuy)}</td>
            <td className="n">{formatCount(one.ordered)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
