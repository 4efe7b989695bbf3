/** Everything the owner can set, and what looks after the ledger: backups, remembered columns, the journal. One calm form. */

import { type ReactNode, type UIEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearch } from 'wouter';
import { useCall } from '../../link/use-call.ts';
import { useSettings } from '../../link/use-settings.ts';
import { PageTitle } from '../../parts/page-title.tsx';
import { useFoot } from '../../state/foot.ts';
import { AboutSection } from './about-section.tsx';
import { BackupsSection } from './backups-section.tsx';
import { ExclusionsSection } from './exclusions-section.tsx';
import { FieldsSection } from './fields-section.tsx';
import { FollowUpsSection } from './follow-ups-section.tsx';
import { JournalSection } from './journal-section.tsx';
import { LookSection } from './look-section.tsx';
import { MappingsSection } from './mappings-section.tsx';
import { TagsSection } from './tags-section.tsx';
import { TiersSection } from './tiers-section.tsx';
import './settings.css';

const sections = [
  'look',
  'followUps',
  'tiers',
  'exclusions',
  'backups',
  'mappings',
  'tags',
  'fields',
  'journal',
  'about',
] as const;
type SectionName = (typeof sections)[number];

export function SettingsPage() {
  const { t } = useTranslation('settings');
  const { settings } = useSettings();
  const { data: status } = useCall('ledger.status', {});
  const [current, setCurrent] = useState<SectionName>('look');
  const asked = useRef(Number.NEGATIVE_INFINITY);
  useFoot({ left: <span>{t('kept')}</span>, right: [t('keys.undo'), t('keys.redo')] });
  const isThere = settings !== undefined && status !== undefined;
  const wanted = new URLSearchParams(useSearch()).get('part');
  // From a page that named a part.
  useEffect(() => {
    const part = sections.find((name) => name === wanted);
    if (!isThere || part === undefined) return;
    asked.current = performance.now();
    setCurrent(part);
    goTo(part);
  }, [isThere, wanted]);
  if (settings === undefined || status === undefined) return null;
  const currency = status.shops[0]?.currency ?? 'CNY';
  const content: Readonly<Record<SectionName, ReactNode>> = {
    look: <LookSection settings={settings} />,
    followUps: <FollowUpsSection settings={settings} />,
    tiers: <TiersSection settings={settings} currency={currency} />,
    exclusions: <ExclusionsSection settings={settings} />,
    backups: <BackupsSection status={status} />,
    mappings: <MappingsSection />,
    tags: <TagsSection />,
    fields: <FieldsSection />,
    journal: <JournalSection currency={currency} />,
    about: <AboutSection status={status} />,
  };
  return (
    <>
      <PageTitle title={t('title')} say={t('say')} />
      <div className="settings">
        <nav aria-label={t('sections')}>
          {sections.map((name) => (
            <button
              key={name}
              type="button"
              className="plain"
              aria-current={name === current ? 'true' : undefined}
              onClick={() => {
                asked.current = performance.now();
                setCurrent(name);
                goTo(name);
              }}
            >
              {t(`section.${name}`)}
            </button>
          ))}
        </nav>
        {/* Reachable by keyboard, as it scrolls. */}
        <section
          className="settings-scroll"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must take the focus
          tabIndex={0}
          aria-label={t('title')}
          onScroll={(event) => {
            // The part that was asked for is marked, though the form may end before it reaches the top.
            if (performance.now() - asked.current > 300) setCurrent(sectionInView(event));
          }}
        >
          {sections.map((name) => (
            <section key={name} id={`set-${name}`} aria-labelledby={`set-${name}-head`}>
              <header>
                <h2 id={`set-${name}-head`}>{t(`section.${name}`)}</h2>
                <p className="sm dim">{t(`about.${name}`)}</p>
              </header>
              <div>{content[name]}</div>
            </section>
          ))}
        </section>
      </div>
    </>
  );
}

/** The last part that begins in the upper third; at the end of the form the last part of all, however short. */
function sectionInView({ currentTarget: form }: UIEvent<HTMLElement>): SectionName {
  if (form.scrollTop + form.clientHeight >= form.scrollHeight - 1) return 'about';
  const line = form.getBoundingClientRect().top + form.clientHeight / 3;
  const begun = sections.filter((name) => {
    const part = document.getElementById(`set-${name}`);
    return part !== null && part.getBoundingClientRect().top <= line;
  });
  return begun.at(-1) ?? 'look';
}

function goTo(name: SectionName): void {
  document.getElementById(`set-${name}`)?.scrollIntoView({ block: 'start' });
}
