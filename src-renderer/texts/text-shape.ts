/** English must say what Chinese says: the same keys, however deep. A key that is missing or too many does not compile. */
export type SameKeys<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : SameKeys<Texts[Key]>;
};
