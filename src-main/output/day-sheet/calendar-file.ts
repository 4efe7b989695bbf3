/** A day sheet as an iCalendar file (RFC 5545): an entry of the whole day for each task, that takes no time in the calendar. */

import { createHash } from 'node:crypto';
import type { DaySheetItem } from '../../../src-shared/contract/day-sheets.ts';
import { addDays, type Day } from '../../../src-shared/day.ts';
import type { Language } from '../../../src-shared/problem-texts.ts';
import { sheetWords } from './words.ts';

/** A line holds so many bytes without its end; the rest goes on in the next, behind a space. */
const mostBytes = 75;

/** Cut between characters, never in one. */
export function folded(line: string): string {
  const lines: string[] = [];
  let [piece, bytes] = ['', 0];
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (bytes + size > mostBytes) {
      lines.push(piece);
      // The space that says it goes on is one of its bytes.
      [piece, bytes] = [' ', 1];
    }
    piece += character;
    bytes += size;
  }
  return [...lines, piece].join('\r\n');
}

/** A TEXT value: of control characters only the end of a line can be said. */
export function escapedText(text: string): string {
  return text
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(/\p{Cc}/gu, (found) => (found === '\n' || found === '\t' ? found : ''))
    .replace(/[\\;,]/g, (found) => `\\${found}`)
    .replaceAll('\n', '\\n');
}

const dateOf = (day: Day): string => day.replaceAll('-', '');

/** By the task alone: exported again, also for another day, it is the same entry. */
function uidOf({ origin }: DaySheetItem): string {
  return `${createHash('sha256').update(origin).digest('hex').slice(0, 32)}@regulars`;
}

function eventOf(item: DaySheetItem, stamp: string, language: Language): readonly string[] {
  const words = sheetWords[language];
  const colon = language === 'en' ? ': ' : '：';
  const said = [
    item.say,
    `${words.contact}${colon}${words.channels[item.channel]}`,
    item.phone === null ? '' : `${words.phone}${colon}${item.phone}`,
    item.nick === null ? '' : `${words.nick}${colon}${item.nick}`,
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${uidOf(item)}`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${dateOf(item.day)}`,
    `DTEND;VALUE=DATE:${dateOf(addDays(item.day, 1))}`,
    `SUMMARY:${escapedText(`${item.name}${colon}${item.why}`)}`,
    `DESCRIPTION:${escapedText(said.filter((line) => line !== '').join('\n'))}`,
    'CLASS:PRIVATE',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

/** `now`: an instant with Z, when the file is made. */
export function calendarFile(items: readonly DaySheetItem[], now: string, language: Language): string {
  const stamp = `${now.slice(0, 19).replace(/[-:]/g, '')}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Regulars//Day sheet//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    ...items.flatMap((item) => eventOf(item, stamp, language)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}
