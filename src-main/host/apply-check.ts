/** Applies a check. A first import comes as a whole new ledger, which takes the place of the empty one here. */

import { discardCheck } from '../importing/stage.ts';
import { discardSuccessor, isWithoutOrders, takePlace } from '../ledger/successor.ts';
import { stageFolderOf } from './data-room.ts';
import { type Desk, runWriting } from './desk.ts';
import type { AnswerOf, AskOf } from './job-table.ts';

/** The check, and the reasons for which rows that are left out are kept aside. */
type Wish = Pick<AskOf<'apply'>, 'check' | 'aside'>;
type Answer = Pick<AnswerOf<'apply'>, 'batches'>;

/** null: the ledger was written to meanwhile, or is held by somebody, and the successor is gone. */
async function applyFirst(desk: Desk, wish: Wish, job: string): Promise<Answer | null> {
  const folder = desk.ledger.folder();
  let isDone = true;
  const release = desk.ledger.hold();
  try {
    const ask = { ...wish, now: desk.clock.now(), beside: true };
    const { batches } = await runWriting(desk, 'apply', ask, {
      job,
      settle: async ({ successor }) => {
        if (successor === null) return;
        const take = (): Promise<string> => {
          isDone = takePlace(folder, successor);
          return Promise.resolve(folder);
        };
        await desk.ledger.exchange(take, 'keep');
        if (isDone) discardCheck(stageFolderOf(folder), wish.check);
      },
    });
    return isDone ? { batches } : null;
  } finally {
    // What a killed worker has left; nothing where it took its place.
    discardSuccessor(folder);
    release();
  }
}

export async function applyHere(desk: Desk, wish: Wish, job: string): Promise<Answer> {
  const first = (await desk.ledger.read(isWithoutOrders)) ? await applyFirst(desk, wish, job) : null;
  if (first !== null) return first;
  const { batches } = await runWriting(desk, 'apply', { ...wish, now: desk.clock.now() }, { job });
  return { batches };
}
