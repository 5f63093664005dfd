import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { joinLines } from '../../src/repair/join-lines.ts'
import { buildVocabulary } from '../../src/repair/vocabulary.ts'
import { printLines, shippedRules } from './printed-lines.ts'

interface Case {
  readonly title: string
  readonly known: readonly string[]
  readonly targets: readonly string[]
  readonly printed: string
  readonly text: string
  readonly actions: string
  readonly evidence: string
}

function readCases(): readonly Case[] {
  const cases: Case[] = []
  let title = ''
  let known: string[] = []
  let targets: string[] = []
  const [, ...sections] = readFileSync(new URL('hyphens.txt', import.meta.url), 'utf8').split(/^# /mu)
  for (const line of sections.flatMap((section) => `# ${section}`.split('\n'))) {
    if (line.startsWith('# ')) [title, known, targets] = [line.slice(2), [], []]
    else if (line.startsWith('known: ')) known = [...known, line.slice(7)]
    else if (line.startsWith('target: ')) targets = [...targets, line.slice(8)]
    else if (line !== '') {
      const [printed = '', text = '', actions = '', evidence = ''] = line.split(' | ')
      cases.push({ title, known, targets, printed, text, actions, evidence })
    }
  }
  return cases
}

const cases = readCases()

test.for(cases)('$title: $printed', ({ known, targets, printed, text, actions, evidence }) => {
  const lines = printed.replaceAll(/\\u(?<code>[0-9A-F]{4})/gu, (_, code: string) =>
    String.fromCodePoint(Number.parseInt(code, 16)),
  )
  const context = { vocabulary: buildVocabulary(printLines(known)), looseTargets: targets }
  const repaired = joinLines(printLines(lines.split('⏎')), context, shippedRules)
  expect(repaired.text).toBe(text)
  const { joins } = repaired
  expect(joins.map((join) => join.action + (join.close ? ' close' : '')).join(', ') || 'none').toBe(actions)
  expect(joins.map((join) => join.evidence).join(', ') || 'none').toBe(evidence)
})

test('at least a third of the cases keep their hyphen', () => {
  const kept = cases.filter(({ actions }) => /hyphen-kept|hyphen-and-blank/u.test(actions))
  expect(cases.length).toBeGreaterThanOrEqual(150)
  expect(kept.length * 3).toBeGreaterThanOrEqual(cases.length)
})
