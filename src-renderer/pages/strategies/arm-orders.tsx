/** The orders behind a group's figures. */

import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import { formatMinor } from '../../../src-shared/money.ts';
import { useCall } from '../../link/use-call.ts';

/** Of a run of a strategy, or of a rule of care. */
export type ArmOf = { readonly run: number } | { readonly rule: number };

export interface ArmOrdersProps {
  readonly of: ArmOf;
  readonly arm: 'contacted' | 'held';
  readonly basis: TierBasis;
  readonly currency: string;
  readonly onClose: () => void;
}

function useOrders({ of, arm, basis }: Pick<ArmOrdersProps, 'of' | 'arm' | 'basis'>) {
  const [run, rule] = 'run' in of ? [of.run, null] : [null, of.rule];
  const ofRun = useCall('strategies.orders', { run: run ?? 1, arm, basis }, { enabled: run !== null });
  const ofRule = useCall('careRules.orders', { rule: rule ?? 1, arm, basis }, { enabled: rule !== null });
  return (run === null ? ofRule : ofRun).data;
}

export function ArmOrders({ of, arm, basis, currency, onClose }: ArmOrdersProps) {
  const { t } = useTranslation('strategies');
  const data = useOrders({ of, arm, basis });
  return (
    <Modal
      open
      onCancel={onClose}
      title={t('result.ordersOf', { arm: t(`result.${arm}`) })}
      footer={null}
      width="72rem"
      destroyOnHidden
    >
      {data !== undefined && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus
        <section className="arm-orders" tabIndex={0} aria-label={t('result.ordersOf', { arm: t(`result.${arm}`) })}>
          {data.total > data.orders.length && (
            <p className="dim">{t('result.first', { count: data.orders.length, total: data.total })}</p>
          )}
          <table className="ledger">
            <thead>
              <tr>
                <th scope="col">{t('result.day')}</th>
                <th scope="col">{t('result.order')}</th>
                <th scope="col">{t('result.who')}</th>
                <th scope="col" className="n">
                  {t('result.net')}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.orders.map((order) => (
                <tr key={order.order}>
                  <td>{order.day}</td>
                  <td>{order.number}</td>
                  <td>
                    <Link href={`/customers/${order.customer}`}>{order.name}</Link>
                  </td>
                  <td className="n">{formatMinor(order.netMinor, currency)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
    </Modal>
  );
}
