import type { FieldKind } from '../rules/outline-rules.ts'
import type { CompiledPart, CompiledSection, CompiledTable, Rules } from '../rules/load-rules.ts'
import { KINDS } from '../values/kinds.ts'
import { pascalCase } from './pascal-case.ts'

/** A field of a generated interface. */
interface Field {
  readonly key: string
  readonly type: string
  readonly says: string
}

/**
 * The TypeScript types of a family's `report.json`, as the text of a module that stands in this folder. They say the
 * same as `reportSchema`, for whoever reads a report in code.
 */
export function generateTypes(rules: Rules): string {
  const { entity, sections } = rules.outline
  const name = pascalCase(entity.singular)
  return [
    `// Generated from the rules of the family "${rules.family.id}" by \`npm run generate\`; edit those instead.`,
    `import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'`,
    `import type { ${typeNames(rules).join(', ')} } from '../../src/report/report.ts'`,
    '',
    ...interfaceLines('FamilyReport', 'A whole report.', [
      { key: '$schema', type: 'string', says: 'Where the JSON Schema is.' },
      { key: 'schemaVersion', type: quoted(rules.family.schemaVersion), says: 'Semantic version of this shape.' },
      { key: 'edition', type: `Report['edition']`, says: 'Which document was read.' },
      { key: entity.key, type: `readonly ${name}[]`, says: 'In printed order.' },
      { key: 'diagnostics', type: 'readonly Diagnostic[]', says: 'In the order of the document.' },
    ]),
    ...interfaceLines(name, `One ${entity.singular}.`, [
      { key: 'id', type: 'string', says: 'Stable over editions.' },
      ...(entity.isNumbered ? [{ key: 'number', type: 'number', says: 'As printed.' }] : []),
      { key: 'name', type: 'string', says: 'As printed, without the number.' },
      {
        key: 'pages',
        type: 'readonly [number, number] | null',
        says: 'First and last page; null where the input has none.',
      },
      ...sections.map(({ key }) => ({
        key,
        type: `${name}${pascalCase(key)} | null`,
        says: 'Null where its heading was not found.',
      })),
    ]),
    ...sections.flatMap((section) => sectionLines(section, `${name}${pascalCase(section.key)}`)),
  ].join('\n')
}

function sectionLines(section: CompiledSection, name: string): readonly string[] {
  const parts = section.parts.filter((part) => part.kind !== 'group')
  const tables = parts.filter((part) => part.kind === 'table')
  return [
    ...interfaceLines(name, `Section ${String(section.order + 1)}.`, [
      { key: 'heading', type: '{ readonly number: string; readonly title: string }', says: 'As printed.' },
      ...parts.map((part) => partField(part)),
      {
        key: 'unassigned?',
        type: 'readonly UnassignedText[]',
        says: 'Texts below headings that the rules do not know; left out where there are none.',
      },
    ]),
    ...tables.flatMap(recordLines),
  ]
}

function partField(part: Exclude<CompiledPart, { kind: 'group' }>): Field {
  switch (part.kind) {
    case 'figure':
      return { key: part.key, type: 'readonly Figure[]', says: 'Captions in printed order.' }
    case 'table':
      return { key: part.key, type: `readonly ${recordName(part)}[]`, says: 'One per row, in printed order.' }
    default:
      return valueField(part)
  }
}

function valueField({ key, kind }: { readonly key: string; readonly kind: FieldKind }): Field {
  const { type, empty } = KINDS[kind]
  return { key, type, says: `${empty === null ? 'Null' : 'Empty'} where nothing is printed.` }
}

/** Types of `report.ts` that the fields of a family have. */
function typeNames({ outline }: Rules): readonly string[] {
  const parts = outline.sections.flatMap((section) => section.parts)
  const figures = parts.some(({ kind }) => kind === 'figure') ? ['Figure'] : []
  const kinds = parts.flatMap((part): readonly FieldKind[] => {
    if (part.kind === 'group' || part.kind === 'figure') return []
    return part.kind === 'table' ? part.columns.map(({ kind }) => kind) : [part.kind]
  })
  const names = kinds.flatMap((kind) => /^[A-Z]\w+/u.exec(KINDS[kind].type)?.[0] ?? [])
  return [...new Set([...names, ...figures, 'Report', 'UnassignedText'])].sort()
}

function recordLines(table: CompiledTable): readonly string[] {
  return interfaceLines(recordName(table), `A row of the table \`${table.key}\`.`, [
    { key: 'id', type: 'string', says: 'Unique within the table.' },
    ...table.columns.map(valueField),
  ])
}

function recordName({ key }: CompiledTable): string {
  return `${pascalCase(key)}Record`
}

function interfaceLines(name: string, says: string, fields: readonly Field[]): readonly string[] {
  const lines = fields.flatMap((field) => [`  /** ${field.says} */`, `  readonly ${field.key}: ${field.type}`])
  return [`/** ${says} */`, `export interface ${name} {`, ...lines, '}', '']
}

function quoted(text: string): string {
  return `'${text}'`
}
