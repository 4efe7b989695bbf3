/** Texts of this page, in Chinese. */
export const welcome = {} as const;
