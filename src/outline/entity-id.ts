import type { CompiledOutline } from '../rules/load-rules.ts'

const UMLAUTS: Readonly<Record<string, string>> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss' }

/** A stable slug of a text: small ASCII letters, digits and hyphens. `Kür & Co.` is `kuer-co`. */
export function slug(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[äöüß]/gu, (letter) => UMLAUTS[letter] ?? letter)
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
}

/** Id of an entity: the slug of its title without the parts that the rules call prefixes, so that it survives a changed title. */
export function entityId(title: string, rules: CompiledOutline): string {
  for (const { expression } of rules.entity.titlePrefixes) {
    const found = expression.exec(title)
    const rest = found === null ? '' : title.slice(found.index + found[0].length).trim()
    if (rest !== '') return slug(rest)
  }
  return slug(title)
}

/** Distinct ids in order: the second `markt` becomes `markt-2`. */
export function distinctIds(ids: readonly string[]): readonly string[] {
  const taken = new Set<string>()
  return ids.map((id) => {
    const base = id === '' ? 'unnamed' : id
    let distinct = base
    for (let count = 2; taken.has(distinct); count += 1) distinct = `${base}-${String(count)}`
    taken.add(distinct)
    return distinct
  })
}
