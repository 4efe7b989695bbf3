/** Whom the contact guard holds back, as a line that opens in place: the first of them with the reasons. */

import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { useHeldWords } from './held-words.ts';

export interface GuardedPeopleProps {
  readonly guarded: ResultOf<'plans.look'>['guarded'];
  readonly summary: string;
}

/** Nothing where nobody is held back. */
export function GuardedPeople({ guarded: { people, first }, summary }: GuardedPeopleProps) {
  const { t } = useTranslation('strategies');
  const words = useHeldWords();
  if (people === 0) return null;
  return (
    <li>
      <details>
        <summary>{summary}</summary>
        <ul className="guarded">
          {first.map((one) => (
            <li key={one.customer}>
              {one.name} <span className="dim">{words(one.held)}</span>
            </li>
          ))}
          {people > first.length && <li className="dim">{t('look.more')}</li>}
        </ul>
      </details>
    </li>
  );
}
