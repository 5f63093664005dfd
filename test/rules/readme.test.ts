import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { checkPattern, findPatterns } from '../../src/rules/check-patterns.ts'
import { columnRule } from '../../src/rules/outline-rules.ts'
import { FAMILY_FILE_NAMES, fragmentRules, RULE_FILE_NAMES } from '../../src/rules/rule-files.ts'

const read = (path: string): string => readFileSync(new URL(`../../rules/${path}`, import.meta.url), 'utf8')
const fragments = fragmentRules.parse(JSON.parse(read('stadtprofile/patterns.json')))
const sources = Object.fromEntries(Object.entries(fragments).map(([name, { pattern }]) => [name, pattern]))

test.each([
  ['README.md', RULE_FILE_NAMES],
  ['stadtprofile/README.md', RULE_FILE_NAMES],
  ['template/README.md', FAMILY_FILE_NAMES],
])('%s names the files that there are, and no others', (path, names) => {
  const named = [...read(path).matchAll(/`(?<file>[a-z]+\.json)`|\]\((?:\.\.\/de\/)?(?<link>[a-z]+\.json)\)/gu)].map(
    ({ groups }) => groups?.['file'] ?? groups?.['link'],
  )
  expect([...new Set(named)].sort()).toEqual([...names].sort())
})

describe.each(['README.md', 'stadtprofile/README.md'])('%s', (path) => {
  const text = read(path)

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
