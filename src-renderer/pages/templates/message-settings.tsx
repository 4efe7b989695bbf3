/** What every text message begins and ends with, and the words that are pointed out in texts. Kept in the settings. */

import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Settings } from '../../../src-shared/contract/settings.ts';
import { useAct } from '../../link/use-call.ts';
import { useToast } from '../../parts/toast.tsx';

export interface MessageSettingsProps {
  readonly settings: Settings;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** One word a line; each once. */
function wordsIn(text: string): string[] {
  const words = text.split(/[\n,，、;；]/).map((word) => word.trim().slice(0, 30));
  return [...new Set(words.filter((word) => word !== ''))].slice(0, 500);
}

export function MessageSettings({ settings, isOpen, onClose }: MessageSettingsProps) {
  const { t } = useTranslation('templates');
  return (
    <Modal open={isOpen} title={t('settings.title')} footer={null} destroyOnHidden width="52rem" onCancel={onClose}>
      <Form settings={settings} onClose={onClose} />
    </Modal>
  );
}

function Form({ settings, onClose }: Omit<MessageSettingsProps, 'isOpen'>) {
  const { t } = useTranslation('templates');
  const { t: common } = useTranslation('common');
  const toast = useToast();
  const { act, busy } = useAct('settings.change');
  const [signature, setSignature] = useState(settings.smsSignature);
  const [optOut, setOptOut] = useState(settings.smsOptOut);
  const [words, setWords] = useState(settings.bannedWords.join('\n'));
  const keep = async (): Promise<void> => {
    const kept = await act({ smsSignature: signature, smsOptOut: optOut, bannedWords: wordsIn(words) });
    if (kept === null) return;
    toast.done(t('settings.kept'));
    onClose();
  };
  return (
    <form
      className="tpl-settings"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <label htmlFor="sms-signature">{t('settings.signature')}</label>
      <Input
        id="sms-signature"
        maxLength={20}
        placeholder={t('settings.signatureHint')}
        value={signature}
        onChange={({ target }) => setSignature(target.value)}
      />
      <label htmlFor="sms-opt-out">{t('settings.optOut')}</label>
      <Input
        id="sms-opt-out"
        maxLength={40}
        placeholder={t('settings.optOutHint')}
        value={optOut}
        onChange={({ target }) => setOptOut(target.value)}
      />
      <label htmlFor="banned-words">{t('settings.banned')}</label>
      <Input.TextArea id="banned-words" rows={9} value={words} onChange={({ target }) => setWords(target.value)} />
      <p className="faint sm">{t('settings.say')}</p>
      <div className="dialog-acts">
        <Button onClick={onClose}>{common('action.cancel')}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t('settings.keep')}
        </Button>
      </div>
    </form>
  );
}
