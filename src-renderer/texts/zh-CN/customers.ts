/** Texts of this page, in Chinese. */
export const customers = {} as const;
