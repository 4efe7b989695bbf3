/** Who an order belongs to: what links orders to a customer, in falling order of trust. */

/** `buyer`: readable id on one marketplace. `likely`: three agreeing weak fields (推测), never a phone to call. */
export const identityKinds = ['buyer', 'email', 'phone', 'likely'] as const;
export type IdentityKind = (typeof identityKinds)[number];

/** A key two orders may share. `value` is normalised; a buyer id carries its marketplace: 'taobao:豆豆mama'. */
export interface IdentityKey {
  readonly kind: IdentityKind;
  readonly value: string;
}

/** How sure we are of a customer. Orders without any evidence have no customer at all. */
export type Certainty = 'certain' | 'likely';
