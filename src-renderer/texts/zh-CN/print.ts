/** Texts of this page, in Chinese. */
export const print = {} as const;
