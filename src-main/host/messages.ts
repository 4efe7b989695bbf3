/** Templates and send lists for the table of handlers. */

import { removeSendLayout, saveSendLayout, sendLayouts } from '../ledger/templates/send-layouts.ts';
import { addTemplates, removeTemplate, saveTemplate, storedTemplates } from '../ledger/templates/stored-templates.ts';
import { firstTemplates } from '../output/messages/first-templates.ts';
import { previewMessage } from '../output/messages/preview-message.ts';
import { type Desk, runHere } from './desk.ts';
import type { Handlers, Ways } from './handlers.ts';

export function messages(desk: Desk, ways: Ways) {
  return {
    'templates.list': () =>
      ways.ask((reading) => ({
        templates: storedTemplates(reading).map(({ template, content }) => ({ template, ...content })),
      })),
    'templates.save': (params) =>
      ways.act((ledger, now) => saveTemplate(ledger, params, { reason: 'templates.save', now })),
    'templates.remove': ({ template }) =>
      ways.act((ledger, now) => removeTemplate(ledger, template, { reason: 'templates.remove', now })),
    'templates.begin': ({ language }) =>
      ways.act((ledger, now) => addTemplates(ledger, firstTemplates(language), { reason: 'templates.begin', now })),
    'templates.preview': (params) => ways.ask((reading) => previewMessage(reading, params, desk.scores)),
    'sendLists.layouts': () =>
      ways.ask((reading) => ({
        layouts: sendLayouts(reading).map(({ layout, content }) => ({ layout, ...content })),
      })),
    'sendLists.saveLayout': (params) =>
      ways.act((ledger, now) => saveSendLayout(ledger, params, { reason: 'sendLists.saveLayout', now })),
    'sendLists.removeLayout': ({ layout }) =>
      ways.act((ledger, now) => removeSendLayout(ledger, layout, { reason: 'sendLists.removeLayout', now })),
    'sendLists.review': async (request) => {
      const { customers: _customers, ...review } = await runHere(desk, 'sendList', { request, file: null });
      return review;
    },
    'sendLists.write': ({ layout, target, ...request }) => {
      const { path } = desk.tickets.target(target);
      return runHere(desk, 'sendList', { request, file: { layout, path } });
    },
  } satisfies Partial<Handlers>;
}
