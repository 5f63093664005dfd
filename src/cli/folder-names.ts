import { basename, dirname, extname } from 'node:path'
import { SCHEMA_FILE } from '../report/schema-file.ts'

/** Names that Windows keeps for devices, with or without an extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/iu

/** What no file name may hold on some system, and what would steer a terminal. */
const UNSAFE = /[<>:"/\\|?*\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]+/gu

/** Most file systems end at 255. */
const MOST_BYTES = 200

/** Names in the output folder that are not one input's. */
const TAKEN = [SCHEMA_FILE]

/**
 * A folder name for each input, all distinct even where case does not count. It is the file's name without extension;
 * inputs that share it get what tells them apart: the extension (`source-pdf`, `source-txt`), the folder they lie in
 * (`2026-source`), both, and in the end a number.
 *
 * @param paths distinct
 * @returns one name per path; each is a single, harmless path segment
 */
export function folderNames(paths: readonly string[]): readonly string[] {
  const names = new Map<string, string>()
  const taken = new Set(TAKEN)
  const groups = groupedByName(paths)
  const claim = (path: string, name: string) => {
    names.set(path, name)
    taken.add(folded(name))
  }
  for (const group of [...groups.filter((g) => g.length === 1), ...groups.filter((g) => g.length > 1)]) {
    const level = LEVELS.findIndex((_, candidate) => tellsApart(group, candidate, taken))
    for (const path of group) claim(path, level < 0 ? numbered(path, taken) : nameAt(path, level))
  }
  return paths.map((path) => names.get(path) ?? '')
}

function groupedByName(paths: readonly string[]): readonly (readonly string[])[] {
  const groups = new Map<string, string[]>()
  for (const path of paths) {
    const name = folded(nameAt(path, 0))
    groups.set(name, [...(groups.get(name) ?? []), path])
  }
  return [...groups.values()]
}

/** From the plainest name to the longest. */
const LEVELS: readonly ((path: string) => string)[] = [
  stem,
  (path) => `${stem(path)}${kind(path)}`,
  (path) => `${basename(dirname(path))}-${stem(path)}`,
  (path) => `${basename(dirname(path))}-${stem(path)}${kind(path)}`,
]

function stem(path: string): string {
  return basename(path, extname(path))
}

function kind(path: string): string {
  return extname(path).replace('.', '-')
}

function nameAt(path: string, level: number): string {
  return safe((LEVELS[level] ?? stem)(path))
}

function tellsApart(group: readonly string[], level: number, taken: ReadonlySet<string>): boolean {
  const names = group.map((path) => folded(nameAt(path, level)))
  return new Set(names).size === names.length && names.every((name) => !taken.has(name))
}

function numbered(path: string, taken: ReadonlySet<string>): string {
  const name = nameAt(path, LEVELS.length - 1)
  let number = 2
  while (taken.has(folded(`${name}-${String(number)}`))) number += 1
  return `${name}-${String(number)}`
}

/** `..` and `a/b` are no names; neither are `CON`, a blank or a dot at the end. */
function safe(name: string): string {
  const kept = withoutTail(shortened(name.normalize('NFC').replace(UNSAFE, '-').trimStart()))
  if (kept === '') return 'input'
  return DEVICE.test(kept) ? `_${kept}` : kept
}

/** File systems count bytes; room is left for a number. */
function shortened(name: string): string {
  let kept = ''
  for (const character of name) {
    if (Buffer.byteLength(kept + character) > MOST_BYTES) break
    kept += character
  }
  return kept
}

function withoutTail(name: string): string {
  let end = name.length
  while (end > 0 && /[\s.]/u.test(name.charAt(end - 1))) end -= 1
  return name.slice(0, end)
}

function folded(name: string): string {
  return name.toLowerCase().normalize('NFC')
}
