/** What the words of a file's status column mean, where only they say which orders were paid: a choice for each word nobody has told us about. */

import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Mapping, Question } from '../../../src-shared/contract/imports.ts';
import { type OrderStage, orderStages } from '../../../src-shared/order.ts';

export interface AskedStatusProps {
  readonly question: Question;
  readonly draft: Mapping;
  /** Once every word has its meaning, and after each change of one. */
  readonly onDraft: (draft: Mapping) => void;
}

export function AskedStatus({ question, draft, onDraft }: AskedStatusProps) {
  const { t } = useTranslation('importing');
  const words = question.words ?? [];
  const [told, setTold] = useState<Readonly<Record<string, OrderStage>>>({});
  const tell = (word: string, stage: OrderStage): void => {
    const next = { ...told, [word]: stage };
    setTold(next);
    if (words.every((one) => next[one] !== undefined)) onDraft({ ...draft, statuses: { ...draft.statuses, ...next } });
  };
  return (
    <div className="imp-asked">
      {t('askStatus')}
      <ul>
        {words.map((word) => (
          <li key={word}>
            <span className="imp-word">{t('askStatusWord', { word })}</span>
            <Select<OrderStage>
              size="small"
              style={{ width: '24rem' }}
              aria-label={t('askStatusWord', { word })}
              placeholder={t('askChoose')}
              {...(told[word] === undefined ? {} : { value: told[word] })}
              onChange={(stage) => tell(word, stage)}
              options={orderStages.map((value) => ({ value, label: t(`stages.${value}`) }))}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}
