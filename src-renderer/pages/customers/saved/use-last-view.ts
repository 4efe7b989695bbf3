/** The saved view that was looked through last comes back when the list is opened without a wish; what is chosen is remembered on this computer. */

import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { Settings } from '../../../../src-shared/contract/settings.ts';
import { useAct } from '../../../link/use-call.ts';
import { useCurrentView, useSavedViews } from '../../../link/use-saved-views.ts';
import { useSettings } from '../../../link/use-settings.ts';
import { addressOfSaved, savedOf } from '../../../state/saved-view.ts';

type Place = keyof Settings['lastViews'];

/** False while it is not known which list is to be shown. */
export function useLastView(demo: boolean): boolean {
  const query = useSearch();
  const [, navigate] = useLocation();
  const { settings } = useSettings();
  const views = useSavedViews();
  const place: Place = demo ? 'demo' : 'own';
  const [isStarted, setStarted] = useState(query !== '');
  const last = settings?.lastViews[place];
  const found = views?.find(({ view, name }) => view === last?.view && name === last.name);
  const isKnown = views !== undefined && settings !== undefined;
  useEffect(() => {
    if (isStarted || !isKnown) return;
    setStarted(true);
    if (query === '' && found !== undefined) navigate(addressOfSaved(found), { replace: true });
  }, [isStarted, isKnown, query, found, navigate]);
  useRemembering(place, settings?.lastViews);
  // Through a view: which columns it has must be known too.
  return isStarted && (views !== undefined || savedOf(query) === null);
}

/** Another ledger has its own: what was looked through in one is not forgotten because another lies open. */
function useRemembering(place: Place, kept: Settings['lastViews'] | undefined): void {
  const { act } = useAct('settings.change');
  const current = useCurrentView();
  const isThrough = savedOf(useSearch()) !== null;
  const before = useRef<Place | null>(null);
  const { view, name } = current ?? {};
  useEffect(() => {
    if (kept === undefined) return;
    const last = kept[place];
    if (view !== undefined && name !== undefined) {
      before.current = place;
      if (last?.view !== view || last.name !== name) void act({ lastViews: { ...kept, [place]: { view, name } } });
      return;
    }
    if (isThrough || before.current !== place) return;
    before.current = null;
    const { [place]: _left, ...others } = kept;
    if (last !== undefined) void act({ lastViews: others });
  }, [view, name, isThrough, place, kept, act]);
}
