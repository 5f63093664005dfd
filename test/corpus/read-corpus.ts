import { readFileSync } from 'node:fs'

/** A case of a corpus file. */
export interface CorpusCase {
  readonly title: string
  /** Lines above `==>`, settings left out, without empty ones at either end. */
  readonly input: readonly string[]
  /** Lines such as `width: 40` that stand above the input. */
  readonly settings: ReadonlyMap<string, string>
  /** Lines below `==>`, without empty ones. */
  readonly expected: readonly string[]
}

/** `\uF0B7` for a character that no editor shows. */
const ESCAPE = /\\u(?<code>[0-9A-F]{4})/gu

/**
 * Reads a corpus file of this folder: a head that explains the notation, then cases. A case is `# title`, settings,
 * the input, `==>`, and what is to come out.
 */
export function readCorpus(file: string): readonly CorpusCase[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8').replaceAll(ESCAPE, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
  const cases = text
    .split(/^# /mu)
    .slice(1)
    .map((part) => readCase(file, part))
  if (new Set(cases.map(({ title }) => title)).size < cases.length) throw new Error(`${file}: two cases have one title`)
  return cases
}

const SETTING = /^(?<name>[a-z]+): (?<value>.+)$/u

function readCase(file: string, part: string): CorpusCase {
  const [title = '', ...lines] = part.trimEnd().split('\n')
  const arrow = lines.indexOf('==>')
  if (arrow < 0) throw new Error(`${file}: the case "${title}" has no ==>`)
  const head = lines.slice(0, arrow)
  const from = head.findIndex((line) => line !== '' && !SETTING.test(line))
  const settings = head.slice(0, from).flatMap((line): [string, string][] => {
    const { name, value } = SETTING.exec(line)?.groups ?? {}
    return name === undefined || value === undefined ? [] : [[name, value]]
  })
  const to = head.findLastIndex((line) => line !== '') + 1
  return {
    title,
    input: from < 0 ? [] : head.slice(from, to),
    settings: new Map(settings),
    expected: lines.slice(arrow + 1).filter((line) => line !== ''),
  }
}
