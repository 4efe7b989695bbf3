/** One line of what the search found: a customer, a list or a command. */

import type { ResultOf } from '../../../src-shared/contract/index.ts';
import type { Command } from './commands.ts';
import type { FoundList } from './lists.ts';

export type Hit = ResultOf<'customers.find'>['hits'][number];

export interface Choice {
  readonly key: string;
  readonly hit?: Hit;
  readonly list?: FoundList;
  readonly command?: Command;
}
