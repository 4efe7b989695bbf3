/** The block of cells taken in the list, and what it comes to. */

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { figureColumns, type TierBasis } from '../../../src-shared/contract/customers.ts';
import { useConnection } from '../../link/connection-context.tsx';
import type { CellsTaken } from '../../parts/table-cells.ts';
import type { CustomerView } from '../../state/customer-filter.ts';
import type { CellSums } from './list-foot.tsx';

/** While the mouse draws, only where it rests is added up. */
const restMs = 50;

export interface Cells {
  readonly taken: CellsTaken | null;
  readonly sums: CellSums | undefined;
  readonly onCells: (cells: CellsTaken | null) => void;
}

export function useCells(view: CustomerView, basis: TierBasis): Cells {
  const connection = useConnection();
  const [taken, setTaken] = useState<CellsTaken | null>(null);
  const [rested, setRested] = useState<CellsTaken | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => setRested(taken), restMs);
    return () => clearTimeout(timer);
  }, [taken]);
  const columns = figureColumns.filter((name) => rested?.columns.includes(name) === true);
  const { data } = useQuery({
    queryKey: ['customers.cells', view, basis, rested],
    queryFn: () => {
      const { from = 0, count = 0 } = rested ?? {};
      return connection.call('customers.cells', { ...view, basis, from, count, columns });
    },
    enabled: rested !== null,
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  });
  return { taken, sums: taken === null ? undefined : data, onCells: setTaken };
}
