/** 1 选文件 — 2 试算 — 3 入账. */

import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';

const steps = ['choose', 'check', 'apply'] as const;

export function StepsLine({ at }: { readonly at: (typeof steps)[number] }) {
  const { t } = useTranslation('importing');
  return (
    <span className="imp-steps">
      {steps.map((step, index) => {
        const text = `${index + 1} ${t(`steps.${step}`)}`;
        return (
          <Fragment key={step}>
            {index === 0 ? null : <i />}
            {step === at ? <b aria-current="step">{text}</b> : <span>{text}</span>}
          </Fragment>
        );
      })}
    </span>
  );
}
