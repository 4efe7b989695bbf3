/** One page of the report about damaged files, in true millimetres. Ink on white in every theme. */

import { useTranslation } from 'react-i18next';
import { rowProblemLevels } from '../../../src-shared/row-problem.ts';
import { rowProblemTexts } from '../../../src-shared/row-problem-texts.ts';
import { formatCount } from '../../parts/count-text.tsx';
import type { Sheet } from '../print/paper.ts';
import { measuresOf, PaperFoot } from '../print/paper-frame.tsx';
import { headRowsOn, type ReportLine } from './report-pages.ts';

/** What stands around the lines. */
export interface ReportWords {
  readonly name: string;
  readonly shop: string;
  readonly sum: string;
  /** What the files say of themselves and is not so; '' when there is nothing. */
  readonly claims: string;
  readonly foot: readonly string[];
}

export interface ReportPageProps {
  readonly lines: readonly ReportLine[];
  readonly words: ReportWords;
  readonly sheet: Sheet;
  readonly at: number;
  readonly pages: number;
}

/** Row, column, what the cell says, file: of the width. */
const shares = ['9%', '22%', '41%', '28%'] as const;

export function ReportPage({ lines, words, sheet, at, pages }: ReportPageProps) {
  const { t } = useTranslation('repairs');
  const print = useTranslation('print').t;
  return (
    <section
      className="a4 paper-page report-page"
      style={measuresOf(sheet, headRowsOn(sheet))}
      aria-label={print('pageOf', { at: at + 1, pages })}
    >
      {at === 0 && (
        <header>
          <div>
            <b>{words.name}</b>
            <span className="shop-name">{words.shop}</span>
          </div>
          <div>
            <span>{words.sum}</span>
            {words.claims === '' ? null : <span className="list-conditions">{words.claims}</span>}
          </div>
        </header>
      )}
      <table>
        <colgroup>
          {shares.map((width) => (
            <col key={width} style={{ width }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            <th scope="col" className="n">
              {t('paper.row')}
            </th>
            <th scope="col">{t('column')}</th>
            <th scope="col">{t('inFile')}</th>
            <th scope="col">{t('from')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) =>
            line.kind === 'head' ? (
              <KindLine key={line.code} line={line} />
            ) : (
              <PlaceLine key={placeKey(line)} line={line} />
            ),
          )}
        </tbody>
      </table>
      <PaperFoot words={words.foot} at={at} pages={pages} />
    </section>
  );
}

function placeKey({ problem }: Extract<ReportLine, { kind: 'place' }>): string {
  return `${problem.code} ${problem.file} ${problem.line} ${problem.column}`;
}

function KindLine({ line }: { readonly line: Extract<ReportLine, { kind: 'head' }> }) {
  const { t, i18n } = useTranslation('repairs');
  const titles = useTranslation('rowProblems').t;
  const common = useTranslation('common').t;
  return (
    <tr className="kind">
      <td colSpan={4}>
        <div>
          <b>{titles(line.code)}</b>{' '}
          <span>
            {common(`level.${rowProblemLevels[line.code]}`)} ·{' '}
            {line.goesOn ? t('paper.goesOn') : t('paper.places', { count: line.count })}
          </span>
          <p>{rowProblemTexts[line.code][i18n.language === 'en' ? 'en' : 'zh']}</p>
        </div>
      </td>
    </tr>
  );
}

function PlaceLine({ line }: { readonly line: Extract<ReportLine, { kind: 'place' }> }) {
  const { problem } = line;
  return (
    <tr>
      <td className="n">{formatCount(problem.line)}</td>
      <td>{problem.column}</td>
      <td className="found">{problem.found}</td>
      <td>{problem.file}</td>
    </tr>
  );
}
