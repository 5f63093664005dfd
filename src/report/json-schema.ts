import { z } from 'zod'
import type { Rules } from '../rules/load-rules.ts'
import { reportSchema } from './report-schema.ts'

/** Keywords in the order in which a reader wants them; others follow in alphabetical order. */
const ORDER = [
  '$schema',
  '$id',
  '$ref',
  'title',
  'description',
  'type',
  'const',
  'enum',
  'anyOf',
  'required',
  'properties',
  'items',
]

/** Keywords whose values are maps from names to schemas; their order is that of the report. */
const MAPS = ['properties', '$defs']

/** The JSON Schema (draft 2020-12) of a family's `report.json`. Equal rules give an equal object, key order included. */
export function reportJsonSchema(rules: Rules): object {
  const { id, title, schemaVersion } = rules.family
  return orderedJsonSchema(reportSchema(rules), `urn:${id}:report:${schemaVersion}`, title)
}

/** The JSON Schema (draft 2020-12) of a zod schema, its keywords in the order in which a reader wants them. */
export function orderedJsonSchema(schema: z.ZodType, $id: string, title: string): object {
  const generated = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    override: ({ jsonSchema }) => dropIntegerBounds(jsonSchema),
  })
  return orderKeys({ ...generated, $id, title })
}

/** zod bounds every integer by what a JavaScript number can hold; that says nothing about a report. */
function dropIntegerBounds(schema: z.core.JSONSchema.BaseSchema): void {
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
}

function orderKeys(value: object): object {
  const keys = Object.keys(value).sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const entries: ReadonlyMap<string, unknown> = new Map(Object.entries(value))
  return Object.fromEntries(keys.map((key) => [key, orderValue(key, entries.get(key))]))
}

function orderValue(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((child: unknown) => orderValue('', child))
  if (typeof value !== 'object' || value === null) return value
  if (!MAPS.includes(key)) return orderKeys(value)
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, orderValue('', child)]))
}

function rank(key: string): number {
  const place = ORDER.indexOf(key)
  return place < 0 ? ORDER.length : place
}
