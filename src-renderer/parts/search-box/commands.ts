/** What can be done from the search box besides finding somebody: go to a room, import, change the look. */

import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { SettingChanges } from '../../../src-shared/contract/settings.ts';
import { useAct } from '../../link/use-call.ts';
import { useChooseFiles } from '../../link/use-files.ts';

const commandNames = [
  'customers',
  'tiers',
  'reports',
  'forecast',
  'review',
  'import',
  'history',
  'coverage',
  'aside',
  'exclusions',
  'print',
  'labels',
  'strategies',
  'plans',
  'templates',
  'leads',
  'tickets',
  'settings',
  'light',
  'dark',
  'system',
  'chinese',
  'english',
] as const;
type CommandName = (typeof commandNames)[number];

export interface Command {
  readonly name: CommandName;
  readonly label: string;
  readonly run: () => void;
}

const places: Partial<Record<CommandName, string>> = {
  customers: '/customers?',
  tiers: '/tiers',
  reports: '/reports',
  forecast: '/forecast',
  review: '/review',
  coverage: '/coverage',
  aside: '/aside',
  exclusions: '/exclusions',
  labels: '/labels',
  strategies: '/strategies',
  plans: '/plans',
  templates: '/templates?',
  leads: '/leads?',
  tickets: '/tickets?',
  history: '/history',
  print: '/print',
  settings: '/settings',
};
const changes: Partial<Record<CommandName, SettingChanges>> = {
  light: { theme: 'light' },
  dark: { theme: 'dark' },
  system: { theme: 'system' },
  chinese: { language: 'zh-CN' },
  english: { language: 'en' },
};

/** Every word typed must begin or stand in the command's label or its further words. */
export function matches(typed: string, label: string, words: string): boolean {
  const hay = `${label} ${words}`.toLowerCase();
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((part) => hay.includes(part));
}

/** The commands that fit what is typed; all of them when nothing is. */
export function useCommands(typed: string): readonly Command[] {
  const { t } = useTranslation('search');
  const [, navigate] = useLocation();
  const chooseFiles = useChooseFiles();
  const { act: change } = useAct('settings.change');
  const runOf = (name: CommandName) => (): void => {
    const place = places[name];
    const changed = changes[name];
    if (place !== undefined) navigate(place);
    else if (changed !== undefined) void change(changed);
    else chooseFiles();
  };
  return commandNames
    .filter((name) => matches(typed, t(`command.${name}`), t(`words.${name}`)))
    .map((name) => ({ name, label: t(`command.${name}`), run: runOf(name) }));
}
