/** Texts of this page, in Chinese. */
export const tiers = {} as const;
