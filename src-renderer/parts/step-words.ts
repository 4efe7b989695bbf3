/** What a step of the ladder is called: as the owner does, else as the program. */

import { useTranslation } from 'react-i18next';
import type { LadderRules, LadderStep } from '../../src-shared/ladder.ts';

export interface StepWords {
  /** 'E 来得勤、单价高'. */
  readonly whole: (step: LadderStep) => string;
  /** Without its letter. */
  readonly name: (step: LadderStep) => string;
}

export function useStepWords(names: LadderRules['names'] | undefined): StepWords {
  const { t } = useTranslation('segments');
  const name = (step: LadderStep): string => names?.[step] || t(`ladder.${step}`);
  return { name, whole: (step) => `${step} ${name(step)}` };
}
