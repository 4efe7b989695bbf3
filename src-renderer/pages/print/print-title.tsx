/** The first line of the print page: back to the list, what is printed, turning pages, zoom, PDF and print. */

import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/icon.tsx';
import { BackLink } from '../../parts/page-title.tsx';
import { Say } from '../../parts/say.tsx';
import type { Zoom } from './paper-desk.tsx';
import type { PrintActs } from './use-print-acts.ts';

export interface PrintTitleProps {
  /** Without them those of a list of customers. */
  readonly title?: string;
  readonly backTo?: string;
  /** What a list of customers can be printed as, and is. */
  readonly kind?: PaperKind;
  readonly onKind?: (kind: PaperKind) => void;
  /** undefined until the list is there. */
  readonly say: string | undefined;
  readonly zoom: Zoom;
  readonly current: number;
  readonly pages: number;
  readonly acts: PrintActs;
  /** Nothing to turn or to print. */
  readonly isEmpty: boolean;
  readonly onBack: () => void;
  readonly onZoom: (zoom: Zoom) => void;
  readonly onTurn: (page: number) => void;
}

export type PaperKind = 'list' | 'labels';

const kinds = ['list', 'labels'] as const satisfies readonly PaperKind[];
const zooms = ['whole', 'width', 'full'] as const satisfies readonly Zoom[];

export function PrintTitle(props: PrintTitleProps) {
  const { say, zoom, current, pages, acts, isEmpty, onBack, onZoom, onTurn } = props;
  const { t } = useTranslation('print');
  const { t: labels } = useTranslation('labels');
  const { title = t('title'), backTo = t('back'), kind, onKind } = props;
  return (
    <header className="head print-head">
      <BackLink to={backTo} onBack={onBack} />
      <h1>{title}</h1>
      {kind !== undefined && onKind !== undefined && (
        <Segmented
          aria-label={labels('kind')}
          value={kind}
          options={kinds.map((value) => ({ value, label: labels(`kinds.${value}`) }))}
          onChange={onKind}
        />
      )}
      {say !== undefined && <Say>{say}</Say>}
      {say !== undefined && !isEmpty && (
        <div className="acts">
          <Button aria-label={t('previous')} disabled={current === 0} onClick={() => onTurn(current - 1)}>
            <Icon name="back" />
          </Button>
          <span className="nw page-at" aria-live="polite">
            {current + 1} / {pages}
          </span>
          <Button aria-label={t('next')} disabled={current >= pages - 1} onClick={() => onTurn(current + 1)}>
            <span className="turned">
              <Icon name="back" />
            </span>
          </Button>
          <Segmented
            aria-label={t('zoom')}
            value={zoom}
            options={zooms.map((value) => ({ value, label: t(`zooms.${value}`) }))}
            onChange={onZoom}
          />
          <span className="apart" />
          <Button disabled={acts.busy} onClick={acts.savePdf}>
            {t('pdf')}
          </Button>
          <Button type="primary" icon={<Icon name="print" />} disabled={acts.busy} onClick={acts.print}>
            {t('print', { count: pages })}
          </Button>
        </div>
      )}
    </header>
  );
}
