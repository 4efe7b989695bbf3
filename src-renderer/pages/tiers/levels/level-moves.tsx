/** What rules that are tried would do: from which level (or step) to which, how many. */

import { useTranslation } from 'react-i18next';
import type { ResultOf } from '../../../../src-shared/contract/index.ts';
import { type LevelRules, noLevel } from '../../../../src-shared/levels.ts';
import { formatCount } from '../../../parts/count-text.tsx';

export type LevelPreview = ResultOf<'levels.preview'>;
export type LevelMoveOf = Pick<LevelPreview['moves'][number], 'from' | 'to'>;

/** What a level is called; by the rules that have it. */
export function useLevelNames({ levels }: LevelRules): (level: number) => string {
  const { t } = useTranslation('levels');
  return (level) => (level === noLevel ? t('none') : (levels.find(({ id }) => id === level)?.name ?? `#${level}`));
}

export interface LevelMovesProps {
  readonly preview: LevelPreview;
  readonly title: string;
  readonly nameBefore: (level: number) => string;
  readonly nameAfter: (level: number) => string;
  readonly onOpen: (move: LevelMoveOf) => void;
}

/** A row for each level now, a column for each then; the sums of a row are those who have that level now. */
export function LevelMoves({ preview, title, nameBefore, nameAfter, onOpen }: LevelMovesProps) {
  const { t } = useTranslation('levels');
  const { before, after, moves, moved } = preview;
  const count = (from: number, to: number): number =>
    moves.find((move) => move.from === from && move.to === to)?.customers ?? 0;
  return (
    <section className="movers" aria-label={title}>
      <div className="cap">
        <h2>{title}</h2>
        {moved > 0 && <span className="dim sm">{t('moves.say')}</span>}
      </div>
      {moved > 0 && (
        <table className="ledger level-matrix">
          <thead>
            <tr>
              <th scope="col">{t('moves.from')}</th>
              {after.map(({ level }) => (
                <th key={level} scope="col" className="n">
                  {nameAfter(level)}
                </th>
              ))}
              <th scope="col" className="n">
                {t('total')}
              </th>
            </tr>
          </thead>
          <tbody>
            {before.map(({ level: from, customers }) => (
              <tr key={from}>
                <th scope="row">{nameBefore(from)}</th>
                {after.map(({ level: to }) => (
                  <td key={to} className={from === to ? 'n stays' : 'n'}>
                    <MoveCount
                      count={count(from, to)}
                      label={t('moves.cell', { from: nameBefore(from), to: nameAfter(to) })}
                      onOpen={() => onOpen({ from, to })}
                    />
                  </td>
                ))}
                <td className="n">{formatCount(customers)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

interface MoveCountProps {
  readonly count: number;
  readonly label: string;
  readonly onOpen: () => void;
}

function MoveCount({ count, label, onOpen }: MoveCountProps) {
  if (count === 0) return <span className="faint">·</span>;
  return (
    <button type="button" className="plain link" aria-label={`${label} ${formatCount(count)}`} onClick={onOpen}>
      {formatCount(count)}
    </button>
  );
}
