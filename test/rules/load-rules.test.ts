import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadRules } from '../../src/rules/load-rules.ts'
import { LANGUAGE_FILE_NAMES } from '../../src/rules/rule-files.ts'
import { RulesError, type RulesProblem } from '../../src/rules/rules-error.ts'
import { copyRules, editRules } from './rules-folder.ts'

interface FaultCase {
  readonly fault: string
  readonly file: string
  readonly from: string
  readonly to: string
  readonly where: string
  readonly what: string
}

const outline = (fault: string, from: string, to: string, where: string, what: string): FaultCase => ({
  fault,
  file: 'outline.json',
  from,
  to,
  where,
  what,
})

const FAULTS: readonly FaultCase[] = [
  outline(
    'an unknown field',
    '"singular": "city",',
    '"singular": "city", "dual": "x",',
    '/entity/dual',
    'not known here',
  ),
  outline('a missing field', '"singular": "city",', '', '/entity/singular', 'missing'),
  outline('a key in another style', '"key": "cities"', '"key": "The Cities"', '/entity/key', 'camelCase'),
  outline(
    'an unknown kind of part',
    '"kind": "figure"',
    '"kind": "picture"',
    '/sections/0/parts/0/kind',
    'must be "group" or "figure"',
  ),
  outline('a key that every report has', '"key": "facts"', '"key": "pages"', '/sections/0/key', 'taken'),
  outline('a key that every section has', '"key": "figures"', '"key": "heading"', '/sections/0/parts/0/key', 'taken'),
  outline(
    'a key that every record has',
    '"key": "description"',
    '"key": "id"',
    '/sections/2/parts/2/columns/1/key',
    'taken',
  ),
  outline(
    'a repeated key of a section',
    '"key": "programme"',
    '"key": "facts"',
    '/sections/2/key',
    'already at /sections/0/key',
  ),
  outline(
    'a repeated key of a part',
    '"key": "delivery"',
    '"key": "steering"',
    '/sections/1/parts/2/key',
    'already at /sections/1/parts/1/key',
  ),
  outline(
    'a repeated key of a column',
    '"key": "contact"',
    '"key": "name"',
    '/sections/2/parts/2/columns/2/key',
    'already at',
  ),
  outline(
    'a repeated ordinal',
    '"ordinal": 2',
    '"ordinal": 1',
    '/sections/1/ordinal',
    'already at /sections/0/ordinal',
  ),
  outline(
    'a repeated label',
    '"label": "Kooperationsgremien"',
    '"label": "Trägerkooperationen"',
    '/sections/1/parts/5/label',
    'already at',
  ),
  outline(
    'a repeated column',
    '"label": "Kontakt"',
    '"label": "name"',
    '/sections/2/parts/2/columns/2/label',
    'already at',
  ),
  outline(
    'a table whose rows are named by no column',
    '"rowName": "name"',
    '"rowName": "title"',
    '/sections/2/parts/2/rowName',
    'title is no column',
  ),
  outline(
    'a table whose rows are named by a contact',
    '"rowName": "name"',
    '"rowName": "contact"',
    '/sections/2/parts/2/rowName',
    'contact is of the kind "contact"',
  ),
  outline(
    'a reference to no table',
    '"kind": "richText",\n          "key": "goals"',
    '"kind": "reference", "to": "wells", "key": "goals"',
    '/sections/2/parts/0/to',
    'no table has the key wells',
  ),
  outline('a missing choice', '"match": "whole",', '', '/entity/heading/match', 'missing; it is "whole" or "start"'),
  outline(
    'an option of another kind',
    '"key": "goals"',
    '"key": "goals", "to": "offers"',
    '/sections/2/parts/0/to',
    'not known',
  ),
  outline(
    'bounds the wrong way round',
    '"min": 1,\n      "max": null',
    '"min": 3, "max": 2',
    '/entity/expected',
    'greater',
  ),
  outline(
    'a prefix that is not at the start',
    '"match": "start"',
    '"match": "anywhere"',
    '/entity/titlePrefixes/0/match',
    'start',
  ),
  outline(
    'a pattern that is none',
    '"pattern": "Stadt',
    '"pattern": "(Stadt',
    '/entity/titlePrefixes/9/pattern',
    'Invalid regular expression',
  ),
  outline('an unknown fragment', '{{chapter-number}})', '{{chapter}})', '/entity/heading/pattern', 'unknown fragment'),
  outline('a missing group', '(?<title>', '(?:', '/entity/heading/pattern', '(?<title>…) is missing'),
  outline(
    'an example that fails',
    '"2 Dortmund"',
    '"Dortmund 2"',
    '/entity/heading/examples/match/0',
    'does not match',
  ),
  outline('an example that must fail', '"71 SGB XII."', '"71 SGB"', '/entity/heading/examples/reject/1', 'must reject'),
  outline(
    'no examples',
    '"reject": ["Freie Hansestadt Auental", "Hansestadt Auental"]',
    '"reject": []',
    '/entity/titlePrefixes/0/examples/reject',
    'must not be empty',
  ),
  outline(
    'a key written twice',
    '"plural": "cities",',
    '"plural": "cities", "plural": "towns",',
    '/entity/plural',
    'twice',
  ),
  {
    fault: 'an id that the language has already',
    file: 'lists.json',
    from: '"id": "bullet"',
    to: '"id": "city-heading"',
    where: '/entity/heading/id',
    what: 'already at lists.json /markers/1',
  },
  {
    fault: 'a fragment that is no pattern',
    file: 'patterns.json',
    from: '"[1-9]\\\\d?"',
    to: '"[1-9"',
    where: '/chapter-number/pattern',
    what: 'Invalid regular expression',
  },
  {
    fault: 'a fragment in a fragment',
    file: 'patterns.json',
    from: '"[1-9]\\\\d?"',
    to: '"{{year}}"',
    where: '/chapter-number/pattern',
    what: 'another fragment',
  },
  {
    fault: 'an unknown setting',
    file: 'settings.json',
    from: '"columnGap"',
    to: '"columGap"',
    where: '/columGap',
    what: 'not known here',
  },
  {
    fault: 'a setting in another unit',
    file: 'settings.json',
    from: '"unit": "lines"',
    to: '"unit": "points"',
    where: '/headingSearch/unit',
    what: 'lines',
  },
  {
    fault: 'a pattern that matches nothing at all',
    file: 'furniture.json',
    from: '"Soziale\\\\s+Entwicklung\\\\."',
    to: '"(?:Soziale\\\\s+Entwicklung\\\\.)?"',
    where: '/lines/5/pattern',
    what: 'empty',
  },
  {
    fault: 'an id in another style',
    file: 'furniture.json',
    from: '"id": "claim-first-line"',
    to: '"id": "Claim 1"',
    where: '/lines/5/id',
    what: 'lower-case words',
  },
  {
    fault: 'a country without phones',
    file: 'report.json',
    from: '"phoneCountry": "DE"',
    to: '"phoneCountry": "ZZ"',
    where: '/phoneCountry',
    what: 'ZZ',
  },
]

