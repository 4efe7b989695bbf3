/** Texts of this page, in Chinese. */
export const explanation = {} as const;
