import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import type { LeafExplanation, PointerExplanation, PrintedLine } from '../explain/explain-pointer.ts'
import type { Colors } from './format-outcome.ts'
import { endInWords, foundInWords, ruleInWords } from './explanation-words.ts'
import { cell, cut, cutWithin, WIDTH } from './table-text.ts'

const PLACE = 18
const RULE = 48

/** Where a value comes from, safe to print; ends with a line feed. */
export function formatPointer(explained: PointerExplanation, colors: Colors): string {
  const { pointer, rules, reference, leaves, diagnostics } = explained
  const found = rules.map((rule) => {
    const how = rule.found === null ? '' : foundInWords(rule.found)
    return `  ${cell(ruleInWords({ ...rule, role: 'text' }), RULE)}  ${cut(how, WIDTH - RULE - 4)}`
  })
  const follows =
    reference === null
      ? []
      : [
          `  “${cut(reference.text, RULE)}” refers to the contact above:`,
          `  ${cutWithin(reference.pointer, WIDTH - 2)}`,
        ]
  return `${[
    [colors.bold(cutWithin(pointer, WIDTH))],
    titled('rules', found, colors),
    titled('reference', follows, colors),
    titled(
      'read from',
      leaves.flatMap((leaf) => formatLeaf(leaf, pointer, colors)),
      colors,
    ),
    titled(
      'diagnostics',
      diagnostics.map((diagnostic) => formatDiagnostic(diagnostic)),
      colors,
    ),
  ]
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`
}

function titled(title: string, rows: readonly string[], colors: Colors): readonly string[] {
  return rows.length === 0 ? [] : [colors.dim(title), ...rows]
}

function formatLeaf(
  { pointer, value, readAt, lines }: LeafExplanation,
  asked: string,
  colors: Colors,
): readonly string[] {
  const name = pointer === asked ? '' : `${pointer.slice(asked.length + 1)}: `
  const shown = `  ${cut(`${name}${JSON.stringify(value)}`, WIDTH - 2)}`
  if (readAt === null) return [shown, colors.dim('    no printed words stand behind it')]
  const beside = readAt === pointer ? [] : [colors.dim(`    ${cutWithin(`read with ${readAt}`, WIDTH - 4)}`)]
  return [shown, ...beside, ...lines.flatMap((line) => formatPrinted(line, colors))]
}

function formatPrinted({ page, textLine, text, read, marker, end }: PrintedLine, colors: Colors): readonly string[] {
  const place = textLine === null ? `page ${String(page)}` : `page ${String(page)}, line ${String(textLine)}`
  const notes = [
    ...(marker === null ? [] : [`list marker ${marker.text}, lists.json ${marker.rule}`]),
    ...(read === text ? [] : [`of it: ${read}`]),
    ...(end === null ? [] : [endInWords(end)]),
  ]
  return [
    `    ${cell(place, PLACE)}  ${cut(text, WIDTH - PLACE - 6)}`,
    ...notes.map((note) => colors.dim(`${' '.repeat(PLACE + 6)}· ${cut(note, WIDTH - PLACE - 8)}`)),
  ]
}

function formatDiagnostic({ severity, code, message, pointer }: Diagnostic): string {
  return `  ${severity} ${code}, ${cutWithin(pointer ?? '', RULE)}\n    ${cut(message, WIDTH - 4)}`
}
