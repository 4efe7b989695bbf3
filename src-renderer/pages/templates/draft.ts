/**
 * Templates as they are being written: what was changed and is not kept yet stays while one looks at another. Fields are shown by their names in
 * the page's language, whichever they were written in: both are understood.
 */

import { useState } from 'react';
import type { Template, TemplateContent } from '../../../src-shared/contract/templates.ts';
import { withFieldNames } from '../../../src-shared/message/template-text.ts';
import type { Language } from '../../../src-shared/problem-texts.ts';

/** Which one is in hand: a number, or the one that is new. */
export type Chosen = number | 'new';

const blank: TemplateContent = { name: '', channel: 'sms', text: '' };

export interface Drafts {
  readonly chosen: Chosen;
  readonly content: TemplateContent;
  readonly isChanged: boolean;
  readonly isComplete: boolean;
  readonly changed: (template: Chosen) => boolean;
  readonly choose: (template: Chosen) => void;
  readonly change: (part: Partial<TemplateContent>) => void;
  /** What was written is kept, or given up. */
  readonly forget: (template: Chosen) => void;
}

function contentOf({ name, channel, text }: TemplateContent, language: Language): TemplateContent {
  return { name, channel, text: withFieldNames(text, language) };
}

function isSame(a: TemplateContent, b: TemplateContent): boolean {
  return a.name.trim() === b.name.trim() && a.channel === b.channel && a.text.trim() === b.text.trim();
}

export function useDrafts(templates: readonly Template[], language: Language): Drafts {
  const [asked, setAsked] = useState<Chosen | null>(null);
  const [drafts, setDrafts] = useState<ReadonlyMap<Chosen, TemplateContent>>(new Map());
  const known = (template: Chosen): Template | undefined => templates.find((one) => one.template === template);
  const isThere = asked === 'new' || (asked !== null && known(asked) !== undefined);
  const chosen = isThere ? asked : (templates[0]?.template ?? 'new');
  const keptOf = (template: Chosen): TemplateContent => contentOf(known(template) ?? blank, language);
  const content = drafts.get(chosen) ?? keptOf(chosen);
  const changed = (template: Chosen): boolean => {
    const draft = drafts.get(template);
    return draft !== undefined && !isSame(draft, keptOf(template));
  };
  return {
    chosen,
    content,
    isChanged: changed(chosen),
    isComplete: content.name.trim() !== '' && content.text.trim() !== '',
    changed,
    choose: setAsked,
    change: (part) => setDrafts((before) => new Map(before).set(chosen, { ...content, ...part })),
    forget: (template) =>
      setDrafts((before) => {
        const rest = new Map(before);
        rest.delete(template);
        return rest;
      }),
  };
}
