/** The layout of a send list as it is chosen and changed, the file, and that it was sent. */

import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LayoutContent } from '../../../src-shared/contract/send-lists.ts';
import type { Audience, TemplateContent } from '../../../src-shared/contract/templates.ts';
import { firstLayouts } from '../../../src-shared/message/send-heads.ts';
import { useAct, useCall } from '../../link/use-call.ts';
import { useToast } from '../../parts/toast.tsx';
import { useUndoableToast } from '../../parts/undoable.ts';

/** The owner's own by its number, one that is always at hand by its place. */
export type LayoutKey = `own:${number}` | `first:${number}`;

export interface Sending {
  readonly layouts: readonly { readonly key: LayoutKey; readonly name: string }[];
  readonly chosen: LayoutKey;
  readonly layout: LayoutContent;
  readonly isOwn: boolean;
  readonly choose: (key: LayoutKey) => void;
  readonly change: (part: Partial<LayoutContent>) => void;
  readonly keep: () => Promise<void>;
  readonly remove: () => Promise<void>;
  /** Who is in the file that was written; null: none was. */
  readonly written: readonly number[] | null;
  readonly write: () => Promise<void>;
  readonly mark: () => Promise<void>;
  readonly isWriting: boolean;
  readonly isMarking: boolean;
}

/** Which of those at hand suits the way a text is sent. */
const firstFor: Readonly<Record<TemplateContent['channel'], number>> = {
  sms: 0,
  phone: 0,
  marketplace: 3,
  wechat: 3,
  email: 4,
  post: 5,
};

function useLayouts(channel: TemplateContent['channel']) {
  const { t, i18n } = useTranslation('templates');
  const say = useUndoableToast();
  const { data } = useCall('sendLists.layouts', {});
  const save = useAct('sendLists.saveLayout').act;
  const remove = useAct('sendLists.removeLayout').act;
  const first = firstLayouts(i18n.language === 'en' ? 'en' : 'zh-CN');
  const all = [
    ...(data?.layouts ?? []).map(({ layout, ...content }) => ({ key: `own:${layout}` as const, content })),
    ...first.map((content, at) => ({ key: `first:${at}` as const, content })),
  ];
  const [asked, setAsked] = useState<LayoutKey>(`first:${firstFor[channel]}`);
  const [changed, setChanged] = useState<Partial<LayoutContent>>({});
  const found = all.find(({ key }) => key === asked) ?? all.at(-1);
  const chosen: LayoutKey = found?.key ?? 'first:0';
  const layout = { ...(found?.content ?? first[0] ?? ({} as LayoutContent)), ...changed };
  const number = chosen.startsWith('own:') ? Number(chosen.slice('own:'.length)) : null;
  const choose = (key: LayoutKey): void => {
    setAsked(key);
    setChanged({});
  };
  return {
    layouts: all.map(({ key, content }) => ({ key, name: content.name })),
    chosen,
    layout,
    isOwn: number !== null,
    choose,
    change: (part: Partial<LayoutContent>) => setChanged((before) => ({ ...before, ...part })),
    keep: async () => {
      const done = await save({ layout: number, content: layout });
      if (done === null) return;
      choose(`own:${done.layout}`);
      say(t('did.layoutSaved', { name: layout.name }), done.edit);
    },
    remove: async () => {
      if (number === null) return;
      const done = await remove({ layout: number });
      if (done !== null) say(t('did.layoutRemoved', { name: layout.name }), done.edit);
    },
  };
}

export function useSending(content: TemplateContent, audience: Audience): Sending {
  const { t } = useTranslation('templates');
  const { t: customers } = useTranslation('customers');
  const toast = useToast();
  const say = useUndoableToast();
  const layouts = useLayouts(content.channel);
  const choose = useAct('shell.chooseTarget');
  const write = useAct('sendLists.write');
  const reveal = useAct('shell.reveal').act;
  const sent = useAct('contacts.sent');
  const [written, setWritten] = useState<readonly number[] | null>(null);
  const { layout } = layouts;
  return {
    ...layouts,
    written,
    isWriting: choose.busy || write.busy,
    isMarking: sent.busy,
    write: async () => {
      const chosen = await choose.act({ name: `${content.name}-${audience.basis.on}.${layout.format}` });
      const target = chosen?.target ?? null;
      if (target === null) return;
      const done = await write.act({ ...audience, content, layout, target });
      if (done === null) return;
      setWritten(done.customers);
      toast.done(t('did.written', { count: done.customers.length }), {
        label: customers('showFile'),
        run: () => void reveal({ what: target }),
      });
    },
    mark: async () => {
      if (written === null || written.length === 0) return;
      const done = await sent.act({
        customers: [...written],
        day: audience.basis.on,
        channel: content.channel,
        about: content.name,
      });
      if (done === null) return;
      setWritten(null);
      say(t('did.marked', { count: done.contacts }), done.edit);
    },
  };
}
