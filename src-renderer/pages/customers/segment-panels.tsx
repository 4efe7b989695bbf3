/** Beside the list: the conditions being written, or the versions of the segment in view. */

import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { FilterNode } from '../../../src-shared/contract/filters.ts';
import type { LedgerStatus } from '../../../src-shared/contract/ledger.ts';
import { besideNodes } from '../../../src-shared/flat-filter.ts';
import { levelsInForce } from '../../../src-shared/levels.ts';
import { useFields } from '../../link/use-fields.ts';
import { useSettings } from '../../link/use-settings.ts';
import { useTags } from '../../link/use-tags.ts';
import { useStepWords } from '../../parts/step-words.ts';
import type { Panel } from './beside-list.tsx';
import { BuilderPanel } from './builder/builder-panel.tsx';
import type { ViewState } from './use-customer-list.ts';
import type { ListSegments } from './use-list-segments.ts';
import { VersionsPanel } from './versions-panel.tsx';

export interface SegmentPanelsProps extends ViewState {
  readonly groups: ListSegments;
  readonly panel: Panel | null;
  readonly basis: TierBasis;
  readonly shops: LedgerStatus['shops'];
  readonly currency: string;
  readonly onClose: () => void;
}

export function SegmentPanels(props: SegmentPanelsProps) {
  const { groups, panel, view, setView, basis, shops, currency, onClose } = props;
  const { segments, current, acts, builder } = groups;
  const tags = useTags();
  const { settings } = useSettings();
  const { whole: steps } = useStepWords(settings?.ladder.names);
  const levels = settings === undefined ? [] : levelsInForce(settings.levels);
  const fields = useFields();
  if (panel?.kind === 'versions' && current !== null) {
    return <VersionsPanel segment={current} acts={acts} onClose={onClose} />;
  }
  if (panel?.kind !== 'builder' || builder.builder === null) return null;
  const { draft, segment } = builder.builder;
  const of = segments.find((one) => one.segment === segment) ?? null;
  const beside = besideNodes(view.filter);
  const show = (where: FilterNode): void => {
    builder.shown(where);
    setView({ ...view, filter: { ...beside, where } });
  };
  return (
    <BuilderPanel
      {...{ draft, beside, basis, onClose }}
      segment={of}
      words={{
        shops,
        segments: segments.filter((one) => one.segment !== segment),
        tags: tags ?? [],
        steps,
        levels,
        fields: fields ?? [],
        currency,
      }}
      onDraft={builder.setDraft}
      onShow={show}
      onSave={(where) => of !== null && void acts.change(of, where)}
      onSaveNew={(where) => acts.askName({ where })}
    />
  );
}
