/** The one line that says what was done, with its way back; and what could not be done, in the owner's words. */

import { App, Button } from 'antd';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { BugReport } from '../../src-shared/link/client.ts';
import { Problem } from '../../src-shared/problem.ts';
import { problemSentence } from '../../src-shared/problem-texts.ts';
import { Icon } from './icon.tsx';

export interface ToastAction {
  readonly label: string;
  readonly run: () => void;
}

export interface Toast {
  /** Something is done: `已入账 1,842 单 [撤销]`. */
  readonly done: (text: ReactNode, action?: ToastAction) => void;
  /** Something went wrong: a Problem, a BugReport, or anything else that was thrown. */
  readonly failure: (error: unknown) => void;
  /** What was said before is not said any longer: another page. What was said just now stays, unless that is over too: another file. */
  readonly clear: (alsoJustNow?: boolean) => void;
}

/** A toast that comes with a step to another page belongs to that page. */
const JUST_NOW_MS = 1000;
let lastAt = 0;

let lastKey = 0;

/** The sentence of whatever was thrown, in the page's language. */
export function useFailureText(): (error: unknown) => string {
  const { t, i18n } = useTranslation('common');
  const language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return useMemo(
    () => (error) => {
      if (error instanceof Problem) return problemSentence(error, language);
      return t('bug', { reference: error instanceof BugReport ? error.reference : '–' });
    },
    [t, language],
  );
}

/** Not one of the expected failures. */
export function isBug(error: unknown): boolean {
  return error !== null && !(error instanceof Problem);
}

/** What helps us to find a bug: reference, message, stack. */
export function detailsOf(error: unknown): string {
  if (error instanceof BugReport) return `${error.reference}\n${error.message}`;
  return error instanceof Error ? `${error.name}: ${error.message}\n${error.stack ?? ''}` : String(error);
}

export function useToast(): Toast {
  const { message } = App.useApp();
  const { t } = useTranslation('common');
  const failureText = useFailureText();
  return useMemo(() => {
    const open = (icon: 'good' | 'stopped', content: ReactNode, seconds: number, action?: ToastAction): void => {
      lastKey += 1;
      lastAt = performance.now();
      const key = `toast-${lastKey}`;
      const button =
        action === undefined ? null : (
          <Button
            size="small"
            type="text"
            className="toast-act"
            onClick={() => {
              message.destroy(key);
              action.run();
            }}
          >
            {action.label}
          </Button>
        );
      const body = (
        <span role={icon === 'good' ? 'status' : 'alert'}>
          {content}
          {button}
        </span>
      );
      void message.open({ key, icon: <Icon name={icon} />, content: body, duration: seconds });
    };
    return {
      done: (text, action) => open('good', text, action === undefined ? 4 : 10, action),
      failure: (error) => {
        // Cancelling was asked for: nothing to tell.
        if (error instanceof Problem && error.code === 'import-cancelled') return;
        const copy = {
          label: t('action.copyDetails'),
          run: () => void navigator.clipboard.writeText(detailsOf(error)),
        };
        open('stopped', failureText(error), 12, isBug(error) ? copy : undefined);
      },
      clear: (alsoJustNow = false) => {
        if (alsoJustNow || performance.now() - lastAt > JUST_NOW_MS) message.destroy();
      },
    };
  }, [message, t, failureText]);
}
