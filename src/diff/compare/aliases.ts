import { z } from 'zod'

const pair = z.strictObject({
  /** Path in the old report, in the new one. */
  old: z.string().min(1),
  new: z.string().min(1),
  why: z.string().min(1),
})

/** `diff.aliases.json`: what a person knows of names that changed. */
export const aliasesFile = z
  .strictObject({
    /** Two names of one thing. */
    same: z.array(pair).default([]),
    /** Two things, however alike. */
    different: z.array(pair).default([]),
  })
  .superRefine(({ same }, context) => {
    for (const side of ['old', 'new'] as const) {
      for (const [index, entry] of same.entries()) {
        if (same.findIndex((other) => other[side] === entry[side]) === index) continue
        context.addIssue({ code: 'custom', path: ['same', index, side], message: 'this path stands in another entry' })
      }
    }
  })

export type Aliases = z.infer<typeof aliasesFile>

export const NO_ALIASES: Aliases = { same: [], different: [] }
