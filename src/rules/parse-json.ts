import { jsonPointer } from './json-pointer.ts'

/** A place where a text is no JSON, or is JSON that says one thing twice. */
export interface JsonFault {
  readonly pointer: string
  /** 1-based. */
  readonly line: number
  readonly what: string
}

export interface ParsedJson {
  /** Undefined where the text is no JSON. */
  readonly value: unknown
  readonly faults: readonly JsonFault[]
  /** 1-based line of each value, by JSON Pointer. */
  readonly lines: ReadonlyMap<string, number>
}

interface Token {
  readonly text: string
  readonly offset: number
  /** 1-based. */
  readonly line: number
}

interface Cursor {
  /** Where the text ends. */
  readonly end: number
  readonly tokens: readonly Token[]
  next: number
  readonly faults: JsonFault[]
  readonly lines: Map<string, number>
}

class JsonSyntaxError extends Error {
  readonly offset: number

  constructor(message: string, offset: number) {
    super(message)
    this.offset = offset
  }
}

const TOKEN =
  /[{}[\],:]|"(?:[^"\\\u0000-\u001F]|\\["\\/bfnrt]|\\u[\dA-Fa-f]{4})*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[Ee][+-]?\d+)?|true|false|null/uy
const BLANK = /[\t\n\r ]*/uy
const LINE_END = /\r\n|[\n\r]/gu

/** Deeper than any rule file needs; keeps a damaged one from exhausting the stack. */
const DEEPEST = 64

/**
 * Reads JSON as `JSON.parse` does, and says beyond that where each value stands and which object names a key twice
 * (`JSON.parse` would keep the last one without a word).
 */
export function parseJson(text: string): ParsedJson {
  const faults: JsonFault[] = []
  const lines = new Map<string, number>()
  try {
    const cursor: Cursor = { end: text.length, tokens: tokenize(text), next: 0, faults, lines }
    const value = readValue(cursor, [])
    const rest = cursor.tokens[cursor.next]
    if (rest !== undefined) throw new JsonSyntaxError(`unexpected ${rest.text} after the end of the value`, rest.offset)
    return { value, faults, lines }
  } catch (error) {
    if (!(error instanceof JsonSyntaxError)) throw error
    const { line, column } = placeOf(text, error.offset)
    const what = `this is no JSON: ${error.message} (line ${String(line)}, column ${String(column)})`
    return { value: undefined, faults: [{ pointer: '', line, what }], lines }
  }
}

/** 1-based line of a value, or of the nearest one around it where the value is missing. */
export function lineOf(where: string, { lines }: ParsedJson): number {
  let pointer = where
  while (pointer !== '' && !lines.has(pointer)) pointer = pointer.slice(0, pointer.lastIndexOf('/'))
  return lines.get(pointer) ?? 1
}

function tokenize(text: string): readonly Token[] {
  const tokens: Token[] = []
  let offset = text.startsWith('\uFEFF') ? 1 : 0
  let line = 1
  for (;;) {
    BLANK.lastIndex = offset
    const blank = BLANK.exec(text)?.[0] ?? ''
    offset += blank.length
    line += blank.match(LINE_END)?.length ?? 0
    if (offset >= text.length) return tokens
    TOKEN.lastIndex = offset
    const found = TOKEN.exec(text)
    if (found === null) throw new JsonSyntaxError(describeUnreadable(text, offset), offset)
    tokens.push({ text: found[0], offset, line })
    offset += found[0].length
  }
}

function describeUnreadable(text: string, offset: number): string {
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0)
  return character === '"'
    ? 'a string that does not end, or holds a control character or an unknown escape'
    : `unexpected ${character}`
}

function readValue(cursor: Cursor, path: readonly (string | number)[]): unknown {
  const token = take(cursor, 'a value')
  cursor.lines.set(jsonPointer(path), token.line)
  if (path.length > DEEPEST) throw new JsonSyntaxError('nested too deeply', token.offset)
  if (token.text === '{') return readObject(cursor, path)
  if (token.text === '[') return readArray(cursor, path)
  if (/^[\]},:]$/u.test(token.text))
    throw new JsonSyntaxError(`unexpected ${token.text} where a value should stand`, token.offset)
  return JSON.parse(token.text)
}

function readObject(cursor: Cursor, path: readonly (string | number)[]): Record<string, unknown> {
  const entries = new Map<string, unknown>()
  if (skip(cursor, '}')) return {}
  do {
    const token = take(cursor, 'a key')
    if (!token.text.startsWith('"'))
      throw new JsonSyntaxError(`unexpected ${token.text} where a key should stand`, token.offset)
    const key = String(JSON.parse(token.text))
    if (entries.has(key)) {
      cursor.faults.push({ pointer: jsonPointer([...path, key]), line: token.line, what: 'this key stands here twice' })
    }
    expect(cursor, ':')
    entries.set(key, readValue(cursor, [...path, key]))
  } while (skip(cursor, ','))
  expect(cursor, '}')
  return Object.fromEntries(entries)
}

function readArray(cursor: Cursor, path: readonly (string | number)[]): unknown[] {
  const values: unknown[] = []
  if (skip(cursor, ']')) return values
  do {
    values.push(readValue(cursor, [...path, values.length]))
  } while (skip(cursor, ','))
  expect(cursor, ']')
  return values
}

function take(cursor: Cursor, wanted: string): Token {
  const token = cursor.tokens[cursor.next]
  if (token === undefined) throw new JsonSyntaxError(`the file ends where ${wanted} should stand`, cursor.end)
  cursor.next += 1
  return token
}

function skip(cursor: Cursor, text: string): boolean {
  const found = cursor.tokens[cursor.next]?.text === text
  if (found) cursor.next += 1
  return found
}

function expect(cursor: Cursor, text: string): void {
  const token = take(cursor, text)
  if (token.text !== text)
    throw new JsonSyntaxError(`unexpected ${token.text} where ${text} should stand`, token.offset)
}

function placeOf(text: string, offset: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, offset).split(LINE_END)
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 }
}

/** The line of a value; where it is not there, of what it would be added to. */
export function lineOfPointer(pointer: string, lines: ReadonlyMap<string, number>): number {
  let nearest = pointer
  while (nearest !== '' && !lines.has(nearest)) nearest = nearest.slice(0, nearest.lastIndexOf('/'))
  return lines.get(nearest) ?? 1
}
