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

/** What one claim comes to, in words. */
export function useClaimText(currency: string): (claim: Claim) => string {
  const { t } = useTranslation('repairs');
  return ({ kind, column, said, found }) => {
    if (kind === 'count') return t(said === found ? 'countExact' : 'countDiffers', { said, found });
    const money = (amount: number): string => formatMinor(minorOf(amount), currency);
    return t(said === found ? 'sumExact' : 'sumDiffers', {
      column: column ?? '',
      said: money(said),
      found: money(found),
      difference: money(found - said),
    });
  };
}

export function ClaimLines({ batch, code }: { readonly batch: BatchReport; readonly code: RowProblemCode }) {
  const textOf = useClaimText(batch.currency);
  const claims = (batch.claims ?? []).filter((claim) => isAbout(code, claim)).slice(0, shown);
  return (
    <>
      {claims.map((claim) => (
        <span key={`${claim.line}-${claim.column}`} className="sm dim claim">
          {textOf(claim)}
        </span>
      ))}
    </>
  );
}
