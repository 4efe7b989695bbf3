/** What to say: what the templates say to this person. */

import type { SameKeys } from '../text-shape.ts';
import type { say as zh } from '../zh-CN/say.ts';

export const say: SameKeys<typeof zh> = {
  title: 'What to say',
  choose: 'Another text',
  channelOf: '{{name}} ({{channel}})',
  lacking: '{{name}}: no {{what}}',
  copy: 'Copy',
  copied: 'What to say is copied',
  missing:
    '“{{name}}” cannot be used for this person: no {{what}} is known. Choose another text, or add it on the customer’s page.',
  unknown: '{{what}} in “{{name}}” is not a field: correct the template first.',
  none: 'No template for {{channel}} yet.',
  write: 'Write one',
  begin: 'Add a common set',
  banned_one: '{{count, number}} word to avoid in advertising',
  banned_other: '{{count, number}} words to avoid in advertising',
  sms_one: '{{count, number}} text message',
  sms_other: '{{count, number}} text messages',
  key: 'M copy the text',
};
