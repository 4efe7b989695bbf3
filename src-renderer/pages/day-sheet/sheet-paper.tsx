/** A page of the day sheet in true millimetres: each person a box with why, how, what to say, and room for what came of it. */

import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import { outcomes } from '../../../src-shared/contract/follow-ups.ts';
import type { Day } from '../../../src-shared/day.ts';
import { spacedPhone } from '../labels/use-labels.ts';
import type { Sheet } from '../print/paper.ts';
import { measuresOf, PaperFoot } from '../print/paper-frame.tsx';
import { headEms, indentMm, type Laid, leading } from './sheet-lines.ts';

export interface SheetPaperProps {
  readonly laid: readonly Laid[];
  readonly sheet: Sheet;
  readonly on: Day;
  readonly shop: string;
  readonly masked: boolean;
  /** The page, counted from 0, of so many. */
  readonly at: number;
  readonly pages: number;
}

export function SheetPaper({ laid, sheet, on, shop, masked, at, pages }: SheetPaperProps) {
  const { t } = useTranslation('daySheet');
  const { t: print } = useTranslation('print');
  const own: Record<`--${string}`, string> = {
    '--indent': `${indentMm}mm`,
    '--leading': String(leading),
    '--line-head': `${headEms}em`,
  };
  return (
    <section
      className="a4 paper-page day-sheet-page"
      style={{ ...measuresOf(sheet), ...own }}
      aria-label={print('pageOf', { at: at + 1, pages })}
    >
      <header>
        <div>
          <b>
            {t('heading')} {on}
          </b>
          <span className="shop-name">{shop}</span>
        </div>
      </header>
      <ol>
        {laid.map((one) => (
          <Person key={one.item.origin} laid={one} masked={masked} />
        ))}
      </ol>
      <PaperFoot words={[t(masked ? 'masked' : 'whole')]} at={at} pages={pages} />
    </section>
  );
}

function clamp(lines: number): CSSProperties {
  return { WebkitLineClamp: lines };
}

function Person({ laid, masked }: { readonly laid: Laid; readonly masked: boolean }) {
  const { t } = useTranslation('daySheet');
  const { t: today } = useTranslation('today');
  const { item, at, heightMm } = laid;
  const { phone, nick, order } = item;
  const reach = [
    ...(phone === null ? [] : [masked ? phone : spacedPhone(phone)]),
    ...(nick === null ? [] : [nick]),
    ...(order === null ? [] : [`${t('order')} ${order}`]),
  ];
  return (
    <li style={{ height: `${heightMm}mm` }}>
      <i className="tick-box" />
      <span className="sheet-no">{at + 1}</span>
      <p className="sheet-who">
        <b>{item.name}</b>
        <span className="sheet-place">{item.place}</span>
        <span className="sheet-by">{today(`channels.${item.channel}`)}</span>
        <span className="sheet-reach">{reach.join('　')}</span>
      </p>
      <p className="sheet-lines" style={clamp(laid.why)}>
        {item.why}
      </p>
      {laid.note > 0 && <Headed head={t('mind')} text={item.note} lines={laid.note} />}
      {laid.say > 0 && <Headed head={t('speak')} text={item.say ?? ''} lines={laid.say} />}
      <p className="sheet-result">
        {outcomes.map((outcome) => (
          <span key={outcome}>
            <i className="tick-box" /> {today(`outcomes.${outcome}`)}
          </span>
        ))}
        <span className="sheet-blank">{t('next')}</span>
        <span className="sheet-blank sheet-long">{t('note')}</span>
      </p>
    </li>
  );
}

function Headed({ head, text, lines }: { readonly head: string; readonly text: string; readonly lines: number }) {
  return (
    <div className="sheet-headed">
      <span>{head}</span>
      <p className="sheet-lines" style={clamp(lines)}>
        {text}
      </p>
    </div>
  );
}
