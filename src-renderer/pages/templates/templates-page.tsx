/** Templates: the texts of the shop, written at the left, and at the right what each person of a list would get. */

import { Button, Select } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useSearch } from 'wouter';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import { listBasisOf, type Surroundings, useBasis } from '../../link/use-basis.ts';
import { useCall } from '../../link/use-call.ts';
import { useSegments } from '../../link/use-segments.ts';
import { useSettings } from '../../link/use-settings.ts';
import { PageTitle } from '../../parts/page-title.tsx';
import { useToast } from '../../parts/toast.tsx';
import { useKeys } from '../../parts/use-keys.ts';
import { type CustomerView, queryOfView, segmentOf, viewOfQuery } from '../../state/customer-filter.ts';
import { useFoot } from '../../state/foot.ts';
import { useListName } from '../print/use-list-name.ts';
import { type Drafts, useDrafts } from './draft.ts';
import { MessagePreview } from './message-preview.tsx';
import { MessageSettings } from './message-settings.tsx';
import { SendDialog } from './send-dialog.tsx';
import { TemplateEditor } from './template-editor.tsx';
import { TemplateList } from './template-list.tsx';
import { useTemplateActs } from './use-template-acts.ts';
import './templates.css';

export function TemplatesPage() {
  const surroundings = useBasis();
  const { settings } = useSettings();
  return surroundings === null || settings === undefined ? null : (
    <Templates surroundings={surroundings} settings={settings} />
  );
}

interface TemplatesProps {
  readonly surroundings: Surroundings;
  readonly settings: Settings;
}

/** The person in hand, and the ways to the next. */
function usePreview(drafts: Drafts, view: CustomerView, { basis }: Surroundings) {
  const [at, setAt] = useState(0);
  const content = useDeferredValue(drafts.content);
  const asked = { ...view, basis: listBasisOf(basis), content, at };
  const { data } = useCall('templates.preview', asked, { enabled: drafts.isComplete && content.text.trim() !== '' });
  return { preview: data, at: data?.at ?? at, turn: setAt };
}

function Templates({ surroundings, settings }: TemplatesProps) {
  const { t, i18n } = useTranslation('templates');
  const { t: common } = useTranslation('common');
  const [, navigate] = useLocation();
  const toast = useToast();
  const query = useSearch();
  const view = useMemo(() => viewOfQuery(query), [query]);
  const { data } = useCall('templates.list', {});
  const templates = data?.templates ?? [];
  const drafts = useDrafts(templates, i18n.language === 'en' ? 'en' : 'zh-CN');
  const acts = useTemplateActs(drafts);
  const { preview, at, turn } = usePreview(drafts, view, surroundings);
  const [opened, setOpened] = useState<'send' | 'settings' | null>(null);
  const copy = (text: string): void => {
    void navigator.clipboard.writeText(text).then(() => toast.done(t('copied')));
  };
  const message = preview?.person?.message ?? null;
  const canSend = drafts.isComplete && (preview?.total ?? 0) > 0;
  useKeys({
    ArrowLeft: () => turn(Math.max(0, at - 1)),
    ArrowRight: () => turn(at + 1),
    'Alt+PageUp': () => turn(Math.max(0, at - 1)),
    'Alt+PageDown': () => turn(at + 1),
    '$mod+s': () => (drafts.isComplete && drafts.isChanged ? void acts.save() : undefined),
    n: () => drafts.choose('new'),
    c: () => (message === null ? false : copy(message)),
    f: () => (canSend ? setOpened('send') : false),
  });
  useTemplatesFoot(templates.length, preview?.total ?? 0);
  const isList = queryOfView(view) !== '';
  return (
    <>
      <PageTitle
        title={t('title')}
        back={{
          to: common(isList ? 'room.customers' : 'room.today'),
          onBack: () => navigate(isList ? `/customers?${queryOfView(view)}` : '/today?'),
        }}
        say={t('say')}
        actions={
          <>
            <Audience surroundings={surroundings} view={view} />
            <Button onClick={() => setOpened('settings')}>{t('settings.open')}</Button>
            <Button title="F" disabled={!canSend} onClick={() => setOpened('send')}>
              {t('send.open')}
            </Button>
          </>
        }
      />
      <div className="tpl">
        <TemplateList
          templates={templates}
          drafts={drafts}
          isBeginning={acts.isBeginning}
          onBegin={() => void acts.begin()}
        />
        <div className="tpl-work">
          <TemplateEditor
            drafts={drafts}
            bannedWords={settings.bannedWords}
            busy={acts.busy}
            onSave={() => void acts.save()}
            onRemove={() => void acts.remove()}
          />
          <MessagePreview preview={preview} isComplete={drafts.isComplete} onAt={turn} onCopy={copy} />
        </div>
      </div>
      <MessageSettings settings={settings} isOpen={opened === 'settings'} onClose={() => setOpened(null)} />
      <SendDialog
        isOpen={opened === 'send'}
        content={drafts.content}
        audience={{ ...view, basis: listBasisOf(surroundings.basis) }}
        onClose={() => setOpened(null)}
      />
    </>
  );
}

/** Whom it is for: everybody, a segment, or the list one came from. */
function Audience({ surroundings, view }: { readonly surroundings: Surroundings; readonly view: CustomerView }) {
  const { t } = useTranslation('templates');
  const [, navigate] = useLocation();
  const segments = useSegments() ?? [];
  const { name } = useListName(surroundings, view);
  const segment = segmentOf(view.filter);
  const isOther = segment === null && queryOfView({ ...view, sort: viewOfQuery('').sort }) !== '';
  return (
    <Select<number | 'all' | 'list'>
      className="tpl-audience"
      aria-label={t('audience')}
      value={isOther ? 'list' : (segment ?? 'all')}
      options={[
        { value: 'all', label: t('everybody') },
        ...(isOther ? [{ value: 'list' as const, label: name }] : []),
        ...segments.map((one) => ({ value: one.segment, label: one.name })),
      ]}
      onChange={(chosen) => {
        if (chosen !== 'list') navigate(chosen === 'all' ? '/templates?' : `/templates?segment=${chosen}`);
      }}
    />
  );
}

function useTemplatesFoot(templates: number, people: number): void {
  const { t } = useTranslation('templates');
  useFoot({
    left: (
      <>
        <span>{t('foot.templates', { count: templates })}</span>
        <span>{t('foot.people', { count: people })}</span>
      </>
    ),
    right: [t('keys.turn'), t('keys.turnTyping'), t('keys.save'), t('keys.new'), t('keys.copy'), t('keys.send')],
  });
}
