import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { loadRules, type Rules } from 'stadtprofile'
import { readPdf } from '../../src/pdf/read-pdf.ts'
import type { SourceDocument } from '../../src/source/source-document.ts'
import { readText } from '../../src/text/read-text.ts'

const FIXTURES = new URL('../../fixtures/', import.meta.url)

/** A fixture that the program reads. */
export interface FixtureInput {
  /** Path below `fixtures/`. */
  readonly name: string
  readonly bytes: Uint8Array
  readonly document: () => Promise<SourceDocument>
  readonly rules: () => Promise<Rules>
}

/** All inputs of all editions, renderings and families. */
export const INPUTS: readonly FixtureInput[] = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((name) => /^(?:editions|renderings|families)\/.*\.(?:pdf|txt)$/u.test(name))
  .sort()
  .map((name) => {
    const bytes = new Uint8Array(readFileSync(new URL(name, FIXTURES)))
    const family = /^families\/[^/]+\//u.exec(name)?.[0]
    return {
      name,
      bytes,
      document: () => (name.endsWith('.pdf') ? readPdf(bytes) : Promise.resolve(readText(bytes))),
      rules: () => loadRules(family === undefined ? undefined : fileURLToPath(new URL(`${family}rules`, FIXTURES))),
    }
  })

/** The lines of a text as it is read: without a byte order mark and control characters. */
export function linesOfText(bytes: Uint8Array): readonly string[] {
  const text = new TextDecoder('utf-8').decode(bytes)
  return text.replaceAll(/[\u0000-\u0008\v\u000E-\u001F\u007F-\u009F\uFEFF]/gu, '').split(/\r\n|\n|\r/u)
}

/** What all tests of an input share, made when the first of them asks. */
export function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined
  return () => (made ??= make())
}
