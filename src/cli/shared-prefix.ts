/** Pointers that are written out; of more only the number is told. */
const MOST = 3

/**
 * JSON Pointers in short: what they begin with is written once.
 *
 *     /cities/0/number, /cities/0/name      is      /cities/0/{number, name}
 */
export function inShort(pointers: readonly string[]): string {
  const [first, ...others] = pointers
  if (first === undefined || others.length === 0) return first ?? ''
  const paths = pointers.map((pointer) => pointer.split('/'))
  const shortest = Math.min(...paths.map(({ length }) => length)) - 1
  let shared = 0
  while (shared < shortest && paths.every((path) => path[shared] === paths[0]?.[shared])) shared += 1
  const tails = paths.map((path) => path.slice(shared).join('/'))
  const more = tails.length > MOST ? `, and ${String(tails.length - MOST)} more` : ''
  return `${paths[0]?.slice(0, shared).join('/') ?? ''}/{${tails.slice(0, MOST).join(', ')}${more}}`
}