describe('a fault is listed with its place:', () => {
  test.each(FAULTS)('$fault', async ({ file, from, to, where, what }) => {
    const folder = await copyRules()
    await editRules(folder, file, from, to)
    const problems = await problemsOf(folder)
    const placed = problems.filter((problem) => problem.where === where)
    expect(placed.map((problem) => problem.what).join('\n')).toContain(what)
  })
})

test('a file that is no JSON is listed with line and column', async () => {
  const folder = await copyRules()
  await writeFile(join(folder, 'lists.json'), '{\n  "markers": [\n    { "id": "bullet" "why" }\n  ]\n}\n')
  expect(await problemsOf(folder)).toEqual([
    {
      file: 'lists.json',
      where: '',
      line: 3,
      what: 'this is no JSON: unexpected "why" where } should stand (line 3, column 22)',
    },
  ])
})

test('missing and unknown files are listed', async () => {
  const folder = await copyRules()
  await rm(join(folder, 'furniture.json'))
  await writeFile(join(folder, 'list.json'), '{}')
  const problems = await problemsOf(folder)
  expect(problems.map(({ file, what }) => `${file}: ${what}`)).toEqual([
    'furniture.json: this file is missing',
    expect.stringContaining('list.json: no rule file has this name'),
  ])
})

test('what a folder does not say of its language comes from the package', async () => {
  const { sha256 } = await loadRules()
  const whole = await copyRules()
  await expect(loadRules(whole)).resolves.toHaveProperty('sha256', sha256)
  const family = await copyRules()
  for (const name of LANGUAGE_FILE_NAMES) await rm(join(family, name))
  await expect(loadRules(family)).resolves.toHaveProperty('sha256', sha256)
})

