import { z } from 'zod'

const correction = z.strictObject({
  /** Ids from the list of entities to the value, as `diff` and the review page show them. */
  path: z.string().regex(/^[^\s/]+(?:\/[^\s/]+)+$/u, 'a path is made of keys and ids joined by "/"'),
  /** What the program reads there; of a list the entry, null to add one. */
  before: z.string().nullable(),
  /** What is printed there; null where nothing is. */
  after: z.string().nullable(),
  reason: z.string().min(1),
  author: z.string().min(1).optional(),
})

/** `corrections.json`: what a person found to be read wrong. */
export const correctionsFile = z.strictObject({ version: z.literal(1), corrections: z.array(correction) })

export type Correction = z.infer<typeof correction>
export type Corrections = z.infer<typeof correctionsFile>
