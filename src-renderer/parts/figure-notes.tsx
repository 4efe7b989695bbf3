/** The two words beside the figures of a page: the toggle for excluded orders, and the days without a file. Nothing where there are none. */

import { Checkbox } from 'antd';
import { useTranslation } from 'react-i18next';
import type { FigureNotes } from '../link/use-figure-notes.ts';
import { formatCount } from './count-text.tsx';
import { GapNote } from './gap-note.tsx';

export function ExcludedToggle({ notes }: { readonly notes: FigureNotes }) {
  const { t } = useTranslation('exclusions');
  const { excluded, includesExcluded, includeExcluded } = notes;
  if (excluded === 0) return null;
  return (
    <Checkbox
      className="with-excluded"
      checked={includesExcluded}
      onChange={({ target }) => includeExcluded(target.checked, t(target.checked ? 'included' : 'leftOut'))}
    >
      <span className="nw" title={t('toggleSay', { count: excluded })}>
        {t('toggle')} <span className="faint">{formatCount(excluded)}</span>
      </span>
    </Checkbox>
  );
}

export function FigureNotesLine({ notes }: { readonly notes: FigureNotes }) {
  return (
    <>
      <GapNote gaps={notes.gaps} />
      <ExcludedToggle notes={notes} />
    </>
  );
}
