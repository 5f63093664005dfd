import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Linter } from 'eslint'
import { configs } from 'eslint-plugin-regexp'
import { describe, expect, test } from 'vitest'
import { findPatterns } from '../../src/rules/check-patterns.ts'
import { loadRules } from '../../src/rules/load-rules.ts'
import { defaultRulesFolder, languageFolder, templateFolder } from '../../src/rules/rules-folder.ts'
import { compilePattern } from '../../src/rules/pattern-rule.ts'
import { FAMILY_FILE_NAMES, fragmentRules, LANGUAGE_FILE_NAMES } from '../../src/rules/rule-files.ts'
import { canonicalRules } from './canonical-rules.ts'

const FAMILIES = new Map([
  ['stadtprofile', defaultRulesFolder()],
  ['my-report', templateFolder()],
  ['kitabericht', fileURLToPath(new URL('../../fixtures/families/kitabericht/rules', import.meta.url))],
])

/** All folders with rules, with the names of the files that each must hold. */
const FOLDERS = new Map([
  ...[...FAMILIES.values()].map((folder) => [folder, FAMILY_FILE_NAMES] as const),
  [languageFolder('de'), LANGUAGE_FILE_NAMES],
])

function jsonFiles(folder: string): readonly (readonly [name: string, path: string])[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => [name, join(folder, name)] as const)
}

test.each([...FOLDERS])('%s holds the files that the loader reads', (folder, names) => {
  const files = jsonFiles(folder).map(([name]) => name)
  expect(files.sort()).toEqual([...names].sort())
})

// `npm run generate` writes the files anew in this form.
test.each([...FOLDERS.keys()].flatMap(jsonFiles))('%s is written in the one canonical form: %s', async (file, path) => {
  const content: unknown = JSON.parse(readFileSync(path, 'utf8'))
  await expect(await canonicalRules(file, content)).toMatchFileSnapshot(path)
})

describe.each([...FAMILIES])('%s', (id, folder) => {
  const paths = [folder, languageFolder('de')].flatMap(jsonFiles)
  const texts = new Map(paths.map(([name, path]) => [name, readFileSync(path, 'utf8')]))
  const contents = new Map<string, unknown>([...texts].map(([name, text]) => [name, JSON.parse(text)]))
  const fragments = fragmentRules.parse(contents.get('patterns.json'))
  const sources = Object.fromEntries(Object.entries(fragments).map(([name, { pattern }]) => [name, pattern]))
  const patterns = [...contents].flatMap(([file, content]) =>
    findPatterns(content).map(({ rule, where }) => ({
      file,
      where,
      rule,
      expression: compilePattern(rule, sources).expression,
    })),
  )

  test('loads', async () => {
    await expect(loadRules(folder)).resolves.toHaveProperty('family.id', id)
  })

  describe('examples', () => {
    test.each(patterns)('$file $rule.id', ({ rule, expression }) => {
      for (const example of rule.examples.match) expect(example).toMatch(expression)
      for (const example of rule.examples.reject) expect(example).not.toMatch(expression)
    })

    test.each(patterns)('of $file $rule.id stand on one side only, once', ({ rule: { examples } }) => {
      const all = [...examples.match, ...examples.reject]
      expect(new Set(all).size).toBe(all.length)
    })
  })

  test('every pattern rule of the files is found by the checks', () => {
    const written = [...texts.values()].join('\n').match(/"examples": \{/gu)
    expect(patterns).toHaveLength(written?.length ?? 0)
  })

  test('ids are unique over all files', () => {
    const ids = patterns.map(({ rule }) => rule.id)
    expect(ids.filter((rule, index) => ids.indexOf(rule) !== index)).toEqual([])
  })

  test.each(Object.keys(fragments))('the fragment %s is used', (name) => {
    expect(patterns.filter(({ rule }) => rule.pattern.includes(`{{${name}}}`))).not.toEqual([])
  })

  test('every expression takes linear time on any text', async () => {
    const expressions = [...new Set(collectExpressions(await loadRules(folder)).map(String))]
    expect(expressions.length).toBeGreaterThan(patterns.length / 2)
    expect(expressions.filter(isSlow)).toEqual([])
  })
})

test.each([String.raw`/(?:a+)+b/u`, String.raw`/^\s*:?\s*$/u`])('the check for linear time sees %s', (expression) => {
  expect(isSlow(expression)).toBe(true)
})

function collectExpressions(value: unknown): readonly RegExp[] {
  if (value instanceof RegExp) return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(collectExpressions)
}

function isSlow(expression: string): boolean {
  const { plugins } = configs['flat/recommended']
  const rules: Linter.RulesRecord = { 'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }] }
  return new Linter().verify(`export const expression = ${expression}`, { plugins, rules }).length > 0
}