test('a language that the package does not know needs all its files', async () => {
  const folder = await copyRules()
  await editRules(folder, 'report.json', '"language": "de"', '"language": "xx-YY"')
  await expect(loadRules(folder)).resolves.toHaveProperty('family.language', 'xx-YY')
  await rm(join(folder, 'text.json'))
  expect(await problemsOf(folder)).toMatchObject([
    { file: 'text.json', what: expect.stringContaining('the package has none for the language') as string },
  ])
})

test('a folder that is not there is one problem', async () => {
  expect(await problemsOf(join(await copyRules(), 'nowhere'))).toHaveLength(1)
})

test('the faults of all files are listed at once, each with its line', async () => {
  const folder = await copyRules()
  await rm(join(folder, 'report.json'))
  await writeFile(join(folder, 'lists.json'), '{ "markers": [')
  await editRules(folder, 'settings.json', '"unit": "lines"', '"unit": "points"')
  await editRules(folder, 'outline.json', '"2 Dortmund"', '"Dortmund 2"')
  await editRules(folder, 'outline.json', '"singular": "city",', '"singular": "city", "dual": "x",')
  const problems = await problemsOf(folder)
  expect(problems.map(({ file, where }) => `${file} ${where}`).sort()).toEqual([
    'lists.json ',
    'outline.json /entity/dual',
    'outline.json /entity/heading/examples/match/0',
    'report.json ',
    'settings.json /headingSearch/unit',
  ])
  expect(problems.filter(({ line }) => line === null).map(({ file }) => file)).toEqual(['report.json'])
})

test('patterns are not blamed for a fragment that is faulty itself', async () => {
  const folder = await copyRules()
  await editRules(folder, 'patterns.json', '"[1-9]\\\\d?"', '"[1-9"')
  expect(await problemsOf(folder)).toHaveLength(1)
})

test('the sum of the rules changes with their content, not with their layout', async () => {
  const { sha256 } = await loadRules()
  const laidOut = await copyRules()
  await editRules(laidOut, 'report.json', '{', '\n\n{ ')
  expect(await loadRules(laidOut)).toHaveProperty('sha256', sha256)
  const changed = await copyRules()
  await editRules(changed, 'settings.json', '"value": 12', '"value": 13')
  expect((await loadRules(changed)).sha256).not.toBe(sha256)
})

test('a fixed prefix, label and setting arrive compiled', async () => {
  const { outline: compiled, settings, furniture, markers } = await loadRules()
  expect(compiled.entity.heading.expression.exec('7 Frankfurt am Main')?.groups).toMatchObject({
    number: '7',
    title: 'Frankfurt am Main',
  })
  expect(compiled.contentsLine[0]?.expression.exec('1.2 Organisation..... 5')?.groups).toMatchObject({
    title: '1.2 Organisation',
    page: '5',
  })
  expect(compiled.sections.map(({ wordings }) => wordings[0])).toContain('Organisation')
  expect(settings.headingSearch).toBe(12)
  expect(furniture.find(({ id }) => id === 'page-of-pages')?.expression.exec('Seite 3 von 61')?.groups).toMatchObject({
    page: '3',
    pages: '61',
  })
  expect(markers.find(({ expression }) => expression.test('▪ • Fahrdienste'))?.id).toBe('doubled-bullet')
})

async function problemsOf(folder: string): Promise<readonly RulesProblem[]> {
  const error: unknown = await loadRules(folder).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (!(error instanceof RulesError)) throw new Error('the rules were expected to be faulty', { cause: error })
  expect(error.message).toContain(folder)
  return error.problems
}
