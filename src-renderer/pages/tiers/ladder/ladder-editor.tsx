/** The two lines of the ladder, moved and tried before they are kept, and what its steps are called. */

import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { type LadderLines, type LadderRules, type LadderStep, ladderSteps } from '../../../../src-shared/ladder.ts';
import { decimalsOf, formatMinor, minorOf } from '../../../../src-shared/money.ts';
import { LineInput } from '../line-input.tsx';

export interface LadderEditorProps {
  readonly rules: LadderRules;
  readonly saved: LadderRules;
  readonly isTrial: boolean;
  readonly currency: string;
  /** As many orders as the own lines of the tiers say. */
  readonly usualOrders: number;
  /** The mean of the buyer in the middle; null: nobody has bought. */
  readonly middleMinor: number | null;
  readonly onRules: (rules: LadderRules) => void;
}

export function LadderEditor(props: LadderEditorProps) {
  const { rules, saved, isTrial, currency, usualOrders, middleMinor, onRules } = props;
  const { t } = useTranslation('ladder');
  const unit = 10 ** decimalsOf(currency);
  const linesOf = (of: LadderRules): LadderLines => ({
    oftenOrders: of.oftenOrders ?? usualOrders,
    averageMinor: of.averageMinor ?? middleMinor,
  });
  const [lines, kept] = [linesOf(rules), linesOf(saved)];
  const inUnits = (minor: number | null): number => Math.round(minor ?? 0) / unit;
  return (
    <aside className="side rule-panel" aria-label={t('edit.title')}>
      <div className="in">
        <h2>{isTrial ? t('edit.titleTrying') : t('edit.title')}</h2>
        <p className="sm dim">{isTrial ? t('edit.sayTrying') : t('edit.say')}</p>
        <div className="own-lines">
          <LineInput
            name={t('edit.often')}
            before={t('edit.oftenBefore')}
            after={t('edit.oftenAfter')}
            value={lines.oftenOrders}
            saved={kept.oftenOrders}
            least={1}
            reach={12}
            step={1}
            onChange={(oftenOrders) => onRules({ ...rules, oftenOrders: Math.round(oftenOrders) })}
          />
          <Follow
            isOwn={rules.oftenOrders !== null}
            say={t('edit.oftenFollows')}
            words={t('edit.oftenFollow', { count: usualOrders })}
            onFollow={() => onRules({ ...rules, oftenOrders: null })}
          />
          <LineInput
            name={t('edit.much')}
            before={t('edit.muchBefore')}
            after={currency === 'CNY' ? t('edit.muchAfter') : currency}
            value={inUnits(lines.averageMinor)}
            saved={inUnits(kept.averageMinor)}
            reach={Math.max(100, Math.ceil((4 * inUnits(middleMinor)) / 100) * 100)}
            step={5}
            onChange={(amount) => onRules({ ...rules, averageMinor: Math.round(amount * unit) })}
          />
          {middleMinor !== null && (
            <Follow
              isOwn={rules.averageMinor !== null}
              say={t('edit.muchFollows')}
              words={t('edit.muchFollow', { money: formatMinor(minorOf(Math.round(middleMinor)), currency) })}
              onFollow={() => onRules({ ...rules, averageMinor: null })}
            />
          )}
        </div>
        <Names rules={rules} onRules={onRules} />
        {isTrial && <p className="sm dim rule-after">{t('edit.after')}</p>}
      </div>
    </aside>
  );
}

interface FollowProps {
  /** The line is the owner's, and could follow what is found instead. */
  readonly isOwn: boolean;
  readonly say: string;
  readonly words: string;
  readonly onFollow: () => void;
}

function Follow({ isOwn, say, words, onFollow }: FollowProps) {
  return (
    <p className="sm faint line-follow">
      {isOwn ? (
        <button type="button" className="plain link" onClick={onFollow}>
          {words}
        </button>
      ) : (
        say
      )}
    </p>
  );
}

function Names({ rules, onRules }: Pick<LadderEditorProps, 'rules' | 'onRules'>) {
  const { t } = useTranslation('ladder');
  const { t: segments } = useTranslation('segments');
  const set = (step: LadderStep, name: string): void => {
    const { [step]: _, ...others } = rules.names;
    onRules({ ...rules, names: name === '' ? others : { ...others, [step]: name } });
  };
  return (
    <section className="step-names">
      <h3>{t('edit.names')}</h3>
      {ladderSteps.toReversed().map((step) => (
        <div key={step}>
          <b>{step}</b>
          <Input
            size="small"
            maxLength={20}
            aria-label={t('edit.nameOf', { step })}
            placeholder={segments(`ladder.${step}`)}
            value={rules.names[step] ?? ''}
            onChange={(event) => set(step, event.target.value)}
          />
        </div>
      ))}
    </section>
  );
}
