/** Characters that JSON allows in a string but that steer a terminal, turn the reading direction or end a line. */
const STEERING = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/**
 * The one way this project writes JSON: two blanks, keys in the order of the object, a line feed at the end. Characters
 * that steer a terminal are escaped, so that the text can be printed; read back, it gives the same value.
 *
 * @throws TypeError where JSON cannot hold the value: a number that is not finite, or no value at all
 */
export function toJson(value: unknown): string {
  return `${indented(value, 0)}\n`
}

/** Characters of a piece that are gathered before it is handed on. */
const PIECE = 1 << 16

/**
 * The text of {@link toJson} in pieces, for an object so large that it should not stand in memory as a whole. Its entries
 * are asked for one after the other; so are the items of a list that is an iterable and no array.
 *
 * @throws TypeError as {@link toJson}, after the pieces in front of that value
 */
export function* jsonPieces(entries: Iterable<readonly [key: string, value: unknown]>): Generator<string, void> {
  let gathered = ''
  for (const part of jsonParts(entries)) {
    gathered += part
    if (gathered.length < PIECE) continue
    yield gathered
    gathered = ''
  }
  yield gathered
}

function* jsonParts(entries: Iterable<readonly [string, unknown]>): Generator<string, void> {
  let opening = '{\n'
  for (const [key, entry] of entries) {
    if (entry === undefined) continue
    yield `${opening}  ${indented(key, 0)}: `
    if (isStreamed(entry)) yield* listParts(entry)
    else yield indented(entry, 1)
    opening = ',\n'
  }
  yield opening === '{\n' ? '{}\n' : '\n}\n'
}

function* listParts(list: Iterable<unknown>): Generator<string, void> {
  let opening = '[\n'
  for (const item of list) {
    yield `${opening}    ${indented(item, 2)}`
    opening = ',\n'
  }
  yield opening === '[\n' ? '[]' : '\n  ]'
}

function isStreamed(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value && !Array.isArray(value)
}

/** A value as it stands in a document, so many levels down. */
function indented(value: unknown, level: number): string {
  let around = value
  let before = 0
  let after = 0
  // `[[value]]` has the value as far to the right as it is to stand.
  for (let depth = 1; depth <= level; depth += 1) {
    around = [around]
    before += '[\n'.length + '  '.length * depth
    after += '\n]'.length + '  '.length * (depth - 1)
  }
  const json = JSON.stringify(around, null, 2) as string | undefined
  if (json === undefined || json.includes('null')) rejectUnwritten('', value)
  const written = json?.slice(before, json.length - after) ?? ''
  return written.replace(STEERING, escapeCharacter)
}

/** Looks for what `JSON.stringify` wrote as null; where it asks a function about each value, it takes longer. */
function rejectUnwritten(key: string, value: unknown): void {
  if (value === undefined || typeof value === 'function' || typeof value === 'symbol')
    throw new TypeError(`JSON cannot hold undefined, a function or a symbol, at ${JSON.stringify(key)}`)
  if (typeof value === 'number' && !Number.isFinite(value))
    throw new TypeError(`JSON cannot hold the number ${String(value)} at ${JSON.stringify(key)}`)
  if (Array.isArray(value)) value.forEach((item, index) => rejectUnwritten(String(index), item))
  else if (typeof value === 'object' && value !== null)
    for (const [below, entry] of Object.entries(value)) if (entry !== undefined) rejectUnwritten(below, entry)
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
