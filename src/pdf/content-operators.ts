import { type Operators } from './drawing.ts'

/** Operators that say what the ink between them belongs to. */
export const contentOperators: Operators = {
  beginMarkedContent: ({ markedContents }, [tag]) => {
    markedContents.push(tag === 'Artifact' ? null : (markedContents.at(-1) ?? null))
  },
  beginMarkedContentProps: ({ markedContents, markedContentPrefix }, [tag, id]) => {
    const outer = markedContents.at(-1) ?? null
    if (tag === 'Artifact') markedContents.push(null)
    else if (markedContentPrefix !== null && Number.isInteger(id))
      markedContents.push(`${markedContentPrefix}${String(id)}`)
    else markedContents.push(outer)
  },
  endMarkedContent: ({ markedContents }) => {
    markedContents.pop()
  },
}
