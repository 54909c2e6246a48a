/** Catalogue ids of the chips that are compared with each other, from the oldest. */
export const CHIPS = ['h100', 'h200', 'b200', 'gb200'] as const;
