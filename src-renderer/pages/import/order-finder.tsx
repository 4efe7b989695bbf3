/** For a row whose number is spoilt: orders of the ledger it may be of. The owner picks one, or none of them. */

import { useCall } from '../../link/use-call.ts';
import { CandidateDialog } from '../../parts/candidate-dialog.tsx';
import type { RowPlace } from './row-editor.tsx';

export interface OrderFinderProps {
  readonly place: RowPlace;
  readonly found: string;
  readonly onClose: () => void;
  readonly onFix: (cells: ReadonlyMap<number, string | null>) => void;
}

export function OrderFinder({ place, found, onClose, onFix }: OrderFinderProps) {
  const { column: _, ...at } = place;
  const { data } = useCall('imports.candidates', at, { keep: false });
  return (
    <CandidateDialog
      row={place.row}
      found={found}
      candidates={data?.candidates}
      onPick={({ orderNumber }) => {
        if (data !== undefined && data.column !== null) onFix(new Map([[data.column, orderNumber]]));
        onClose();
      }}
      onClose={onClose}
    />
  );
}
