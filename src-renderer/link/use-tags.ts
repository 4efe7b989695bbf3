/** The owner's tags. */

import type { Tag } from '../../src-shared/contract/tags.ts';
import { useCall } from './use-call.ts';

/** By name; undefined until known. */
export function useTags(): readonly Tag[] | undefined {
  return useCall('tags.list', {}).data?.tags;
}
