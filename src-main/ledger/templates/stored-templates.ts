/** Templates as they stand in the ledger; each change goes through the journal. */

import { eq } from 'drizzle-orm';
import { type TemplateContent, templateContentSchema } from '../../../src-shared/contract/templates.ts';
import { Problem } from '../../../src-shared/problem.ts';
import { type Act, type Recorder, write } from '../journal.ts';
import { nextNumber } from '../next-number.ts';
import { tablesOf, template } from '../schema/tables.ts';
import type { Reading, Writing } from '../transaction.ts';

export interface StoredTemplate {
  readonly template: number;
  readonly content: TemplateContent;
}

/** In the order they were made. */
export function storedTemplates(reading: Reading): StoredTemplate[] {
  return tablesOf(reading)
    .select()
    .from(template)
    .orderBy(template.templateId)
    .all()
    .map(({ templateId, content }) => ({
      template: templateId,
      content: templateContentSchema.parse(JSON.parse(content)),
    }));
}

/** Puts a template to a content given as JSON, or takes it away. The journal is the caller's matter. */
export function storeTemplate(
  writing: Writing,
  number: number,
  stands: { readonly content: string; readonly edit: number } | null,
): void {
  const tables = tablesOf(writing);
  tables.delete(template).where(eq(template.templateId, number)).run();
  if (stands === null) return;
  tables.insert(template).values({ templateId: number, content: stands.content, editId: stands.edit }).run();
}

interface Turn {
  readonly template: number;
  readonly before: TemplateContent | null;
  readonly after: TemplateContent | null;
  readonly partOf?: number;
}

function turn(writing: Writing, record: Recorder, { template: number, before, after, ...whole }: Turn): number {
  const json = after === null ? null : JSON.stringify(after);
  const edit = record({
    table: 'template',
    rowKey: { template: number },
    field: 'content',
    before: before === null ? null : JSON.stringify(before),
    after: json,
    ...whole,
  });
  storeTemplate(writing, number, json === null ? null : { content: json, edit });
  return edit;
}

/** Throws `template-unknown`. */
function knownTemplate(reading: Reading, number: number): TemplateContent {
  const found = storedTemplates(reading).find((one) => one.template === number);
  if (found === undefined) throw new Problem('template-unknown', { template: String(number) });
  return found.content;
}

/** null: a new one. Throws `template-unknown`. */
export function saveTemplate(
  ledger: Reading,
  { template: given, content }: { readonly template: number | null; readonly content: TemplateContent },
  act: Act,
): { edit: number; template: number } {
  return write(ledger, act, (writing, record) => {
    const before = given === null ? null : knownTemplate(writing, given);
    const number = given ?? nextNumber(writing, 'template', 'template');
    return { edit: turn(writing, record, { template: number, before, after: content }), template: number };
  });
}

/** Throws `template-unknown`. */
export function removeTemplate(ledger: Reading, number: number, act: Act): { edit: number } {
  return write(ledger, act, (writing, record) => ({
    edit: turn(writing, record, { template: number, before: knownTemplate(writing, number), after: null }),
  }));
}

/** Several new ones in one step; those whose name is there already are left out. edit null: all are there. */
export function addTemplates(
  ledger: Reading,
  contents: readonly TemplateContent[],
  act: Act,
): { edit: number | null; templates: number } {
  return write(ledger, act, (writing, record) => {
    const names = new Set(storedTemplates(writing).map(({ content }) => content.name));
    const fresh = contents.filter(({ name }) => !names.has(name));
    let edit: number | null = null;
    for (const content of fresh) {
      const number = nextNumber(writing, 'template', 'template');
      const whole = edit === null ? {} : { partOf: edit };
      const part: number = turn(writing, record, { template: number, before: null, after: content, ...whole });
      edit ??= part;
    }
    return { edit, templates: fresh.length };
  });
}
