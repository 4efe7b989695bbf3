/** A lead as a mark of a person. */

import { type LeadContent, leadContentSchema } from '../../../src-shared/contract/leads.ts';

/** The field of the mark. */
export const leadField = 'lead:1';

export function leadIn(content: string | null | undefined): LeadContent | null {
  return content === null || content === undefined || content === ''
    ? null
    : leadContentSchema.parse(JSON.parse(content));
}
