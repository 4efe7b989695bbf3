/** Conditions while they are being written: the filter language with a number for each part, some of them not filled in yet. Pure. */

import type { CustomField } from '../../../../src-shared/contract/fields.ts';
import {
  type CustomCondition,
  countFields,
  dayFields,
  type FilterCondition,
  type FilterNode,
  filterConditionSchema,
  type GroupKind,
  groupOf,
  moneyFields,
  partsOf,
  textFields,
} from '../../../../src-shared/contract/filters.ts';

export interface DraftCondition {
  readonly id: number;
  readonly condition: FilterCondition;
}

export interface DraftGroup {
  readonly id: number;
  readonly kind: GroupKind;
  readonly parts: readonly DraftNode[];
}

export type DraftNode = DraftGroup | DraftCondition;

let lastId = 0;
function nextId(): number {
  lastId += 1;
  return lastId;
}

export function isGroup(node: DraftNode): node is DraftGroup {
  return 'parts' in node;
}

function draftNode(node: FilterNode): DraftNode {
  const parts = partsOf(node);
  // What has no parts is a condition.
  if (parts === null) return { id: nextId(), condition: node as FilterCondition };
  return { id: nextId(), kind: groupOf(node) ?? 'all', parts: parts.map(draftNode) };
}

/** The outermost is always a group. */
export function draftOf(node: FilterNode): DraftGroup {
  const draft = draftNode(node);
  return isGroup(draft) ? draft : { id: nextId(), kind: 'all', parts: [draft] };
}

/** Does it say enough to be asked? */
export function isReady({ condition }: DraftCondition): boolean {
  return filterConditionSchema.safeParse(condition).success;
}

function nodesIn(parts: readonly DraftNode[]): readonly FilterNode[] {
  return parts.flatMap((part): readonly FilterNode[] => {
    if (!isGroup(part)) {
      // As the language writes it, whatever was filled in first: so that the same conditions are the same text.
      const read = filterConditionSchema.safeParse(part.condition);
      return read.success ? [read.data] : [];
    }
    const inner = nodesIn(part.parts);
    return inner.length === 0 ? [] : [groupNode(part.kind, inner)];
  });
}

function groupNode(kind: GroupKind, parts: readonly FilterNode[]): FilterNode {
  switch (kind) {
    case 'all':
      return { all: parts };
    case 'any':
      return { any: parts };
    case 'none':
      return { none: parts };
  }
}

/** What is filled in so far; everybody where nothing is. */
export function filterOfDraft({ kind, parts }: DraftGroup): FilterNode {
  const nodes = nodesIn(parts);
  return nodes.length === 0 ? { all: [] } : groupNode(kind, nodes);
}

/** How many conditions are not filled in yet. */
export function unreadyIn(node: DraftNode): number {
  if (!isGroup(node)) return isReady(node) ? 0 : 1;
  return node.parts.reduce((count, part) => count + unreadyIn(part), 0);
}

/** The group with one part of it, however deep, put in the place of the one with its number; null takes it away. */
export function withPart(group: DraftGroup, id: number, next: DraftNode | null): DraftGroup {
  return {
    ...group,
    parts: group.parts.flatMap((part) => {
      if (part.id === id) return next === null ? [] : [next];
      return [isGroup(part) ? withPart(part, id, next) : part];
    }),
  };
}

/** What is asked about by a word of the language; fields of the owner's are asked about by their numbers. */
export type NamedField = Exclude<FilterCondition['field'], 'custom'>;
const among = <Known extends string>(known: readonly Known[], field: string): field is Known =>
  known.some((one) => one === field);

/** A condition about a field, with nothing said yet. */
export function blankCondition(field: NamedField): FilterCondition {
  if (field === 'bought') return { field };
  if (among(countFields, field) || among(moneyFields, field)) return { field };
  if (among(dayFields, field)) return { field, days: { daysAgo: {} } };
  if (among(textFields, field)) return { field, test: 'contains', texts: [] };
  return { field, in: [] };
}

/** The same about a field of the owner's. */
export function blankCustom({ field, type }: Pick<CustomField, 'field' | 'type'>): CustomCondition {
  const base = { field: 'custom', custom: field } as const;
  switch (type) {
    case 'text':
      return { ...base, test: 'contains', texts: [] };
    case 'number':
      return base;
    case 'date':
      return { ...base, days: { daysAgo: {} } };
    case 'choice':
      return { ...base, in: [] };
    case 'yesNo':
      return { ...base, is: true };
  }
}

export function newCondition(): DraftCondition {
  return { id: nextId(), condition: blankCondition('bought') };
}

export function newGroup(kind: GroupKind): DraftGroup {
  return { id: nextId(), kind, parts: [newCondition()] };
}
