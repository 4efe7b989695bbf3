/** What to say: what the templates say to this person. */

import type { SameKeys } from '../text-shape.ts';
import type { say as zh } from '../zh-CN/say.ts';

export const say: SameKeys<typeof zh> = {
  title: 'What to say',
  choose: 'Another text',
  channelOf: '{{name}} ({{channel}})',
  lacking: '{{name}}, lacks {{what}}',
  copy: 'Copy',
  copied: 'What to say is copied',
  missing:
    '“{{name}}” cannot be said to this person: it lacks {{what}}. Choose another, or add it on the customer’s page.',
  unknown: 'In “{{name}}” {{what}} is no field: correct the template first.',
  none: 'No template yet for this channel: {{channel}}.',
  write: 'Write one',
  begin: 'Add a common set',
  banned_one: '{{count, number}} word to mind in advertising',
  banned_other: '{{count, number}} words to mind in advertising',
  sms_one: '{{count, number}} text message',
  sms_other: '{{count, number}} text messages',
  key: 'M copy the text',
};
