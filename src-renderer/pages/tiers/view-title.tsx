/** The head of a view of the tiers page whose lines can be tried: place and day; while trying, give up or keep. */

import { Button } from 'antd';
import type { ComponentProps } from 'react';
import { useTranslation } from 'react-i18next';
import { useFigureNotes } from '../../link/use-figure-notes.ts';
import { FigureNotesLine } from '../../parts/figure-notes.tsx';
import { PageTitle } from '../../parts/page-title.tsx';
import { TierPlace } from './tier-place.tsx';

export interface ViewTitleProps extends ComponentProps<typeof TierPlace> {
  readonly say: string;
  readonly isTrial: boolean;
  readonly giveUp: string;
  readonly keep: string;
  readonly canKeep?: boolean;
  readonly onGiveUp: () => void;
  readonly onKeep: () => void;
}

export function ViewTitle(props: ViewTitleProps) {
  const { say, isTrial, giveUp, keep, canKeep = true, onGiveUp, onKeep, ...where } = props;
  const { t } = useTranslation('tiers');
  const notes = useFigureNotes({ shop: where.place.shop, on: where.place.on });
  return (
    <PageTitle
      title={t('title')}
      say={say}
      actions={
        <>
          <TierPlace {...where} />
          {isTrial && <Button onClick={onGiveUp}>{giveUp}</Button>}
          {isTrial && (
            <Button type="primary" disabled={!canKeep} onClick={onKeep}>
              {keep}
            </Button>
          )}
        </>
      }
    >
      <FigureNotesLine notes={notes} />
    </PageTitle>
  );
}
