import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadContent } from '../fixtures/typeset/content.ts'
import { renderPdf } from '../fixtures/typeset/render-pdf.ts'
import { MAIN_RENDERING } from '../fixtures/typeset/rendering.ts'
import { scaledEdition, scaledName } from './scaled-edition.ts'

/*
 * tsx bench/write-scaled.ts FOLDER PAGES …
 *
 * Typesets the fixture edition with about so many pages.
 */

const [folder = '', ...sizes] = process.argv.slice(2)
const content = await loadContent(new URL('../fixtures/editions/musterstaedte-2026/', import.meta.url))
mkdirSync(folder, { recursive: true })
for (const pages of sizes.map(Number)) {
  writeFileSync(join(folder, scaledName(pages)), renderPdf(scaledEdition(content, pages), MAIN_RENDERING))
}
