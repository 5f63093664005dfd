import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { extract } from 'stadtprofile'
import { onTestFinished } from 'vitest'
import { type DiffOptions, diffReports, type EditionDiff } from '../../src/diff/diff-reports.ts'
import type { DrawnPage } from '../../src/evidence/draw-pages.ts'
import { comparisonPage } from '../../src/review/comparison-page.ts'
import { type Reviewed, reviewPage } from '../../src/review/review-page.ts'
import type { ReviewData } from '../../src/review/review-data.ts'
import { rules } from '../diff/read-editions.ts'
import { temporaryFolder } from '../cli/temporary-folder.ts'

const FIXTURES = new URL('../../fixtures/', import.meta.url)
const EDITIONS = {
  'source.pdf': 'editions/musterstaedte-2026/source.pdf',
  'source.txt': 'editions/musterstaedte-2026/source.txt',
  'next-edition.pdf': 'diff/next-edition.pdf',
} as const

/** What the page of a fixture is made of; its pages have no pictures. */
export async function reviewedFixture(file: keyof typeof EDITIONS): Promise<Reviewed> {
  const bytes = new Uint8Array(readFileSync(new URL(EDITIONS[file], FIXTURES)))
  const { report, provenance, ledger } = await extract(bytes, { fileName: file, ledger: true })
  if (ledger === undefined) throw new Error('the ledger was asked for')
  const { pages: count, kind } = report.edition.source
  const blank = (_: unknown, index: number): DrawnPage => ({ number: index + 1, width: 595, height: 842, image: null })
  const pages = kind === 'pdf' ? Array.from({ length: count }, blank) : []
  return { report, provenance, ledger, drawnPages: { pages, failure: null } }
}

export const pageOf = (reviewed: Reviewed): string => reviewPage(reviewed, rules)

/** A comparison of two editions, and its page. */
export function comparisonOf(
  old: Reviewed,
  next: Reviewed,
  options: DiffOptions = {},
): { readonly diff: EditionDiff; readonly html: string } {
  const diff = diffReports({ name: 'old', ...old }, { name: 'new', ...next }, rules, options)
  return { diff, html: comparisonPage(old, next, diff, rules) }
}

/** A page that is open, what its console says, and what it asks for. */
export interface OpenReview {
  readonly page: Page
  readonly errors: string[]
  readonly requests: string[]
}

/** Opens `index.html` of a folder from the disk. */
export async function openFolder(
  browser: Browser,
  folder: string,
  options: BrowserContextOptions = {},
): Promise<OpenReview> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const opened: OpenReview = { page, errors: [], requests: [] }
  page.on('pageerror', (error) => opened.errors.push(error.message))
  page.on('console', (message) => opened.errors.push(message.text()))
  page.on('request', (request) => opened.requests.push(request.url()))
  await page.goto(pathToFileURL(join(folder, 'index.html')).href)
  return opened
}

/** Opens the page of a report. */
export async function openReview(
  browser: Browser,
  html: string,
  options: BrowserContextOptions = {},
): Promise<OpenReview> {
  return openFolder(browser, await temporaryFolder({ 'index.html': html }), options)
}

/** What the scripts of a page find in it. */
export async function dataOf(page: Page): Promise<ReviewData> {
  return JSON.parse((await page.locator('#data').textContent()) ?? '') as ReviewData
}

/** Selects the value at a path, whose text is as given where several have this path. */
export async function indexOf(page: Page, path: string, before?: string): Promise<number> {
  const { values } = await dataOf(page)
  const index = values.findIndex((value) => value.path === path && (before === undefined || value.before === before))
  if (index < 0) throw new Error(`no value at ${path}`)
  return index
}
