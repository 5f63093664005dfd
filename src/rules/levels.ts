/** How much a change matters, the gravest first. */
export const LEVELS = ['breaking', 'suspicious', 'content', 'cosmetic'] as const
export type Level = (typeof LEVELS)[number]
