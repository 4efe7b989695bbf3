/** Theme and language as the shell shows them before any page has spoken, and the colours of the window's frame. */

import { app, nativeTheme } from 'electron';

export type Language = 'zh-CN' | 'en';
export type Theme = 'system' | 'light' | 'dark';

export interface Look {
  readonly theme: Theme;
  readonly language: Language;
}

/** Used until the page has said what the owner chose. */
export function machineLook(): Look {
  return { theme: 'system', language: app.getLocale().toLowerCase().startsWith('en') ? 'en' : 'zh-CN' };
}

/** The page's own paper, rail and ink: the frame is drawn in them so that no white flashes before the page is there. */
export function frameColours(): { readonly paper: string; readonly rail: string; readonly ink: string } {
  return nativeTheme.shouldUseDarkColors
    ? { paper: '#1C1B18', rail: '#151411', ink: '#EBE5D9' }
    : { paper: '#FBF8F1', rail: '#F2EDE2', ink: '#24211C' };
}
