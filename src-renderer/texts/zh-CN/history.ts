/** Texts of this page, in Chinese. */
export const history = {} as const;
