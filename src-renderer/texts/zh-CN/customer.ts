/** Texts of this page, in Chinese. */
export const customer = {} as const;
