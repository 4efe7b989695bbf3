/**
 * A day sheet as one page for a telephone: all of it in one file, without a network. What is ticked and noted is kept by the page itself, and
 * can be copied to be sent back. Without a script it can still be read, and numbers still call.
 */

import { createHash } from 'node:crypto';
import type { DaySheetItem } from '../../../src-shared/contract/day-sheets.ts';
import { outcomes } from '../../../src-shared/contract/follow-ups.ts';
import type { Day } from '../../../src-shared/day.ts';
import { telUri } from '../../../src-shared/phone-uri.ts';
import type { Language } from '../../../src-shared/problem-texts.ts';
import style from './phone-page.css?raw';
import script from './phone-page.txt?raw';
import { sheetWords } from './words.ts';

export interface PhonePage {
  readonly items: readonly DaySheetItem[];
  readonly on: Day;
  readonly shop: string;
  readonly masked: boolean;
  readonly language: Language;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (found) => `&#${found.charCodeAt(0)};`);
}

/** Line ends stay. */
function lines(text: string): string {
  return escaped(text).replaceAll('\n', '<br>');
}

function itemHtml(item: DaySheetItem, at: number, { masked, language }: PhonePage): string {
  const words = sheetWords[language];
  const { phone, nick } = item;
  const choices = outcomes.map(
    (outcome) =>
      `<label><input type="radio" name="o${at}" value="${outcome}"><span>${escaped(words.outcomes[outcome])}</span></label>`,
  );
  const number =
    phone === null
      ? ''
      : masked
        ? `<span class="tel">${escaped(phone)}</span>`
        : `<a class="tel" href="${escaped(telUri(phone))}">${escaped(phone)}</a>`;
  return (
    `<li data-at="${at}" data-name="${escaped(item.name)}"><header><label class="tick"><input type="checkbox" aria-label="${escaped(words.done)}"></label>` +
    `<b>${at + 1}. ${escaped(item.name)}</b><small>${escaped(item.place ?? '')}</small><span class="by">${escaped(words.channels[item.channel])}</span></header>` +
    `<p class="why">${lines(item.why)}</p>${item.say === '' ? '' : `<p class="say">${lines(item.say)}</p>`}` +
    `<p class="reach">${number}${nick === null ? '' : `<span>${escaped(words.nick)} <b>${escaped(nick)}</b></span>`}</p>` +
    `<fieldset>${choices.join('')}</fieldset>` +
    `<input class="note" type="text" maxlength="300" placeholder="${escaped(words.note)}" aria-label="${escaped(words.note)}"></li>`
  );
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/** The page may run its own script and no other, and ask nothing of anybody. */
function policy(): string {
  return `default-src 'none'; style-src ${hashOf(style)}; script-src ${hashOf(script)}; base-uri 'none'; form-action 'none'`;
}

export function phonePage(page: PhonePage): string {
  const { items, on, shop, masked, language } = page;
  const words = sheetWords[language];
  const title = `${words.title} ${on}`;
  // What was ticked in one sheet is not that of another.
  const key = createHash('sha256')
    .update(JSON.stringify([on, items]))
    .digest('hex')
    .slice(0, 16);
  const body =
    items.length === 0
      ? `<p class="none">${escaped(words.none)}</p>`
      : `<ol>${items.map((item, at) => itemHtml(item, at, page)).join('')}</ol>`;
  return [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy()}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">',
    '<meta name="format-detection" content="telephone=no">',
    `<title>${escaped(title)}</title><style>${style}</style></head>`,
    `<body data-key="regulars-${key}" data-on="${on}" data-kept="${escaped(words.kept)}" data-not-kept="${escaped(words.notKept)}">`,
    `<h1>${escaped(title)}</h1><p class="shop">${escaped(shop)}${masked ? ` · ${escaped(words.masked)}` : ''}</p>`,
    `<p class="count"><b>0</b> / ${items.length}</p>`,
    body,
    `<section><h2>${escaped(words.results)}</h2><p>${escaped(words.resultsSay)} <span id="keeps"></span></p>`,
    `<textarea id="results" readonly rows="6" aria-label="${escaped(words.results)}"></textarea></section>`,
    `<script>${script}</script></body></html>`,
    '',
  ].join('\n');
}
