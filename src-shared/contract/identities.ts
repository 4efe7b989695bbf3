/** Who is who: what the owner decides about people, what a customer was put together from. */

import { z } from 'zod';
import { evidenceFields, evidenceVerdicts, reviewStrengths } from '../identity.ts';
import { method } from './method.ts';
import { pointMarks } from './profiles.ts';
import {
  certaintySchema,
  countSchema,
  daySchema,
  identityKindSchema,
  idSchema,
  minorSchema,
  windowSchema,
} from './schemas.ts';

/** People to put together, or to keep apart. */
const groupSchema = z.array(idSchema).min(2).max(200);
const groupsSchema = z.array(groupSchema).min(1).max(20_000);

/** What the people put together are to be called and reached by; in force while they are one. */
export const choiceSchema = z.object({
  displayName: z.string().max(200).optional(),
  note: z.string().max(4000).optional(),
  /** Of these customers: the one whose phone is the person's. */
  phoneOf: idSchema.optional(),
});
export type Choice = z.output<typeof choiceSchema>;

/** `edit`: the journal's entry, for undo. `customers`: who the people are now, each once. */
const decidedSchema = z.object({ edit: idSchema, customers: z.array(idSchema) });

/** What somebody bought. */
const boughtShape = {
  shops: z.array(z.string()),
  orders: countSchema,
  counted: countSchema,
  /** The money is that of the orders in it: of the shop with most orders, or of a part's newest one. */
  currency: z.string(),
  netMinor: minorSchema,
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
};

export const customerPartSchema = z.object({
  /** One of its orders: what the part is named by. */
  order: idSchema,
  /** Its strongest identity; a phone is masked. */
  key: z.object({ kind: identityKindSchema, value: z.string() }),
  /** What holds it to the first part: the owner's word, or an e-mail or a phone they share; null for the first. */
  link: z.enum(['owner', 'email', 'phone']).nullable(),
  name: z.string().nullable(),
  ...boughtShape,
});
export type CustomerPart = z.output<typeof customerPartSchema>;

/** Somebody of a group, as far as it helps to tell people apart. */
export const reviewMemberSchema = z.object({
  customer: idSchema,
  name: z.string(),
  certainty: certaintySchema,
  /** As the newest orders have it; the phone masked. */
  buyerId: z.string().nullable(),
  phone: z.string().nullable(),
  region: z.string().nullable(),
  address: z.string().nullable(),
  note: z.string().nullable(),
  ...boughtShape,
});
export type ReviewMember = z.output<typeof reviewMemberSchema>;

/** What two of a group say of one another. */
export const reviewPairSchema = z.object({
  a: idSchema,
  b: idSchema,
  /** How strong the evidence is, as a power of two: 20 = a million times likelier for one person than for two. */
  bits: z.number(),
  evidence: z.array(
    z.object({
      field: z.enum(evidenceFields),
      says: z.enum(evidenceVerdicts),
      bits: z.number(),
      left: z.string().nullable(),
      right: z.string().nullable(),
    }),
  ),
});
export type ReviewPair = z.output<typeof reviewPairSchema>;

export const reviewGroupSchema = z.object({
  /** The same group has the same key when it is asked for again. */
  key: z.string(),
  strength: z.enum(reviewStrengths),
  members: z.array(reviewMemberSchema),
  /** The surest first; of a likely person there are none. */
  pairs: z.array(reviewPairSchema),
  /** The owner put it off: it stands behind the others, until he takes that back or the group becomes another. */
  isLater: z.boolean(),
});
export type ReviewGroup = z.output<typeof reviewGroupSchema>;

export const contactStates = ['whole', 'masked', 'virtual', 'encrypted'] as const;

/** A way to reach somebody, as their orders have it. */
export const contactSchema = z.object({
  kind: z.enum(['phone', 'email', 'address']),
  state: z.enum(contactStates),
  /** A phone is masked; nothing of what is encrypted. */
  value: z.string(),
  /** Of a virtual phone: what to dial after it. */
  extension: z.string().nullable(),
  /** The last day a virtual phone works; null where no rule is known. */
  endsOn: z.string().nullable(),
  /** The receiver. */
  name: z.string().nullable(),
  /** Of an address: province, city, district. */
  region: z.string().nullable(),
  orders: countSchema,
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  isUsable: z.boolean(),
  /** Names it, for marking it; '' of what is encrypted. */
  point: z.string(),
  /** The owner's: it is good no longer. */
  mark: z.enum(pointMarks).nullable(),
});
export type Contact = z.output<typeof contactSchema>;

/** The best way left; `marketplace`: only through the marketplace's own messages. */
export const reaches = ['phone', 'email', 'address', 'marketplace'] as const;
export type Reach = (typeof reaches)[number];

export const identityMethods = {
  /**
   * Groups of customers that may be one person, the surest first; of strength `matched`: likely people, each of several orders. Compares
   * everybody with everybody who shares something rare, once after every import: seconds in a large book.
   */
  'identities.review': method(
    z.object({ strength: z.enum(reviewStrengths), window: windowSchema }),
    z.object({
      total: countSchema,
      /** Of `total`: those put off, which come last. */
      later: countSchema,
      counts: z.object({ likely: countSchema, possible: countSchema, matched: countSchema }),
      groups: z.array(reviewGroupSchema),
    }),
  ),
  /** Makes one person of each group. With `choices` there is one group. */
  'identities.merge': method(z.object({ groups: groupsSchema, choices: choiceSchema.optional() }), decidedSchema),
  /** Likely people who are certain from now on. */
  'identities.confirmLikely': method(z.object({ customers: z.array(idSchema).min(1).max(20_000) }), decidedSchema),
  /** No two of a group are ever one person, whatever is imported. */
  'identities.neverSame': method(z.object({ groups: groupsSchema }), decidedSchema),
  /** Puts a group off till later, by the key the review gave it, or back among the others. An act of its own, which the journal takes back. */
  'identities.later': method(
    z.object({ group: z.string().min(1).max(64), customers: z.array(idSchema).min(1).max(200), isLater: z.boolean() }),
    z.object({ edit: idSchema }),
  ),
  /** These customers side by side; those who are gone are left out. */
  'identities.members': method(
    z.object({ customers: z.array(idSchema).min(1).max(200) }),
    z.object({ members: z.array(reviewMemberSchema) }),
  ),
  /** Every phone, e-mail and address, the newest first; `on`: whether virtual numbers still work. */
  'identities.contacts': method(
    z.object({ customer: idSchema, on: daySchema }),
    z.object({ reach: z.enum(reaches), contacts: z.array(contactSchema) }),
  ),
  'identities.parts': method(z.object({ customer: idSchema }), z.object({ parts: z.array(customerPartSchema) })),
  /** Each of `parts` (orders that name parts of the customer) becomes a person of its own, for good. */
  'identities.unmerge': method(
    z.object({ customer: idSchema, parts: z.array(z.array(idSchema).min(1).max(200)).min(1).max(200) }),
    decidedSchema,
  ),
};
