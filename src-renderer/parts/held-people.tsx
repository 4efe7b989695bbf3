/** Who of a list is held back from being contacted, and why: so many at a glance, and their names when asked. */

import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { TierBasis } from '../../src-shared/contract/customers.ts';
import type { ResultOf } from '../../src-shared/contract/index.ts';
import { useCall } from '../link/use-call.ts';
import type { CustomerView } from '../state/customer-filter.ts';
import { useHeldWords } from './held-words.ts';
import { ReachCounts } from './reach-counts.tsx';
import './held-people.css';

/** So many of a list are looked at: those behind them are not asked about before the list is made. */
const LOOKED = 5000;

type HeldPerson = ResultOf<'lists.held'>['held'][number];

interface HeldPeopleProps {
  readonly view: CustomerView;
  readonly basis: TierBasis;
}

/** undefined while it is asked. */
export function useHeldPeople({ view, basis }: HeldPeopleProps): ResultOf<'lists.held'> | undefined {
  return useCall('lists.held', { ...view, basis, limit: LOOKED }).data;
}

/** How the list can be reached, and who is held back with a way to the names. */
export function HeldPeople({ view, basis }: HeldPeopleProps) {
  const { t } = useTranslation('lists');
  const data = useHeldPeople({ view, basis });
  const [open, setOpen] = useState(false);
  if (data === undefined) return null;
  if (data.held.length === 0)
    return (
      <p className="held-people sm">
        <ReachCounts counts={data.reach} />
      </p>
    );
  return (
    <p className="held-people sm">
      <ReachCounts counts={data.reach} /> {t('held.line', { count: data.held.length })}
      {data.looked < data.total && ` ${t('held.ofFirst', { count: data.looked })}`}{' '}
      <button type="button" className="plain link" onClick={() => setOpen(true)}>
        {t('held.see')}
      </button>
      <Modal
        open={open}
        title={t('held.title', { count: data.held.length })}
        footer={null}
        width="46rem"
        onCancel={() => setOpen(false)}
        destroyOnHidden
      >
        <HeldTable held={data.held} />
      </Modal>
    </p>
  );
}

function HeldTable({ held }: { readonly held: readonly HeldPerson[] }) {
  const { t } = useTranslation('lists');
  const words = useHeldWords();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus
    <section className="held-table" tabIndex={0} aria-label={t('held.line', { count: held.length })}>
      <table className="ledger">
        <thead>
          <tr>
            <th scope="col">{t('held.who')}</th>
            <th scope="col">{t('held.why')}</th>
          </tr>
        </thead>
        <tbody>
          {held.map((one) => (
            <tr key={one.customer}>
              <td>
                <Link href={`/customers/${one.customer}`}>{one.name}</Link>
              </td>
              <td>{words(one.held)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
