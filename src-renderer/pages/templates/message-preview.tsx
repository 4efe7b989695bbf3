/** The text as one person after the other would get it: words to mind marked in it, how long it is, and why somebody would not. */

import { Button } from 'antd';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { ResultOf } from '../../../src-shared/contract/index.ts';
import { EmptyNote } from '../../parts/empty-note.tsx';
import { Icon } from '../../parts/icon.tsx';
import { useLeftWords } from './left-words.ts';

export type Preview = ResultOf<'templates.preview'>;
type Person = NonNullable<Preview['person']>;

export interface MessagePreviewProps {
  readonly preview: Preview | undefined;
  readonly isComplete: boolean;
  readonly onAt: (at: number) => void;
  readonly onCopy: (text: string) => void;
}

export function MessagePreview({ preview, isComplete, onAt, onCopy }: MessagePreviewProps) {
  const { t } = useTranslation('templates');
  if (!isComplete) return <Empty>{t('previewNothing')}</Empty>;
  if (preview === undefined) return <Empty> </Empty>;
  const { person, at, total } = preview;
  if (person === null) return <Empty>{t('previewNobody')}</Empty>;
  return (
    <section className="tpl-preview" aria-label={t('preview')}>
      <header>
        <h2>
          <Link href={`/customers/${person.customer}`}>{person.name}</Link>
        </h2>
        <span className="dim">{t('place', { at: at + 1, count: total })}</span>
        <span className="tpl-turn">
          <Button size="small" disabled={at === 0} title="←" onClick={() => onAt(at - 1)}>
            {t('before')}
          </Button>
          <Button size="small" disabled={at + 1 >= total} title="→" onClick={() => onAt(at + 1)}>
            {t('after')}
          </Button>
        </span>
      </header>
      <LeftLines person={person} />
      {person.message === null ? (
        <p className="dim tpl-hole">{t('hole')}</p>
      ) : (
        <>
          <p className="tpl-message">{marked(person.message, person.banned)}</p>
          <div className="tpl-under">
            <SmsLine person={person} />
            <button type="button" className="plain link" title="C" onClick={() => onCopy(person.message ?? '')}>
              {t('copy')}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

function Empty({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('templates');
  return (
    <section className="tpl-preview" aria-label={t('preview')}>
      <EmptyNote>{children}</EmptyNote>
    </section>
  );
}

/** The words to mind stand out in the text, each at its place. */
function marked(text: string, banned: Person['banned']): ReactNode {
  let at = 0;
  const parts = banned.map(({ from, to }) => {
    const before = text.slice(at, from);
    at = to;
    return (
      <Fragment key={from}>
        {before}
        <mark>{text.slice(from, to)}</mark>
      </Fragment>
    );
  });
  return [...parts, text.slice(at)];
}

function LeftLines({ person: { left } }: { readonly person: Person }) {
  const { t } = useTranslation('templates');
  const words = useLeftWords();
  if (left.length === 0) return null;
  return (
    <ul className="tpl-notes">
      {left.map((one) => (
        <li key={one.why} className="stop">
          <Icon name="stopped" /> {t('notSent', { why: words(one) })}
        </li>
      ))}
    </ul>
  );
}

function SmsLine({ person: { sms } }: { readonly person: Person }) {
  const { t } = useTranslation('templates');
  if (sms === null) return <span />;
  const { segments, units, alphabet, left } = sms;
  return (
    <span className={segments > 1 ? 'warn' : 'dim'}>
      {t('sms', { count: segments, units, alphabet: t(`alphabet.${alphabet}`), left })}
    </span>
  );
}
