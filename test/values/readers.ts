import { KnownPersons } from '../../src/values/known-persons.ts'
import { buildVocabulary } from '../../src/repair/vocabulary.ts'
import type { Rules } from '../../src/rules/load-rules.ts'
import type { FieldContext } from '../../src/values/kinds.ts'
import { valueReaders } from '../../src/values/value-readers.ts'
import { columnFlow, columnLines } from '../blocks/column-lines.ts'
import { rules, typedDocument } from '../layout/typed-page.ts'

/** What reading the rows of a drawn column needs (see `column-lines.ts`), and its lines. */
export function columnContext(
  rows: readonly string[],
  width = '30',
  given: Rules = rules,
): { readonly lines: ReturnType<typeof columnLines>; readonly context: FieldContext } {
  const flow = columnFlow(rows, new Map([['width', width]]))
  const readers = valueReaders(typedDocument([]), 'placed', { vocabulary: buildVocabulary([]) }, given)
  return {
    lines: columnLines(rows, flow),
    context: { options: {}, flow, readers, knownPersons: new KnownPersons([]) },
  }
}
