/** Texts of this page, in Chinese. */
export const settings = {} as const;
