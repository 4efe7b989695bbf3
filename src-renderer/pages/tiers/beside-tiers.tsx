/** What stands beside the tiers: the rule and its lines, who is meant by a cell or a move, or what a figure is made of. */

import { useTranslation } from 'react-i18next';
import type { CustomerFilter } from '../../../src-shared/contract/customers.ts';
import type { Tier } from '../../../src-shared/rfm.ts';
import type { Surroundings } from '../../link/use-basis.ts';
import { useChangeSettings } from '../../link/use-change-settings.ts';
import { useConditionWords } from '../../parts/condition-words.ts';
import { Explanation } from '../../parts/explanation/explanation.tsx';
import { CellPeople } from './cell-people.tsx';
import type { GridCell } from './grid-model.ts';
import { type Move, MovePeople } from './movers.tsx';
import { RulePanel } from './rule-panel.tsx';
import type { Tiers } from './use-tiers.ts';

/** Bands of the grid: a cell, a row, a column, or (none) all of it. */
export type Bands = Partial<Pick<GridCell, 'recencyFrom' | 'recencyTo' | 'ordersFrom' | 'ordersTo'>>;

/** The name of a fact of a list. */
export type TierFact = 'customers' | 'netMinor' | 'averageMinor';

export type Beside =
  /** The figures of a tier, or of all; `before`: by the saved rule, while another is tried. */
  | { readonly kind: 'tier'; readonly tier: Tier | undefined; readonly fact: TierFact; readonly before?: boolean }
  /** How many stand in these bands. */
  | { readonly kind: 'bands'; readonly bands: Bands }
  /** Where high begins. */
  | { readonly kind: 'lines'; readonly fact: 'nearLine' | 'oftenLine' | 'muchMinorLine' }
  | { readonly kind: 'people'; readonly cell: GridCell }
  | { readonly kind: 'move'; readonly move: Move };

export interface BesideTiersProps {
  readonly tiers: Tiers;
  readonly surroundings: Surroundings;
  readonly beside: Beside | null;
  readonly onBeside: (beside: Beside | null) => void;
}

export function BesideTiers({ tiers, surroundings, beside, onBeside }: BesideTiersProps) {
  const { t } = useTranslation('tiers');
  const change = useChangeSettings();
  const { shown, now, basis } = tiers;
  const onClose = (): void => onBeside(null);
  if (shown === undefined || now === undefined) return null;
  if (beside?.kind === 'people') {
    return (
      <CellPeople
        cell={beside.cell}
        basis={basis}
        onClose={onClose}
        onWhy={() => onBeside({ kind: 'bands', bands: beside.cell })}
      />
    );
  }
  if (beside?.kind === 'move') {
    return <MovePeople move={beside.move} before={tiers.savedBasis} after={basis} onClose={onClose} />;
  }
  if (beside?.kind === 'lines') {
    return (
      <Explanation
        subject={{ kind: 'metric', name: 'rfm-lines', title: t('whyLines'), fact: beside.fact }}
        basis={basis}
        currency={shown.currency}
        onClose={onClose}
        takesFocus
      />
    );
  }
  if (beside !== null) return <FigureOf {...{ tiers, surroundings, beside, onClose }} />;
  return (
    <RulePanel
      rule={tiers.rule}
      saved={tiers.saved}
      isTrial={tiers.isTrial}
      summary={shown}
      now={now}
      onRule={tiers.setRule}
      likely={surroundings.status.likely}
      includesLikely={basis.likely ?? true}
      onLikely={(includeLikely) =>
        void change({ includeLikely }, t(includeLikely ? 'likelyIncluded' : 'likelyLeftOut'))
      }
      onWhy={(fact) => onBeside({ kind: 'lines', fact })}
    />
  );
}

interface FigureOfProps {
  readonly tiers: Tiers;
  readonly surroundings: Surroundings;
  readonly beside: Extract<Beside, { kind: 'tier' | 'bands' }>;
  readonly onClose: () => void;
}

/** The people a figure of this page is about, as a list of customers. */
function filterOf({ shop, basis }: Tiers, beside: FigureOfProps['beside']): CustomerFilter {
  const among: CustomerFilter = {
    ...(shop === undefined ? {} : { shop }),
    ...(basis.likely === false ? { certainty: 'certain' } : {}),
    withoutCounted: false,
  };
  if (beside.kind === 'tier') return beside.tier === undefined ? among : { ...among, tiers: [beside.tier] };
  const { recencyFrom, recencyTo, ordersFrom, ordersTo } = beside.bands;
  return {
    ...among,
    ...(recencyFrom === undefined ? {} : { recencyFrom }),
    ...(recencyTo === undefined || recencyTo === null ? {} : { recencyTo }),
    ...(ordersFrom === undefined ? {} : { ordersFrom }),
    ...(ordersTo === undefined || ordersTo === null ? {} : { ordersTo }),
  };
}

function FigureOf({ tiers, surroundings, beside, onClose }: FigureOfProps) {
  const { t } = useTranslation('tiers');
  const { t: common } = useTranslation('common');
  const conditionWords = useConditionWords();
  const filter = filterOf(tiers, beside);
  const isBefore = beside.kind === 'tier' && beside.before === true;
  const { on, definition, likely, excluded, lines } = isBefore ? tiers.savedBasis : tiers.basis;
  const tier = beside.kind === 'tier' ? beside.tier : undefined;
  return (
    <Explanation
      subject={{
        kind: 'list',
        filter,
        basis: {
          on: tiers.on,
          definition,
          ...(likely === undefined ? {} : { likely }),
          ...(excluded === undefined ? {} : { excluded }),
          ...(lines === undefined ? {} : { lines }),
        },
        conditions: conditionWords(filter, surroundings.status.shops),
        title: tier === undefined ? t('whyThis') : t('whyTier', { tier: common(`tier.${tier}`) }),
        fact: beside.kind === 'tier' ? beside.fact : 'customers',
      }}
      basis={{ on, definition }}
      currency={tiers.shown?.currency ?? 'CNY'}
      onClose={onClose}
      takesFocus
    />
  );
}
