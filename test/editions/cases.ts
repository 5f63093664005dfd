import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Content, parseContent } from '../../fixtures/typeset/content.ts'

const EDITIONS = new URL('../../fixtures/editions/', import.meta.url)

/** The names an input may have; what the first one there gives is the edition's golden file. */
const SOURCES = ['source.pdf', 'source.txt'] as const

/** An edition: a folder with `content.json`, one or both inputs, and what is to come out of them. */
export interface EditionCase {
  readonly name: string
  readonly content: Content
  /** Names of its inputs, the one that the golden file is made of first. */
  readonly sources: readonly string[]
  /** Names of all files in the folder. */
  readonly files: readonly string[]
  /** Absolute path of a file in the folder. */
  readonly path: (file: string) => string
}

/** All editions in alphabetical order. */
export const EDITION_CASES: readonly EditionCase[] = readdirSync(EDITIONS)
  .sort()
  .map((name) => {
    const path = (file: string) => fileURLToPath(new URL(`${name}/${file}`, EDITIONS))
    const content = parseContent(JSON.parse(readFileSync(path('content.json'), 'utf8')))
    return {
      name,
      content,
      sources: SOURCES.filter((file) => existsSync(path(file))),
      files: readdirSync(path('')),
      path,
    }
  })

/** Golden file of what all inputs of an edition give. */
export const EXPECTED = 'expected.json'

/** Golden file of what one input gives: pages and diagnostics. */
export function expectedOf(source: string): string {
  return `expected.${source.replace('source.', '')}.json`
}
