/** What to say: the text of a template for this very person, to be copied; or, plainly, what is missing for it. */

import { Button, Select } from 'antd';
import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'wouter';
import type { TierBasis } from '../../../src-shared/contract/customers.ts';
import type { ContactChannel } from '../../../src-shared/contract/follow-ups.ts';
import type { SpokenText } from '../../../src-shared/contract/what-to-say.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { useToast } from '../../parts/toast.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';
import { useKeys } from '../../parts/use-keys.ts';
import { useFieldNames } from '../templates/left-words.ts';
import './what-to-say.css';

export interface WhatToSayProps {
  readonly customer: number;
  readonly basis: TierBasis;
  readonly channel: ContactChannel;
  readonly rule: number | null;
  /** It is spoken, not sent: nothing is copied. */
  readonly isSpoken?: boolean;
}

/** Another template that was chosen holds for everybody who is contacted for the same reason by the same way. */
function useSpoken({ customer, basis, channel, rule }: WhatToSayProps) {
  const { data } = useCall('templates.forPerson', { customer, basis, channel, rule }, { keep: false });
  const [own, setOwn] = useState<Readonly<Record<string, number>>>({});
  const key = `${channel} ${rule ?? ''}`;
  const texts = data?.texts ?? [];
  const wanted = own[key] ?? data?.offered ?? undefined;
  // Where none is whole, the best one says what it lacks; one for another way is never put forward.
  const here =
    texts.find(({ template }) => template === wanted) ??
    texts.find(({ template }) => template === data?.offered) ??
    texts.find((text) => text.channel === channel);
  return {
    isAsked: data !== undefined,
    isHeld: (data?.held.length ?? 0) > 0,
    texts,
    here,
    choose: (template: number) => setOwn((before) => ({ ...before, [key]: template })),
  };
}

export function WhatToSay(props: WhatToSayProps) {
  const { t } = useTranslation('say');
  const toast = useToast();
  const { channel, isSpoken = false } = props;
  const { isAsked, isHeld, texts, here, choose } = useSpoken(props);
  const message = here?.message ?? null;
  const copy = (): unknown => {
    if (message === null) return false;
    void navigator.clipboard.writeText(message).then(() => toast.done(t('copied')));
    return true;
  };
  useKeys({ m: isSpoken ? () => false : copy });
  if (isHeld) return null;
  return (
    <section className="say-part" aria-label={t('title')}>
      <header className="say-head">
        <h3>{t('title')}</h3>
        {texts.length > 0 && <Choice texts={texts} here={here} channel={channel} onChoose={choose} />}
        {!isSpoken && here !== undefined && (
          <Button size="small" disabled={message === null} onClick={copy}>
            {t('copy')} <kbd>M</kbd>
          </Button>
        )}
      </header>
      {isAsked && here === undefined && <NoTemplate channel={channel} />}
      {here !== undefined && message !== null && <Said text={here} message={message} />}
      {here !== undefined && message === null && <Lacking text={here} />}
    </section>
  );
}

interface ChoiceProps {
  readonly texts: readonly SpokenText[];
  readonly here: SpokenText | undefined;
  readonly channel: ContactChannel;
  readonly onChoose: (template: number) => void;
}

function Choice({ texts, here, channel, onChoose }: ChoiceProps) {
  const { t } = useTranslation('say');
  const { t: today } = useTranslation('today');
  const lacks = useLackWords();
  const labelOf = (text: SpokenText): string => {
    const name =
      text.channel === channel
        ? text.name
        : t('channelOf', { name: text.name, channel: today(`channels.${text.channel}`) });
    return text.message === null ? t('lacking', { name, what: lacks(text) }) : name;
  };
  return (
    <Select
      size="small"
      className="say-choice"
      aria-label={t('choose')}
      placeholder={t('choose')}
      value={here?.template ?? null}
      options={texts.map((text) => ({ value: text.template, label: labelOf(text) }))}
      popupMatchSelectWidth={false}
      onChange={(template: number | null) => {
        if (template !== null) onChoose(template);
      }}
    />
  );
}

function useLackWords(): (text: SpokenText) => string {
  const { t: common } = useTranslation('common');
  const names = useFieldNames();
  return ({ missing, unknown }) => [...missing.map((field) => names[field]), ...unknown].join(common('listComma'));
}

/** Words to mind stand out, each at its place. */
function Said({ text, message }: { readonly text: SpokenText; readonly message: string }) {
  const { t } = useTranslation('say');
  let at = 0;
  const parts: ReactNode[] = text.banned.map(({ from, to }) => {
    const before = message.slice(at, from);
    at = to;
    return (
      <Fragment key={from}>
        {before}
        <mark>{message.slice(from, to)}</mark>
      </Fragment>
    );
  });
  const { sms, banned } = text;
  return (
    <>
      <p className="say-text">
        {parts}
        {message.slice(at)}
      </p>
      {(sms !== null || banned.length > 0) && (
        <p className="say-under dim sm">
          {sms !== null && <span>{t('sms', { count: sms.segments })}</span>}
          {banned.length > 0 && <span className="few">{t('banned', { count: banned.length })}</span>}
        </p>
      )}
    </>
  );
}

function Lacking({ text }: { readonly text: SpokenText }) {
  const { t } = useTranslation('say');
  const lacks = useLackWords();
  const { name, unknown } = text;
  return <p className="few say-none">{t(unknown.length > 0 ? 'unknown' : 'missing', { name, what: lacks(text) })}</p>;
}

function NoTemplate({ channel }: Pick<WhatToSayProps, 'channel'>) {
  const { t, i18n } = useTranslation('say');
  const { t: today } = useTranslation('today');
  const { t: templates } = useTranslation('templates');
  const said = useUndoableToast();
  const { act, busy } = useAct('templates.begin');
  const begin = async (): Promise<void> => {
    const done = await act({ language: i18n.language === 'en' ? 'en' : 'zh-CN' });
    if (done?.edit != null) said(templates('did.begun', { count: done.templates }), done.edit);
  };
  return (
    <div className="say-none say-begin">
      <span className="dim">{t('none', { channel: today(`channels.${channel}`) })}</span>
      <Link href="/templates?">{t('write')}</Link>
      <button type="button" className="plain link" disabled={busy} onClick={() => void begin()}>
        {t('begin')}
      </button>
    </div>
  );
}
