/** Who an order belongs to: what links orders to a customer, in falling order of trust. */

/**
 * `buyer`: readable id on one marketplace. `phone`: a whole number, alone ('13800138000') or, of an order that has
 * nothing better, with who answers there ('13800138000 | 王予安', see `callerKey`). `likely`: three agreeing weak fields (推测), never a phone to call.
 */
export const identityKinds = ['buyer', 'email', 'phone', 'likely'] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** A key two orders may share. `value` is normalised; a buyer id carries its marketplace: 'taobao:豆豆mama'. */
export interface IdentityKey {
  readonly kind: IdentityKind;
  readonly value: string;
}

const ANSWERS = ' | ';

/** A phone together with a receiver's name as `callers` compares it, '' for no name, or with a mark that no name is like. */
export function callerKey(phone: string, caller: string): IdentityKey {
  return { kind: 'phone', value: `${phone}${ANSWERS}${caller}` };
}

/** The number in the value of a phone key. */
export function numberOfPhoneKey(value: string): string {
  const end = value.indexOf(ANSWERS);
  return end < 0 ? value : value.slice(0, end);
}

/** The number of a phone key; null: a key of another kind. */
export function phoneOfKey({ kind, value }: IdentityKey): string | null {
  return kind === 'phone' ? numberOfPhoneKey(value) : null;
}

/** A key, and of a caller's the phone alone, which all who answer there have. */
export function withPhone(key: IdentityKey): readonly IdentityKey[] {
  const phone = phoneOfKey(key);
  return phone === null || phone === key.value ? [key] : [key, { kind: 'phone', value: phone }];
}

/** Who answers there, in the value of a phone key, '' for somebody without a name; null: it is the number alone. */
export function callerOfPhoneKey(value: string): string | null {
  const end = value.indexOf(ANSWERS);
  return end < 0 ? null : value.slice(end + ANSWERS.length);
}

/** How sure we are of a customer. Orders without any evidence have no customer at all. */
export type Certainty = 'certain' | 'likely';

/** What the owner may decide about people: they are one, or they never are. */
export const verdicts = ['same', 'never'] as const;
export type Verdict = (typeof verdicts)[number];

/** What the owner may choose for people he puts together. */
export const choiceFields = ['displayName', 'note', 'phone'] as const;
export type ChoiceField = (typeof choiceFields)[number];

/** What the owner decided about some identities. The newer one wins where two speak of the same two identities. */
export interface Decision {
  readonly verdict: Verdict;
  /** `same`: one side, all of it one person. `never`: two sides; nobody has an identity of both. */
  readonly sides: readonly (readonly IdentityKey[])[];
  /** Of `same`. */
  readonly choices?: Readonly<Partial<Record<ChoiceField, string>>>;
}

/** What two people are compared by. `gift`: parcels that went to somebody else. */
export const evidenceFields = ['name', 'phone', 'address', 'region', 'nick', 'email', 'gift', 'likeness'] as const;
export type EvidenceField = (typeof evidenceFields)[number];

/** `close`: as far as it can be seen, or but for a slip of the pen. */
export const evidenceVerdicts = ['agree', 'close', 'differ'] as const;
export type EvidenceSays = (typeof evidenceVerdicts)[number];

/**
 * How sure a group to be reviewed is. `likely`: customers with strong evidence of being one. `possible`: customers of whom some hang on one
 * parcel, which may be a present. `matched`: a likely person, made of orders that agree in weak fields.
 */
export const reviewStrengths = ['likely', 'possible', 'matched'] as const;
export type ReviewStrength = (typeof reviewStrengths)[number];
