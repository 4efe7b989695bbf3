/**
 * English must say what Chinese says: the same keys, however deep. A key that is missing or too many does not compile.
 * Where Chinese has a counted text (`rows_other`), English has one for one more (`rows_one`).
 */
export type SameKeys<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : SameKeys<Texts[Key]>;
} & {
  readonly [Key in keyof Texts as Key extends `${infer Counted}_other` ? `${Counted}_one` : never]: string;
};
