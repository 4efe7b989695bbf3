/** Step 2 of an import's figure: all figures of its report, to go from one to the next, and the rule of the one that is open. */

import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../src-shared/contract/explanations.ts';
import { figureOf, type ImportFigure, isAmount } from '../../../src-shared/import-figure.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { orderStatuses } from '../../../src-shared/order.ts';
import { formatCount } from '../count-text.tsx';
import type { ImportSubject } from './subject.ts';
import { useRuleText, useWords } from './wording.ts';

export interface ImportStepProps {
  readonly subject: ImportSubject;
  readonly explanation: Explanation;
  readonly onFigure: (figure: ImportFigure) => void;
}

interface Group {
  readonly key: 'orders' | 'status' | 'people' | 'lines' | 'money';
  readonly figures: readonly ImportFigure[];
  /** Shown also where it is 0. */
  readonly always: boolean;
}

const groups: readonly Group[] = [
  { key: 'orders', figures: ['new', 'changed', 'same', 'skipped', 'all'], always: true },
  { key: 'status', figures: orderStatuses, always: false },
  { key: 'people', figures: ['newCustomers', 'likelyCustomers', 'knownCustomers', 'withoutBuyer'], always: false },
  { key: 'lines', figures: ['lines'], always: true },
  { key: 'money', figures: ['paidMinor', 'refundMinor', 'netMinor', 'withoutMoney'], always: false },
];

export function ImportStep({ subject, explanation, onFigure }: ImportStepProps) {
  const { t } = useTranslation('explanation');
  const factWords = useWords('facts');
  const ruleText = useRuleText('');
  const { report, figure } = subject;
  return (
    <>
      <dl className="import-figures">
        {groups.map(({ key, figures, always }) => {
          const shown = figures.filter((one) => always || one === figure || (figureOf(report, one) ?? 0) !== 0);
          return shown.length === 0 ? null : (
            <div key={key}>
              <dt className="faint">{t(`groups.${key}`)}</dt>
              <dd>
                {shown.map((one) => (
                  <button
                    key={one}
                    type="button"
                    className={one === figure ? 'plain on' : 'plain'}
                    aria-pressed={one === figure}
                    onClick={() => onFigure(one)}
                  >
                    {factWords(`import.${one}`)} <b>{textOf(figureOf(report, one), one, report.currency)}</b>
                  </button>
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
      <p className="sm dim">
        {explanation.rules.map((rule) => (
          <span key={rule}>{ruleText(rule)} </span>
        ))}
      </p>
    </>
  );
}

function textOf(value: number | null, figure: ImportFigure, currency: string): string {
  if (value === null) return '—';
  return isAmount(figure) ? formatMinor(minorOf(value), currency) : formatCount(value);
}
