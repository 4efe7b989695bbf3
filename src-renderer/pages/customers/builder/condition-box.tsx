/** One condition being written: about which field, and what is asked of it. */

import { useTranslation } from 'react-i18next';
import { exclusionKinds } from '../../../../src-shared/contract/exclusions.ts';
import type { CustomField } from '../../../../src-shared/contract/fields.ts';
import {
  type FilterCondition,
  listReaches,
  type TextField,
  tierChoices,
  wishChoices,
} from '../../../../src-shared/contract/filters.ts';
import type { LedgerStatus } from '../../../../src-shared/contract/ledger.ts';
import { type Segment, valueFields } from '../../../../src-shared/contract/segments.ts';
import type { Tag } from '../../../../src-shared/contract/tags.ts';
import { gradeChoices } from '../../../../src-shared/grades.ts';
import { type LadderStep, ladderSteps } from '../../../../src-shared/ladder.ts';
import { type Level, noLevel } from '../../../../src-shared/levels.ts';
import { lifeChoices } from '../../../../src-shared/lifecycle.ts';
import { marketplaceNames, marketplaces } from '../../../../src-shared/marketplace.ts';
import { useRunNames } from '../../../link/use-runs.ts';
import { Icon } from '../../../parts/icon.tsx';
import { BoughtFields } from './bought-fields.tsx';
import { CustomValues } from './custom-values.tsx';
import { type DraftCondition, isReady, type NamedField } from './draft.ts';
import { FieldSelect } from './field-select.tsx';
import { ChoicesField, CountRange, DaysField, MoneyRange, TestField, WordsField } from './value-fields.tsx';

/** What conditions are made of besides themselves. */
export interface BuilderWords {
  readonly shops: LedgerStatus['shops'];
  /** A segment can be described by others, not by itself. */
  readonly segments: readonly Segment[];
  readonly tags: readonly Tag[];
  /** In force, the lowest first. */
  readonly levels: readonly Level[];
  /** A step of the ladder in words. */
  readonly steps: (step: LadderStep) => string;
  /** Of the owner's own. */
  readonly fields: readonly CustomField[];
  readonly currency: string;
}

export interface ConditionBoxProps {
  readonly draft: DraftCondition;
  readonly words: BuilderWords;
  /** Just added: it takes the keyboard, with its fields unfolded. */
  readonly isNew: boolean;
  readonly onDraft: (draft: DraftCondition) => void;
  readonly onRemove: () => void;
}

export function ConditionBox({ draft, words, isNew, onDraft, onRemove }: ConditionBoxProps) {
  const { t } = useTranslation('segments');
  const { condition } = draft;
  const label =
    condition.field === 'custom'
      ? (words.fields.find(({ field }) => field === condition.custom)?.name ?? `#${condition.custom}`)
      : t(`field.${condition.field}`);
  const onCondition = (next: FilterCondition): void => onDraft({ ...draft, condition: next });
  return (
    <li className="b-condition">
      <div className="b-head">
        <FieldSelect condition={condition} label={label} words={words} isNew={isNew} onCondition={onCondition} />
        <button type="button" className="plain dim" aria-label={t('dropCondition', { what: label })} onClick={onRemove}>
          <Icon name="close" />
        </button>
      </div>
      <Values condition={condition} label={label} words={words} onCondition={onCondition} />
      {!isReady(draft) && <p className="b-unready sm">{t('unready')}</p>}
    </li>
  );
}

interface ValuesProps {
  readonly condition: FilterCondition;
  readonly label: string;
  readonly words: BuilderWords;
  readonly onCondition: (condition: FilterCondition) => void;
}

function Values({ condition, label, words, onCondition }: ValuesProps) {
  const { t } = useTranslation('segments');
  switch (condition.field) {
    case 'bought':
      return <BoughtFields bought={condition} {...words} onBought={onCondition} />;
    case 'custom': {
      const field = words.fields.find((one) => one.field === condition.custom);
      return <CustomValues {...{ condition, field, label, onCondition }} />;
    }
    case 'orders':
    case 'allOrders':
    case 'recencyDays':
    case 'firstDaysAgo':
    case 'rhythmDays':
    case 'r':
    case 'f':
    case 'm': {
      const { field } = condition;
      const unit = t(`unit.${field}`);
      return (
        <CountRange
          label={label}
          range={condition}
          unit={unit}
          onRange={({ from, to }) => onCondition({ field, from, to })}
        />
      );
    }
    case 'netMinor':
    case 'paidMinor':
    case 'refundMinor':
    case 'averageMinor': {
      const { field } = condition;
      return (
        <MoneyRange
          label={label}
          range={condition}
          currency={words.currency}
          onRange={({ from, to }) => onCondition({ field, from, to })}
        />
      );
    }
    case 'firstDay':
    case 'lastDay':
      return (
        <DaysField label={label} days={condition.days} onDays={(days = {}) => onCondition({ ...condition, days })} />
      );
    case 'tier':
    case 'lifecycle':
    case 'ladder':
    case 'level':
    case 'grade':
    case 'certainty':
    case 'reach':
    case 'wish':
    case 'shop':
    case 'marketplace':
    case 'excluded':
    case 'segment':
    case 'run':
    case 'tag':
      return <Choices condition={condition} label={label} words={words} onCondition={onCondition} />;
    case 'name':
    case 'buyerId':
    case 'phone':
    case 'email':
    case 'note':
    case 'province':
    case 'city':
    case 'district':
    case 'address':
    case 'buyerNote':
    case 'sellerNote':
      return <Words condition={condition} label={label} onCondition={onCondition} />;
  }
}

