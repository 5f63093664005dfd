/** Characters that JSON allows in a string but that steer a terminal, turn the reading direction or end a line. */
const STEERING = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu

/**
 * The one way this project writes JSON: two blanks, keys in the order of the object, a line feed at the end. Characters
 * that steer a terminal are escaped, so that the text can be printed; read back, it gives the same value.
 *
 * @throws TypeError where JSON cannot hold the value: a number that is not finite, or no value at all
 */
export function toJson(value: unknown): string {
  const json = JSON.stringify(value, rejectUnwritable, 2) as string | undefined
  if (json === undefined) throw new TypeError('JSON cannot hold a value that is undefined, a function or a symbol')
  return `${json.replace(STEERING, escapeCharacter)}\n`
}

function rejectUnwritable(key: string, value: unknown): unknown {
  if (typeof value === 'number' && !Number.isFinite(value)) {
    throw new TypeError(`JSON cannot hold the number ${String(value)} at ${JSON.stringify(key)}`)
  }
  return value
}

function escapeCharacter(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
