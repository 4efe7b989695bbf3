/** What the files say of themselves beside what their rows say: 合计 1,234.00, exactly or by how much not. */

import { useTranslation } from 'react-i18next';
import type { BatchReport, Claim } from '../../../src-shared/contract/imports.ts';
import { formatMinor, minorOf } from '../../../src-shared/money.ts';
import type { RowProblemCode } from '../../../src-shared/row-problem.ts';

/** More stand in the report that can be saved. */
const shown = 3;

/** Beneath which kind of problem a claim stands. */
function isAbout(code: RowProblemCode, { kind, said, found }: Claim): boolean {
  if (code === 'total-differs') return kind === 'sum' && said !== found;
  if (code === 'count-differs') return kind === 'count' && said !== found;
  if (code === 'total-row') return kind === 'sum' && said === found;
  return code === 'note-row' && kind === 'count' && said === found;
}

export function ClaimLines({ batch, code }: { readonly batch: BatchReport; readonly code: RowProblemCode }) {
  const { t } = useTranslation('repairs');
  const claims = (batch.claims ?? []).filter((claim) => isAbout(code, claim)).slice(0, shown);
  const money = (amount: number): string => formatMinor(minorOf(amount), batch.currency);
  return (
    <>
      {claims.map(({ line, kind, column, said, found }) => (
        <span key={`${line}-${column}`} className="sm dim claim">
          {kind === 'count'
            ? t(said === found ? 'countExact' : 'countDiffers', { said, found })
            : t(said === found ? 'sumExact' : 'sumDiffers', {
                column: column ?? '',
                said: money(said),
                found: money(found),
                difference: money(found - said),
              })}
        </span>
      ))}
    </>
  );
}
