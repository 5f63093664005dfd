import type { AddressTemplate } from './address-template.ts'

/** Characters that templates are looked up by. */
const KEY = 3

/** Templates by the first characters of each of their parts, in their order. */
type TemplateIndex = ReadonlyMap<string, readonly AddressTemplate[]>

/** The addresses of a document are asked at each of its line ends. */
const indexed = new WeakMap<readonly AddressTemplate[], TemplateIndex>()

/**
 * The templates, in their order, in which a part may begin with the given characters: all for which `matchTemplate` can
 * give something, and few others.
 *
 * @param before squeezed
 */
export function templatesFor(before: string, templates: readonly AddressTemplate[]): readonly AddressTemplate[] {
  if (before.length < KEY) return templates
  const known = indexed.get(templates)
  const index = known ?? indexTemplates(templates)
  if (known === undefined) indexed.set(templates, index)
  return index.get(before.slice(0, KEY)) ?? []
}

function indexTemplates(templates: readonly AddressTemplate[]): TemplateIndex {
  const index = new Map<string, AddressTemplate[]>()
  for (const template of templates) {
    for (const key of new Set(partStarts(template).map((at) => template.chars.slice(at, at + KEY)))) {
      const alike = index.get(key)
      if (alike === undefined) index.set(key, [template])
      else alike.push(template)
    }
  }
  return index
}

/** Offsets at which a part of an address begins. */
function partStarts(template: AddressTemplate): readonly number[] {
  return template.gaps.flatMap((_, at) => (beginsPart(template, at) ? [at] : []))
}

/** Whether a part of an address begins at an offset: at its start, behind a hyphen or blank, or behind a dot and the like. */
export function beginsPart({ chars, gaps }: AddressTemplate, at: number): boolean {
  return at === 0 || gaps[at] !== '' || !/[a-z0-9]/u.test(chars[at - 1] ?? '')
}
