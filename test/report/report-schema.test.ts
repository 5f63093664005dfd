import { format } from 'prettier'
import { describe, expect, test } from 'vitest'
import { reportJsonSchema } from '../../src/report/json-schema.ts'
import { reportSchema } from '../../src/report/report-schema.ts'
import { toJson } from '../../src/report/to-json.ts'
import { loadRules } from '../../src/rules/load-rules.ts'
import { copyRules, editRules } from '../rules/rules-folder.ts'
import { SAMPLE } from './sample-report.ts'

const rules = await loadRules()
const schema = reportSchema(rules)

test('a valid report passes', () => {
  expect(schema.safeParse(SAMPLE)).toEqual({ success: true, data: SAMPLE })
})

test('what read the document may be left out', () => {
  const { id, title, source } = SAMPLE.edition
  const edition = { id, title, source }
  expect(schema.safeParse({ ...SAMPLE, edition }).success).toBe(true)
})

/** Pointers to values of the sample, what is put there instead, and where the fault is reported. */
const FAULTS: readonly {
  readonly fault: string
  readonly at: string
  readonly value: unknown
  readonly reported?: string
}[] = [
  { fault: 'another version', at: '/schemaVersion', value: '0.9.0' },
  { fault: 'an unknown field', at: '/cities/0/mayor', value: 'x', reported: '/cities/0' },
  { fault: 'no section and no null', at: '/cities/0/facts', value: undefined },
  { fault: 'no text', at: '/cities/0/organisation/steering', value: null },
  {
    fault: 'a text that is not that of its blocks',
    at: '/cities/0/organisation/delivery/text',
    value: 'x',
    reported: '/cities/0/organisation/delivery',
  },
  {
    fault: 'a paragraph with a marker',
    at: '/cities/0/programme/goals/blocks/0/marker',
    value: '▪',
    reported: '/cities/0/programme/goals/blocks/0',
  },
  { fault: 'an id that is no slug', at: '/cities/0/id', value: 'Auental' },
  { fault: 'two cities with one id', at: '/cities/1/id', value: 'auental', reported: '/cities' },
  {
    fault: 'two records with one id',
    at: '/cities/0/programme/offers/2/id',
    value: 'singkreis',
    reported: '/cities/0/programme/offers',
  },
  { fault: 'a page zero', at: '/cities/0/pages/0', value: 0 },
  { fault: 'pages the wrong way round', at: '/cities/0/pages/0', value: 9, reported: '/cities/0/pages' },
  { fault: 'a phone that is not E.164', at: '/cities/0/programme/offers/0/contact/phones/0/e164', value: '030 23125' },
  { fault: 'an address without an @', at: '/cities/0/programme/offers/0/contact/emails/0', value: 'auental.example' },
  { fault: 'a reference to no record', at: '/cities/0/programme/offers/1/contact/sameAs', value: 'nowhere' },
  { fault: 'a reference to itself', at: '/cities/0/programme/offers/1/contact/sameAs', value: 'singkreis' },
  {
    fault: 'a reference to a record without contact',
    at: '/cities/0/programme/offers/1/contact/sameAs',
    value: 'werkstatt',
  },
  { fault: 'an unknown diagnostic', at: '/diagnostics/0/code', value: 'section/lost' },
  { fault: 'a pointer that is none', at: '/diagnostics/0/pointer', value: 'cities' },
  { fault: 'a sum that is none', at: '/edition/source/sha256', value: 'abc' },
]

describe('a report is refused for', () => {
  test.each(FAULTS)('$fault', ({ at, value, reported }) => {
    const { error } = schema.safeParse(put(SAMPLE, at.split('/').slice(1), value))
    expect(error?.issues.map(({ path }) => path.map((step) => `/${String(step)}`).join(''))).toContain(reported ?? at)
  })
})

test('one edit of the rules adds a column to the report', async () => {
  const folder = await copyRules()
  const column = '{ "key": "costs", "kind": "richText", "label": "Kosten", "mayBeEmpty": true }'
  await editRules(folder, 'outline.json', '"columns": [', `"columns": [${column},`)
  const widened = reportSchema(await loadRules(folder))
  expect(widened.safeParse(SAMPLE).success).toBe(false)
  const offers = SAMPLE.cities[0]?.programme?.offers ?? []
  const withCosts = offers.map((offer) => ({ ...offer, costs: { text: '', blocks: [] } }))
  const filled = put(SAMPLE, ['cities', '0', 'programme', 'offers'], withCosts)
  expect(widened.safeParse(filled).error).toBeUndefined()
})

test('a column and a text that the rules do not know have a place', () => {
  const offers = SAMPLE.cities[0]?.programme?.offers ?? []
  const withColumn = (kosten: unknown) =>
    put(
      SAMPLE,
      ['cities', '0', 'programme', 'offers'],
      offers.map((offer) => ({ ...offer, kosten })),
    )
  expect(schema.safeParse(withColumn({ text: '', blocks: [] })).error).toBeUndefined()
  expect(schema.safeParse(withColumn('umsonst')).success).toBe(false)
  const facts = { ...SAMPLE.cities[0]?.facts, unassigned: [{ heading: 'Klima', text: { text: '', blocks: [] } }] }
  expect(schema.safeParse(put(SAMPLE, ['cities', '0', 'facts'], facts)).error).toBeUndefined()
})

describe('the JSON Schema', () => {
  // `npm run generate` writes it anew.
  test('is the one that was reviewed', async () => {
    const text = await format(toJson(reportJsonSchema(rules)), { parser: 'json', printWidth: 120 })
    await expect(text).toMatchFileSnapshot('report.schema.json')
  })

  test('names its draft, itself and the report first', () => {
    expect(Object.entries(reportJsonSchema(rules)).slice(0, 3)).toEqual([
      ['$schema', 'https://json-schema.org/draft/2020-12/schema'],
      ['$id', `urn:stadtprofile:report:${rules.family.schemaVersion}`],
      ['title', rules.family.title],
    ])
  })

  test('closes every object but records, and requires every field that is always there', () => {
    const objects = collectObjects(reportJsonSchema(rules))
    expect(objects.length).toBeGreaterThan(10)
    const open = objects.filter((object) => object['additionalProperties'] !== false)
    expect(open.map(({ properties }) => Object.keys(properties as object))).toEqual([
      ['id', 'name', 'description', 'contact'],
    ])
    expect([...new Set(objects.flatMap(optionalFields))]).toEqual([
      'extraction',
      'unclaimed',
      'unassigned',
      ...['page', 'bbox', 'file', 'words'],
    ])
  })
})

type JsonObject = Readonly<Record<string, unknown>>

function collectObjects(value: unknown): readonly JsonObject[] {
  if (!isObject(value)) return Array.isArray(value) ? value.flatMap(collectObjects) : []
  const inner = Object.values(value).flatMap(collectObjects)
  return value['type'] === 'object' ? [value, ...inner] : inner
}

function optionalFields({ properties, required }: JsonObject): readonly string[] {
  return Object.keys(isObject(properties) ? properties : {}).filter(
    (key) => !(Array.isArray(required) && required.includes(key)),
  )
}

function put(value: unknown, [step, ...rest]: readonly string[], leaf: unknown): unknown {
  if (step === undefined) return leaf
  if (Array.isArray(value))
    return value.map((child: unknown, index) => (String(index) === step ? put(child, rest, leaf) : child))
  return isObject(value) ? { ...value, [step]: put(value[step], rest, leaf) } : value
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
