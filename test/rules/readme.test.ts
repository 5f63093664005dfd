import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkPattern, findPatterns } from '../../src/rules/check-patterns.ts'
import { columnRule } from '../../src/rules/outline-rules.ts'
import { fragmentRules, RULE_FILE_NAMES } from '../../src/rules/rule-files.ts'

const read = (path: string): string => readFileSync(new URL(`../../rules/${path}`, import.meta.url), 'utf8')
const fragments = fragmentRules.parse(JSON.parse(read('stadtprofile/patterns.json')))
const sources = Object.fromEntries(Object.entries(fragments).map(([name, { pattern }]) => [name, pattern]))

describe.each(['README.md', 'stadtprofile/README.md'])('%s', (path) => {
  const text = read(path)

  test('names the files that there are, and no others', () => {
    const named = [...text.matchAll(/`(?<file>[a-z]+\.json)`|\]\((?:\.\.\/de\/)?(?<link>[a-z]+\.json)\)/gu)].map(
      ({ groups }) => groups?.['file'] ?? groups?.['link'],
    )
    expect([...new Set(named)].sort()).toEqual([...RULE_FILE_NAMES].sort())
  })

  test('shows rules that hold', () => {
    const shown = [...text.matchAll(/```json\n(?<json>[^`]+)```/gu)].map(({ groups }): unknown =>
      JSON.parse(groups?.['json'] ?? ''),
    )
    expect(shown).not.toEqual([])
    for (const rule of shown) {
      const patterns = findPatterns(rule)
      expect(patterns.flatMap((found) => checkPattern(found, sources, []))).toEqual([])
      if (patterns.length === 0) expect(columnRule.safeParse(rule).error).toBeUndefined()
    }
  })
})
