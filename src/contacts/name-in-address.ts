/**
 * Whether the local part of an e-mail address carries a name, and how: `anna.muster@`, `a.muster@`, `muster@`.
 *
 * @param words the name's words in order, without titles and salutation
 * @param email the address
 */
export function nameInAddress(words: readonly string[], email: string): 'full' | 'initial' | 'last' | null {
  const local = email.slice(0, email.lastIndexOf('@'))
  const first = words[0]
  const last = words.at(-1)
  if (first === undefined || last === undefined) return null
  const parts = local
    .split(/[._+]/u)
    .map((part) => fold(part))
    .filter((part) => part !== '')
  const end = parts.at(-1) ?? ''
  if (parts.length < 2) {
    const whole = fold(local)
    if (isSame(last, whole)) return 'last'
    if (
      words.length > 1 &&
      isSame(first, whole.slice(0, spellings(first)[0]?.length)) &&
      isSame(last, whole.slice(fold(first).length))
    )
      return 'full'
    return words.length > 1 && isSame(last, whole.slice(1)) && fold(first).startsWith(whole.slice(0, 1))
      ? 'initial'
      : null
  }
  const start = parts[0] ?? ''
  if (words.length < 2) return isSame(last, end) ? 'last' : null
  if (isSame(last, end)) return startsAlike(first, start)
  return isSame(last, start) ? startsAlike(first, end) : null
}

/**
 * Whether the local part of an address that ends in a family name leaves room for a person: `quast@`, `i.quast@` and
 * `ina.quast@` do, `vertrieb.quast@` does not.
 */
export function leavesRoomForPerson(email: string, givenNames: ReadonlySet<string>): boolean {
  const [first = '', ...others] = email
    .slice(0, email.lastIndexOf('@'))
    .split(/[._+]/u)
    .filter((part) => part !== '')
  if (others.length === 0 || first.length === 1) return true
  const folded = fold(first.split('-', 1)[0] ?? '')
  return [...givenNames].some((name) => isSame(name, folded))
}

function startsAlike(first: string, part: string): 'full' | 'initial' | null {
  const name = fold(first)
  if (part.length === 1) return name.startsWith(part) ? 'initial' : null
  if (isSame(first, part)) return 'full'
  // Hanna for johanna, Hans-Jörg for hans
  return part.length > 2 && name.length > 2 && (part.endsWith(name) || part.startsWith(name) || name.startsWith(part))
    ? 'full'
    : null
}

function isSame(word: string, part: string): boolean {
  return part.length > 1 && spellings(word).includes(part)
}

/** `Söhn` is written `soehn` or `sohn` in addresses. */
function spellings(word: string): readonly string[] {
  return [fold(word), foldMarks(word)]
}

function fold(word: string): string {
  return foldMarks(word.toLowerCase().replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue'))
}

function foldMarks(word: string): string {
  return word
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/[^a-z0-9]/gu, '')
}
