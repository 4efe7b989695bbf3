/** The question as it was put to the ledger: the SQL, the values put in, and a way to copy both. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Explanation } from '../../../src-shared/contract/explanations.ts';
import { useAct } from '../../link/use-call.ts';

export interface SqlViewProps {
  readonly sql: string;
  readonly params: Explanation['params'];
  /** Where several stand together: which one. */
  readonly title?: string;
}

const han = /\p{Script=Han}/u;

/** Statements begin by saying what they ask, in Chinese and then in English: the page's language stays. */
function inOneLanguage(sql: string, isEnglish: boolean): string {
  return sql.trim().replace(/(?:^--.*\n)+/gm, (comment) =>
    han.test(comment)
      ? comment
          .split('\n')
          .filter((line) => line === '' || han.test(line) !== isEnglish)
          .join('\n')
      : comment,
  );
}

/** Words lined up beneath each other need a wide page; here they would only break the lines. */
function withoutGaps(sql: string): string {
  return sql.replace(/(?<=\S) {2,}/g, ' ');
}

export function SqlView({ sql, params, title }: SqlViewProps) {
  const { t, i18n } = useTranslation('explanation');
  const copy = useAct('shell.copy');
  const [copied, setCopied] = useState(false);
  const values = Object.entries(params);
  const shown = inOneLanguage(sql, i18n.language === 'en');
  const text = [shown, ...values.map(([name, value]) => `-- :${name} = ${value ?? 'null'}`)].join('\n');
  const onCopy = async () => setCopied((await copy.act({ text })) !== null);
  return (
    <section className="sql" aria-label={title ?? t('sqlTitle')}>
      <div className="between">
        <h3>{title ?? t('sqlTitle')}</h3>
        <button type="button" className="plain link sm" onClick={() => void onCopy()}>
          {copied ? t('copied') : t('copy')}
        </button>
      </div>
      {/* Reachable by keyboard, as it scrolls. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus */}
      <pre className="mono" tabIndex={0}>
        {withoutGaps(shown)}
      </pre>
      {values.length > 0 && (
        <>
          <h3>{t('params')}</h3>
          <dl className="sql-params mono">
            {values.map(([name, value]) => (
              <div key={name}>
                <dt>:{name}</dt>
                <dd>{value === null ? 'null' : String(value)}</dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </section>
  );
}
