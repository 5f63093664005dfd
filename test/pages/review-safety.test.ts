import { execFile } from 'node:child_process'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import axe from 'axe-core'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { program } from '../cli/run-program.ts'
import { temporaryFolder } from '../cli/temporary-folder.ts'
import { at, edited, paragraph } from '../diff/read-editions.ts'
import { startChromium } from './chromium.ts'
import { comparisonOf, openFolder, openReview, pageOf, reviewedFixture } from './review-inputs.ts'

const reviewed = await reviewedFixture('source.pdf')
const html = pageOf(reviewed)
const compared = comparisonOf(reviewed, await reviewedFixture('next-edition.pdf')).html
const source = fileURLToPath(new URL('../../fixtures/editions/musterstaedte-2026/source.pdf', import.meta.url))

let browser: Browser
beforeAll(async () => {
  browser = await startChromium()
})
afterAll(() => browser.close())

test.each([
  ['<script>window.hacked = 1</script>'],
  ['<img src=x onerror="window.hacked = 1">'],
  ['</script></style></title><b>fat</b>'],
  ['<!-- <script>'],
  ['"quoted" \'single\' `ticks` ${1} &amp;'],
  ['bell\u0007 and \u202Eturned', 'bell<U+0007> and <U+202E>turned'],
])('%j is shown as text', async (text, shown = text) => {
  const { report } = edited({ name: '', report: reviewed.report, provenance: null }, (changed) => {
    changed.edition.title = text
    const city = at(changed.cities, 0)
    city.name = text
    city.programme.goals = paragraph(text)
    at(city.programme.offers, 0).name = text
  })
  const diagnostics = report.diagnostics.map((one) => ({ ...one, message: text }))
  const runs = reviewed.ledger.runs.map((run) => ({ ...run, text, rule: text }))
  const page = pageOf({ ...reviewed, report: { ...report, diagnostics }, ledger: { ...reviewed.ledger, runs } })
  const opened = await openReview(browser, page)
  const { page: view } = opened
  await view.keyboard.press('j')
  expect(await view.locator('#values').innerText()).toContain(shown)
  expect(await view.locator('.sheet svg text').first().textContent()).toBe(text)
  await view.keyboard.press('e')
  await view.locator('#after').fill(`${text} 2`)
  await view.locator('#reason').fill(text)
  await view.locator('#author').fill(text)
  await view.getByRole('button', { name: 'Keep correction' }).click()
  await view.keyboard.press('n')
  expect(await view.locator('#diagnostics').innerText()).toContain(shown)
  expect(await view.locator('body :is(img, i, b), :is(main, .sheets) script').count()).toBe(0)
  expect(await view.evaluate(() => 'hacked' in window)).toBe(false)
  expect({ errors: opened.errors, requests: opened.requests.length }).toEqual({ errors: [], requests: 1 })
})

test.each([
  '<img src=x onerror="window.hacked = 1"><script>window.hacked = 1</script>',
  '</script><b>fat</b> \u202E${1}',
])('%j is shown as text among the changes', async (text) => {
  const { report } = edited({ name: '', report: reviewed.report, provenance: null }, (changed) => {
    changed.edition.title = text
    const city = at(changed.cities, 0)
    city.name = text
    city.programme.goals = paragraph(text)
    at(city.programme.offers, 0).name = text
    at(changed.cities, 1).id = text
  })
  const runs = reviewed.ledger.runs.map((run) => ({ ...run, text, rule: text }))
  const other = { ...reviewed, report, ledger: { ...reviewed.ledger, runs } }
  for (const { html: page } of [comparisonOf(reviewed, other), comparisonOf(other, reviewed)]) {
    const { page: view, errors, requests } = await openReview(browser, page)
    expect(await view.locator('#changes').innerText()).toContain(text.replace('\u202E', '<U+202E>'))
    const count = await view.locator('#changes article').count()
    for (let change = 0; change < count; change += 1) await view.keyboard.press('j')
    expect(await view.locator('body :is(img, i), :is(main, .sheets) script, .side b b').count()).toBe(0)
    expect(await view.evaluate(() => 'hacked' in window)).toBe(false)
    expect({ errors, requests: requests.length }).toEqual({ errors: [], requests: 1 })
  }
})

async function faultsOf(page: Page) {
  await page.evaluate(axe.source)
  const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, at: nodes.slice(0, 3).map(({ html: text }) => text) }))
}

test.each(['light', 'dark'] as const)(
  '%s: no serious fault of access, and the other at a press',
  async (colorScheme) => {
    const { page } = await openReview(browser, html, { colorScheme })
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('j')
    await page.keyboard.press('e')
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('Escape')
    await page.keyboard.press('n')
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('3')
    expect(await faultsOf(page)).toEqual([])
    const isDark = () =>
      page.locator('.bar').evaluate((one) => Number(/\d+/u.exec(getComputedStyle(one).backgroundColor)?.[0]) < 80)
    expect(await isDark()).toBe(colorScheme === 'dark')
    await page.locator('#toggle-theme').click()
    expect(await isDark()).toBe(colorScheme !== 'dark')
  },
  120_000,
)

test.each([
  ['light', 1366],
  ['dark', 1366],
  ['light', 400],
] as const)(
  'two editions, %s, %i wide: no serious fault of access',
  async (colorScheme, width) => {
    const { page } = await openReview(browser, compared, { colorScheme, viewport: { width, height: 768 } })
    expect(await faultsOf(page)).toEqual([])
    for (const key of ['j', 'j', 'j']) await page.keyboard.press(key)
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('2')
    expect(await faultsOf(page)).toEqual([])
    await page.keyboard.press('?')
    expect(await faultsOf(page)).toEqual([])
    const ground = await page.locator('.bar').evaluate((one) => getComputedStyle(one).backgroundColor)
    expect(Number(/\d+/u.exec(ground)?.[0]) < 80).toBe(colorScheme === 'dark')
  },
  120_000,
)

test('nothing runs out of a narrow screen', async () => {
  for (const text of [html, compared]) {
    const { page } = await openReview(browser, text, { viewport: { width: 400, height: 800 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400)
  }
})

/** Hides the package that draws from a program and its threads. */
const HIDING = `export function resolve(name, context, next) {
  if (name === '@napi-rs/canvas') throw new Error('not installed')
  return next(name, context)
}`

function moduleOf(text: string): string {
  return `data:text/javascript;base64,${Buffer.from(text).toString('base64')}`
}

test('without the package that draws the page shows words, and the command says so', async () => {
  const register = `import { register } from 'node:module'; register(${JSON.stringify(moduleOf(HIDING))})`
  const folder = await temporaryFolder()
  const args = ['--import', moduleOf(register), program, 'review-page', source]
  const { stderr } = await promisify(execFile)(process.execPath, args, { cwd: folder })
  expect(stderr).toContain('@napi-rs/canvas')
  await expect(access(join(folder, 'review/pages'))).rejects.toThrow()
  const { page, requests, errors } = await openFolder(browser, join(folder, 'review'))
  await page.keyboard.press('j')
  expect(await page.locator('.mark.marked').count()).toBeGreaterThan(0)
  expect(await page.locator('.sheet svg').count()).toBe(32)
  expect({ requests: requests.length, errors }).toEqual({ requests: 1, errors: [] })
})