type Chosen = Extract<FilterCondition, { readonly field: NamedField; readonly in: readonly unknown[] }>;

function Choices({ condition, label, words, onCondition }: ValuesProps & { readonly condition: Chosen }) {
  const { t, i18n } = useTranslation('segments');
  const { t: common } = useTranslation('common');
  const { t: customers } = useTranslation('customers');
  const { t: exclusions } = useTranslation('exclusions');
  const runs = useRunNames();
  const chinese = i18n.language !== 'en';
  const field = <Value extends string | number>(
    chosen: readonly Value[],
    named: readonly (readonly [Value, string])[],
    onChosen: (chosen: Value[]) => void,
  ) => (
    <ChoicesField {...{ label, chosen, onChosen }} options={named.map(([value, name]) => ({ value, label: name }))} />
  );
  switch (condition.field) {
    case 'tier': {
      const named = tierChoices.map(
        (tier) => [tier, tier === 'none' ? customers('neverBought') : common(`tier.${tier}`)] as const,
      );
      return field(condition.in, named, (chosen) => onCondition({ field: 'tier', in: chosen }));
    }
    case 'lifecycle': {
      const named = lifeChoices.map((stage) => [stage, common(`life.${stage}`)] as const);
      return field(condition.in, named, (chosen) => onCondition({ field: 'lifecycle', in: chosen }));
    }
    case 'ladder': {
      const named = ladderSteps.map((step) => [step, words.steps(step)] as const);
      return field(condition.in, named, (chosen) => onCondition({ field: 'ladder', in: chosen }));
    }
    case 'level': {
      if (words.levels.length === 0 && condition.in.length === 0) return <p className="dim">{t('noLevels')}</p>;
      const named = [...words.levels.map(({ id, name }) => [id, name] as const), [noLevel, t('noLevel')] as const];
      return field(condition.in, named, (chosen) => onCondition({ field: 'level', in: chosen }));
    }
    case 'grade': {
      const named = gradeChoices.map((grade) => [grade, t(`grade.${grade}`)] as const);
      return field(condition.in, named, (chosen) => onCondition({ field: 'grade', in: chosen }));
    }
    case 'certainty': {
      const named = (['certain', 'likely'] as const).map((one) => [one, customers(`certainty.${one}`)] as const);
      return field(condition.in, named, (chosen) => onCondition({ field: 'certainty', in: chosen }));
    }
    case 'reach': {
      const named = listReaches.map((one) => [one, customers(`reach.${one}`)] as const);
      return field(condition.in, named, (chosen) => onCondition({ field: 'reach', in: chosen }));
    }
    case 'wish': {
      const named = wishChoices.map((one) => [one, t(`wish.${one}`)] as const);
      return field(condition.in, named, (chosen) => onCondition({ field: 'wish', in: chosen }));
    }
    case 'shop': {
      const named = words.shops.map(({ id, name }) => [id, name] as const);
      return field(condition.in, named, (chosen) => onCondition({ field: 'shop', in: chosen }));
    }
    case 'marketplace': {
      const used = new Set<string>(words.shops.map(({ marketplace }) => marketplace));
      const named = marketplaces
        .filter((one) => used.has(one) || condition.in.includes(one))
        .map((one) => [one, marketplaceNames[one][chinese ? 'zh' : 'en']] as const);
      return field(condition.in, named, (chosen) => onCondition({ field: 'marketplace', in: chosen }));
    }
    case 'excluded': {
      const named = exclusionKinds.map((kind) => [kind, exclusions(`kind.${kind}`)] as const);
      return field(condition.in, named, (chosen) => onCondition({ field: 'excluded', in: chosen }));
    }
    case 'segment': {
      const named = words.segments.map(({ segment, name }) => [segment, name] as const);
      if (named.length === 0 && condition.in.length === 0) return <p className="dim">{t('noSegments')}</p>;
      return field(condition.in, named, (chosen) => onCondition({ field: 'segment', in: chosen }));
    }
    case 'run': {
      const named = condition.in.map((run) => [run, runs.get(run) ?? `#${run}`] as const);
      return field(condition.in, named, (chosen) => onCondition({ field: 'run', in: chosen }));
    }
    case 'tag': {
      const named = words.tags.map(({ tag, name }) => [tag, name] as const);
      if (named.length === 0 && condition.in.length === 0) return <p className="dim">{t('noTags')}</p>;
      return field(condition.in, named, (chosen) => onCondition({ field: 'tag', in: chosen }));
    }
  }
}

type Texted = Extract<FilterCondition, { readonly field: TextField }>;

function Words({ condition, label, onCondition }: Omit<ValuesProps, 'words'> & { readonly condition: Texted }) {
  const { t } = useTranslation('segments');
  const { field, test } = condition;
  const texts = 'texts' in condition ? condition.texts : [];
  return (
    <span className="b-product">
      <TestField
        label={t('howTested', { what: label })}
        test={test}
        hasPresence
        onTest={(next) =>
          onCondition(next === 'filled' || next === 'empty' ? { field, test: next } : { field, test: next, texts })
        }
      />
      {test !== 'filled' && test !== 'empty' && (
        <WordsField
          label={label}
          texts={texts}
          known={valueFields.find((known) => known === field) ?? null}
          onTexts={(next) => onCondition({ field, test, texts: next })}
        />
      )}
    </span>
  );
}
