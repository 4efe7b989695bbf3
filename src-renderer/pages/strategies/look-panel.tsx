/** What a run would be before it is begun: how many, who is let be, what could be seen, what it costs; and the button that draws the groups. */

import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import type { StrategyContent } from '../../../src-shared/contract/strategies.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import { GuardedPeople } from '../../parts/guarded-people.tsx';
import { roughly, roughMoney } from '../../parts/roughly.ts';

export type Look = ResultOf<'strategies.look'>;

/** So many names stand in a line. */
const NAMED = 5;

/** By how much the cost that is told, a rough one, is above the budget. */
function above(costMinor: number, budgetMinor: number, currency: string): string {
  const told = Math.round(roughly(costMinor / 100)) * 100;
  return formatMinor(minorOf(Math.max(0, told - budgetMinor)), currency).replace(/\.00$/, '');
}

export interface LookFactsProps {
  readonly look: Look;
  readonly content: StrategyContent;
}

export function LookFacts({ look, content }: LookFactsProps) {
  const { t } = useTranslation('strategies');
  const { currency, before, people, contacted, held, known } = look;
  return (
    <ul className="look-facts">
      <li>
        <b>{t('look.people', { count: people })}</b> · {t('look.arms', { contacted, held })}
      </li>
      {known > 0 && <li>{t('look.known', { count: known })}</li>}
      <GuardedPeople guarded={look.guarded} summary={t('look.guarded', { count: look.guarded.people })} />
      <li className="dim">
        {t('look.before', {
          days: content.periodDays,
          buyers: before.buyers,
          money: roughMoney(before.minor, currency),
        })}
      </li>
      <Detectable look={look} content={content} />
      {look.costMinor > 0 && (
        <li>
          {t('look.cost', { money: roughMoney(look.costMinor, currency) })}
          {content.budgetMinor !== null && look.costMinor > content.budgetMinor && (
            <>
              {' · '}
              <b className="warn">
                {t('look.overBudget', {
                  money: above(look.costMinor, content.budgetMinor, currency),
                  budget: formatMinor(content.budgetMinor, currency).replace(/\.00$/, ''),
                })}
              </b>
            </>
          )}
        </li>
      )}
      {look.overlaps.map((one) => (
        <li key={one.run} className="warn">
          {t('look.overlap', {
            name: one.name,
            until: one.until,
            count: one.people,
            names: namesIn(
              one.first.map(({ name }) => name),
              one.people,
              t('look.comma'),
              t('look.more'),
            ),
          })}
        </li>
      ))}
    </ul>
  );
}

function namesIn(names: readonly string[], of: number, comma: string, more: string): string {
  return names.slice(0, NAMED).join(comma) + (of > NAMED ? more : '');
}

/** The smallest effect that would show. Estimates, without false decimals. */
function Detectable({ look: { detectable, held, currency }, content }: LookFactsProps) {
  const { t } = useTranslation('strategies');
  if (content.share === 0 || held === 0) return <li className="warn">{t('look.noHoldout')}</li>;
  const { buyersOf100, minorOf100 } = detectable;
  if (buyersOf100 === null) return <li className="warn">{t('look.seesNothing')}</li>;
  return (
    <li data-sees="">
      {t('look.sees', { buyers: buyersOf100 < 10 ? buyersOf100.toFixed(1) : Math.round(roughly(buyersOf100)) })}
      {minorOf100 !== null && (
        <span className="dim"> · {t('look.seesMoney', { money: roughMoney(minorOf100, currency) })}</span>
      )}
    </li>
  );
}
