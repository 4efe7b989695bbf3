/** Fields of the owner's own. */

import type { CustomField } from '../../src-shared/contract/fields.ts';
import { useCall } from './use-call.ts';

/** In the order they were made; undefined until known. */
export function useFields(): readonly CustomField[] | undefined {
  return useCall('fields.list', {}).data?.fields;
}
