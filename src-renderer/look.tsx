/** How the window looks: theme, size of letters, height of rows, from the settings and the screen. Sets `data-theme`, `lang` and `--scale` on <html>. */

import { createContext, type ReactNode, useContext, useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Settings } from '../src-shared/contract/settings.ts';

export interface Look {
  readonly isDark: boolean;
  /** Ordinary text in px, the wide screen's extra pixel included. */
  readonly fontSize: number;
  /** fontSize over the ordinary 13: widths that are given in px are multiplied by it. */
  readonly scale: number;
  readonly rowHeight: number;
}

export type LookSettings = Pick<Settings, 'theme' | 'fontSize' | 'density' | 'language'>;

const rowHeights = { compact: 28, normal: 32, loose: 40 } as const;

function subscribeTo(query: string) {
  return (listener: () => void): (() => void) => {
    const list = window.matchMedia(query);
    list.addEventListener('change', listener);
    return () => list.removeEventListener('change', listener);
  };
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    useMemo(() => subscribeTo(query), [query]),
    () => window.matchMedia(query).matches,
  );
}

/** From 1800 px wide a size up, not emptier rows. */
export function lookOf(settings: LookSettings, systemIsDark: boolean, isWide: boolean): Look {
  const isDark = settings.theme === 'dark' || (settings.theme === 'system' && systemIsDark);
  const fontSize = settings.fontSize + (isWide ? 1 : 0);
  const scale = fontSize / 13;
  const rowHeight = Math.round(rowHeights[settings.density] * scale) + (isWide ? 2 : 0);
  return { isDark, fontSize, scale, rowHeight };
}

const LookContext = createContext<Look>({ isDark: false, fontSize: 13, scale: 1, rowHeight: 32 });

export function useLook(): Look {
  return useContext(LookContext);
}

export function LookProvider(props: { readonly settings: LookSettings; readonly children: ReactNode }) {
  const { settings } = props;
  const systemIsDark = useMedia('(prefers-color-scheme: dark)');
  const isWide = useMedia('(min-width: 1800px)');
  const look = useMemo(() => lookOf(settings, systemIsDark, isWide), [settings, systemIsDark, isWide]);
  useEffect(() => {
    const root = document.documentElement;
    root.dataset['theme'] = look.isDark ? 'dark' : 'light';
    root.lang = settings.language;
    root.style.setProperty('--scale', String(look.scale));
    root.style.setProperty('--row', `${look.rowHeight}px`);
  }, [look, settings.language]);
  return <LookContext value={look}>{props.children}</LookContext>;
}
