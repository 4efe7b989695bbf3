/** Conditions belong to the shop they were made in: when another ledger is opened (the demo shop, or back), lists begin anew. */

import { useEffect, useRef } from 'react';
import { useOpenList } from './customer-filter.ts';
import { forgetPlace } from './list-place.ts';

/** Takes the conditions out of the address without a step of its own for going back. */
export function forgetLists(): void {
  useOpenList.getState().openAlone();
  forgetPlace();
  const { pathname, hash, search } = window.location;
  if (search !== '') window.history.replaceState(window.history.state, '', `${pathname}${hash}`);
}

/** `demo`: whether the demo shop lies open; undefined until known. */
export function useForgetLists(demo: boolean | undefined): void {
  const before = useRef(demo);
  useEffect(() => {
    if (before.current !== undefined && demo !== undefined && before.current !== demo) forgetLists();
    if (demo !== undefined) before.current = demo;
  }, [demo]);
}
