/** What a rule of care brought: those it arose with, contacted against let be; or plainly that nobody can tell yet, and what that takes. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CareResult, CareRule } from '../../../../src-shared/contract/care-rules.ts';
import type { Surroundings } from '../../../link/use-basis.ts';
import { useCall } from '../../../link/use-call.ts';
import { formatCount } from '../../../parts/count-text.tsx';
import { roughly, roughMoney } from '../../../parts/roughly.ts';
import { SidePanel } from '../../../parts/side-panel.tsx';
import { useFailureText } from '../../../parts/toast.tsx';
import { ArmOrders } from '../../strategies/arm-orders.tsx';
import { ResultCard } from '../../strategies/result-card.tsx';
import '../../strategies/strategies.css';
import { type ArmName, FoundArms } from './found-arms.tsx';
import { useMeasuredWords } from './measured-words.ts';

export interface RuleFoundProps {
  readonly rule: CareRule;
  readonly basis: Surroundings['basis'];
  readonly onClose: () => void;
}

export function RuleFound({ rule, basis, onClose }: RuleFoundProps) {
  const { t } = useTranslation('care');
  const failureText = useFailureText();
  const { data, error } = useCall('careRules.result', { rule: rule.rule, basis });
  const [arm, openArm] = useState<ArmName | null>(null);
  return (
    <SidePanel title={t('found.title', { name: rule.name })} onClose={onClose}>
      <div className="rule-found" data-rule-found="">
        {error !== null && <p className="stop">{failureText(error)}</p>}
        {data !== undefined && <Said found={data} rule={rule} />}
        {data !== undefined && data.result !== null && (
          <>
            <ResultCard
              result={data.result}
              isPooled
              table={<FoundArms result={data.result} times={data.times} onOrders={openArm} />}
            />
            <p className="dim sm">{t('found.times', { since: data.since ?? '' })}</p>
            {data.isMixedShare && <p className="dim sm">{t('found.mixedShare')}</p>}
            <Each found={data} />
          </>
        )}
        {data !== undefined && <Waits found={data} rule={rule} />}
        {arm !== null && data?.result != null && (
          <ArmOrders
            of={{ rule: rule.rule }}
            arm={arm}
            basis={basis}
            currency={data.result.currency}
            onClose={() => openArm(null)}
          />
        )}
      </div>
    </SidePanel>
  );
}

interface SaidProps {
  readonly found: CareResult;
  readonly rule: CareRule;
}

/** The answer in one sentence, and what it takes where there is none. */
function Said({ found, rule }: SaidProps) {
  const { t } = useTranslation('care');
  const words = useMeasuredWords();
  const { measured, needed, since, result } = found;
  if (measured !== null)
    return (
      <p className="found-said" role="status">
        <b>{words(measured)}</b>
        {t('found.goesBy', { count: measured.people })}
      </p>
    );
  const takes =
    since === null
      ? t(rule.share === 0 ? 'found.noHoldout' : 'found.never')
      : result === null
        ? t('found.noneOver', { days: rule.windowDays })
        : needed.held > 0
          ? t('found.needHeld', { count: needed.held })
          : needed.buyers > 0
            ? t('found.needBuyers', { count: needed.buyers })
            : needed.people === null || needed.people === 0
              ? t('found.small', { of100: needed.seenOf100 })
              : t('found.needPeople', {
                  of100: needed.seenOf100,
                  people: formatCount(Math.ceil(roughly(needed.people))),
                });
  return (
    <p className="found-said" role="status">
      <b>{t('found.cannotTell')}</b>
      {takes}
    </p>
  );
}

/** Where nobody can tell, an average would say more than is known. */
function Each({ found: { each, result, measured } }: Pick<SaidProps, 'found'>) {
  const { t } = useTranslation('care');
  if (each === null || result === null || measured === null) return null;
  return (
    <p className="dim sm">
      {t('found.each', { buyers: each.buyersOf100.toFixed(1), money: roughMoney(each.minor, result.currency) })}
    </p>
  );
}

function Waits({ found: { waiting, knownUntil }, rule }: SaidProps) {
  const { t } = useTranslation('care');
  if (waiting === 0) return null;
  return (
    <p className="dim sm">
      {t('found.waits', { count: waiting, days: rule.windowDays })}
      {knownUntil !== null && t('found.known', { day: knownUntil })}
    </p>
  );
}
