/** Some of the settings as a page lets them be chosen: shown at once, also before they are kept. */

import { useEffect, useMemo, useState } from 'react';
import type { Settings } from '../../src-shared/contract/settings.ts';
import { useAct } from './use-call.ts';

/** `names` must be the same list each time. */
export function useKeptChoices<Name extends keyof Settings>(
  settings: Settings,
  names: readonly Name[],
): readonly [Pick<Settings, Name>, (change: Partial<Pick<Settings, Name>>) => void] {
  const { act } = useAct('settings.change');
  const [changed, setChanged] = useState<Partial<Pick<Settings, Name>>>({});
  const kept = JSON.stringify(names.map((name) => settings[name]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept now counts, whoever changed it
  useEffect(() => setChanged({}), [kept]);
  const choices = useMemo(() => ({ ...settings, ...changed }), [settings, changed]);
  const change = (part: Partial<Pick<Settings, Name>>): void => {
    setChanged((before) => ({ ...before, ...part }));
    void act(part);
  };
  return [choices, change];
}
