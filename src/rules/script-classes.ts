/** Code points of the Latin script, its digits and its combining marks. */
const RANGES = [
  [0x0000, 0x024f],
  [0x0300, 0x036f],
  [0x1e00, 0x1eff],
] as const

const PROPERTIES = { L: /\p{L}/u, Lu: /\p{Lu}/u, Ll: /\p{Ll}/u, M: /\p{M}/u, N: /\p{N}/u } as const

/** What can stand in a pattern: an escaped character, a property, or the end of a class. */
const TOKEN = /\\p\{(?<property>Lu|Ll|[LMN])\}|\\.|[[\]]/gsu

let classes: Readonly<Record<string, string>> | null = null

/**
 * Writes the letters, marks and numbers of a pattern (`\p{L}`, `\p{Lu}`, `\p{Ll}`, `\p{M}`, `\p{N}`) out as the
 * characters of the Latin script. An expression with the property itself matches the same in this script and takes V8
 * several times longer to compile, which is most of what a first use costs.
 */
export function withScriptClasses(pattern: string): string {
  classes ??= Object.fromEntries(Object.entries(PROPERTIES).map(([name, property]) => [name, rangesOf(property)]))
  let inClass = false
  return pattern.replaceAll(TOKEN, (token, property: string | undefined, at: number) => {
    if (token === '[') inClass = true
    if (token === ']') inClass = false
    const written = classes?.[property ?? '']
    if (written === undefined) return token
    if (!inClass) return `[${written}]`
    return isRangeEnd(pattern, at, at + token.length) ? token : written
  })
}

/** `[\p{L}-z]` is no range, and stays as it is for the engine to say so. */
function isRangeEnd(pattern: string, from: number, to: number): boolean {
  return /[^[^]-$/u.test(pattern.slice(0, from)) || /^-[^\]]/u.test(pattern.slice(to))
}

function rangesOf(property: RegExp): string {
  const runs = RANGES.flatMap(([first, last]) => {
    const codes = Array.from({ length: last - first + 1 }, (_, index) => first + index)
    return runsOf(codes.filter((code) => property.test(String.fromCodePoint(code))))
  })
  return runs.map(([from, to]) => `${escaped(from)}-${escaped(to)}`).join('')
}

/** @param codes ascending */
function runsOf(codes: readonly number[]): readonly (readonly [number, number])[] {
  const runs: [number, number][] = []
  for (const code of codes) {
    const last = runs.at(-1)
    if (last?.[1] === code - 1) last[1] = code
    else runs.push([code, code])
  }
  return runs
}

function escaped(code: number): string {
  return `\\u${code.toString(16).padStart(4, '0')}`
}
