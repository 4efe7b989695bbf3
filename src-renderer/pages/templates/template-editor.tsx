/** One template being written: its name, how it is sent, its words, and the fields that are put in where the cursor stands. */

import { Button, Input, Select } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { contactChannels } from '../../../src-shared/contract/follow-ups.ts';
import type { TemplateContent } from '../../../src-shared/contract/templates.ts';
import { bannedIn } from '../../../src-shared/message/banned-words.ts';
import { mergeFields } from '../../../src-shared/message/merge-fields.ts';
import { unknownIn } from '../../../src-shared/message/template-text.ts';
import { Icon } from '../../parts/icon.tsx';
import type { Drafts } from './draft.ts';
import { useFieldNames } from './left-words.ts';

export interface TemplateEditorProps {
  readonly drafts: Drafts;
  readonly bannedWords: readonly string[];
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onRemove: () => void;
}

export function TemplateEditor({ drafts, bannedWords, busy, onSave, onRemove }: TemplateEditorProps) {
  const { t } = useTranslation('templates');
  const { t: today } = useTranslation('today');
  const { content, change, chosen, isChanged, isComplete, forget } = drafts;
  const field = useRef<TextAreaRef>(null);
  const names = useFieldNames();
  const area = (): HTMLTextAreaElement | null => field.current?.resizableTextArea?.textArea ?? null;
  const select = (from: number, to: number): void => {
    area()?.focus();
    area()?.setSelectionRange(from, to);
  };
  /** Where the cursor stands, in place of what is selected. */
  const put = (word: string): void => {
    const { selectionStart: from = content.text.length, selectionEnd: to = from } = area() ?? {};
    change({ text: content.text.slice(0, from) + word + content.text.slice(to) });
    requestAnimationFrame(() => select(from + word.length, from + word.length));
  };
  return (
    <section className="tpl-editor" aria-label={t('editor')}>
      <div className="tpl-name">
        <Input
          aria-label={t('name')}
          placeholder={t('nameHint')}
          maxLength={60}
          value={content.name}
          onChange={({ target }) => change({ name: target.value })}
        />
        <Select<TemplateContent['channel']>
          aria-label={t('channel')}
          value={content.channel}
          options={contactChannels.map((value) => ({ value, label: today(`channels.${value}`) }))}
          onChange={(channel) => change({ channel })}
        />
      </div>
      <Input.TextArea
        ref={field}
        aria-label={t('text')}
        placeholder={t('textHint')}
        maxLength={2000}
        value={content.text}
        onChange={({ target }) => change({ text: target.value })}
      />
      <div className="tpl-fields">
        <span className="dim">{t('fields')}</span>
        {mergeFields.map((one) => (
          <button
            key={one}
            type="button"
            className="plain chip"
            title={t(`says.${one}`)}
            // The cursor stays where it is in the text.
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => put(`{${names[one]}}`)}
          >
            {names[one]}
          </button>
        ))}
      </div>
      <TextNotes {...{ content, bannedWords }} onSelect={select} />
      <div className="tpl-acts">
        <Button type="primary" title="Ctrl S" loading={busy} disabled={!isComplete || !isChanged} onClick={onSave}>
          {t('save')}
        </Button>
        {isChanged && <Button onClick={() => forget(chosen)}>{t('giveUp')}</Button>}
        {chosen !== 'new' && (
          <button type="button" className="plain link" onClick={onRemove}>
            {t('remove')}
          </button>
        )}
      </div>
    </section>
  );
}

interface TextNotesProps {
  readonly content: TemplateContent;
  readonly bannedWords: readonly string[];
  readonly onSelect: (from: number, to: number) => void;
}

/** What stops the text, and what to mind in it; a click shows the place. */
function TextNotes({ content: { text }, bannedWords, onSelect }: TextNotesProps) {
  const { t } = useTranslation('templates');
  const unknown = unknownIn(text);
  const banned = bannedIn(text, bannedWords);
  if (unknown.length === 0 && banned.length === 0) return null;
  return (
    <ul className="tpl-notes" aria-live="polite">
      {unknown.map((word) => (
        <li key={word} className="stop">
          <Icon name="stopped" />
          <button
            type="button"
            className="plain"
            onClick={() => onSelect(text.indexOf(word), text.indexOf(word) + word.length)}
          >
            {t('unknown', { word })}
          </button>
        </li>
      ))}
      {banned.map(({ word, from, to }) => (
        <li key={from} className="warn">
          <Icon name="noted" />
          <button type="button" className="plain" onClick={() => onSelect(from, to)}>
            {t('banned', { word, at: from + 1 })}
          </button>
        </li>
      ))}
    </ul>
  );
}
