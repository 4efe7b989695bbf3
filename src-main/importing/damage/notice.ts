/** Damage that no row shows by itself: a file that breaks off, totals that do not add up, dates out of their order. After a table is staged. */

import type { Database } from 'better-sqlite3';
import type { Singles } from '../singles/singles.ts';
import { noticeClaims } from './claims.ts';
import { noticeDates } from './date-neighbours.ts';
import { noticeLastRecord } from './last-record.ts';

/** Before the rows that several speak of are put together. `sources`: how many tables were staged. */
export function noticeDamage(stage: Database, singles: Singles, sources: number): void {
  for (let sourceNo = 1; sourceNo <= sources; sourceNo += 1) {
    noticeLastRecord(stage, singles, sourceNo);
    noticeClaims(stage, sourceNo);
    noticeDates(stage, singles, sourceNo);
  }
}
