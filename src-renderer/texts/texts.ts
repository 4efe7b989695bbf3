/** All texts of the pages, in the bundle; the language can be changed while the window is open. */

import i18next, { type i18n } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en/all.ts';
import { zh } from './zh-CN/all.ts';

export const languages = ['zh-CN', 'en'] as const;
export type Language = (typeof languages)[number];

/** Starts the texts; they are there at once, nothing is fetched. */
export function startTexts(language: Language): i18n {
  const texts = i18next.createInstance();
  void texts.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    initAsync: false,
    defaultNS: 'common',
    ns: Object.keys(zh),
    resources: { 'zh-CN': zh, en },
    // React escapes by itself.
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  return texts;
}
