import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Contact, PageSpot } from '../../src/report/report.ts'
import { toTree } from '../../src/diff/compare/report-tree.ts'
import { runProgram } from '../cli/run-program.ts'
import { temporaryFolder } from '../cli/temporary-folder.ts'
import { at, rules } from '../diff/read-editions.ts'
import { startChromium } from './chromium.ts'
import { dataOf, indexOf, openFolder, openReview, pageOf, reviewedFixture } from './review-inputs.ts'

const pdf = await reviewedFixture('source.pdf')
const html = pageOf(pdf)
const source = fileURLToPath(new URL('../../fixtures/editions/musterstaedte-2026/source.pdf', import.meta.url))
const tree = toTree({ ...pdf.report }, rules)
const offers = tree.entities.flatMap(({ sections }) =>
  sections.flatMap(({ tables }) => tables.flatMap((t) => t.records)),
)

let browser: Browser
beforeAll(async () => {
  browser = await startChromium()
})
afterAll(() => browser.close())

const open = () => openReview(browser, html)
const current = (page: Page) => page.locator('.pick[aria-current]').locator('xpath=..')
const shown = (page: Page) => page.locator('.entry:visible').count()

test('the same report gives the same page', () => {
  expect(pageOf(pdf)).toBe(html)
  expect(html).not.toMatch(/\s(?:style|on[a-z]+)=/u)
})

test('the command writes a page with small pictures that opens from the disk and asks for nothing else', async () => {
  const folder = await temporaryFolder()
  const { code, stderr } = await runProgram(['review-page', source, '--out', 'checked'], folder)
  expect(code).toBe(0)
  expect(stderr).toContain('checked/index.html')
  const { page, errors, requests } = await openFolder(browser, join(folder, 'checked'))
  const picture = page.locator('img[alt="Page 1"]')
  await expect.poll(() => picture.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(800)
  const root = pathToFileURL(join(folder, 'checked')).href
  expect(requests.filter((url) => !/^\/(?:index\.html|pages\/\d+\.webp)$/u.test(url.slice(root.length)))).toEqual([])
  expect(errors).toEqual([])
  const sizes = await Promise.all(
    Array.from({ length: 32 }, async (_, index) => {
      const bytes = await readFile(join(folder, 'checked/pages', `${String(index + 1)}.webp`))
      return bytes.length
    }),
  )
  expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeLessThan(25e6 / 70)
}, 120_000)

describe('values and their ink', () => {
  test('a selected value has its boxes where the provenance says, to two pixels', async () => {
    const { page, errors } = await open()
    for (const { path, pointer } of [at(offers, 0), at(offers, 9), at(offers, 30)]) {
      const index = await indexOf(page, `${path}/description`)
      await page.locator(`#v${String(index)} .pick`).click()
      const places = (pdf.provenance[`${pointer}/description/text`] ?? []) as unknown as readonly PageSpot[]
      const own = new Set(places.map((place) => place.page))
      const boxes = await page.locator('.mark.marked').evaluateAll((marks) =>
        marks.map((mark) => {
          const paper = mark.closest('.paper')?.getBoundingClientRect() ?? new DOMRect()
          const { left, top, right, bottom } = mark.getBoundingClientRect()
          const scale = 595 / paper.width
          return [left - paper.left, top - paper.top, right - paper.left, bottom - paper.top].map((n) => n * scale)
        }),
      )
      const onFirst = places.filter((place) => place.page === Math.min(...own))
      expect(onFirst.length).toBeGreaterThan(0)
      for (const { bbox } of onFirst) {
        expect(boxes.some((box) => box.every((edge, side) => Math.abs(edge - (bbox[side] ?? NaN)) < 2))).toBe(true)
      }
      const first = page.locator('.mark.marked').first()
      expect(await first.evaluate((mark) => mark.getBoundingClientRect().top)).toBeLessThan(800)
    }
    expect(errors).toEqual([])
  })

  test('a click on ink selects its value, and a paragraph of it where it has several', async () => {
    const { page } = await open()
    const offer = at(offers, 4)
    const contact = offer.cells.find(({ kind }) => kind === 'contact')?.json as Contact
    const email = at(contact.emails, 0)
    const index = await indexOf(page, `${offer.path}/contact/emails`, email)
    await page.locator(`#v${String(index)} .pick`).click()
    await page.locator('body').press('Escape')
    expect(await page.locator('.mark.marked').count()).toBe(0)
    await page
      .locator(`.region[data-value="${String(index)}"]`)
      .first()
      .click()
    expect(await current(page).getAttribute('id')).toBe(`v${String(index)}`)
    expect(await current(page).locator('.said').innerText()).toBe(email)
    expect(await page.locator('#status').innerText()).toContain('E-mail · page')
  })

  test('every leaf of the ledger leads to a value', async () => {
    const { page } = await open()
    const { sheets } = await dataOf(page)
    const ink = sheets.flatMap(({ regions }) => regions)
    expect(
      ink.filter(({ kind, value }) => ['name', 'text', 'contact', 'value'].includes(kind) && value === null),
    ).toEqual([])
    expect(ink.length).toBe(pdf.ledger.runs.length)
  })

  test('pointing at a value marks it without selecting it; a colour of the legend can be put away', async () => {
    const { page } = await open()
    await page.locator('#v1').hover()
    await expect.poll(() => page.locator('.mark.pointed').count()).toBeGreaterThan(0)
    expect(await page.locator('.pick[aria-current]').count()).toBe(0)
    const background = () =>
      page
        .locator('.region.furniture')
        .first()
        .evaluate((one) => getComputedStyle(one).backgroundColor)
    const before = await background()
    await page.getByRole('checkbox', { name: 'Header, footer' }).uncheck()
    expect(await background()).not.toBe(before)
    expect(await background()).toBe('rgba(0, 0, 0, 0)')
  })

  test('pages without pictures show their words; larger pages keep boxes in place', async () => {
    const { page } = await open()
    expect(await page.locator('.sheet').nth(0).locator('svg').textContent()).toContain('Städtevergleich')
    await page.locator('body').press('j')
    const share = () =>
      page
        .locator('.mark.marked')
        .first()
        .evaluate((mark) => {
          const paper = mark.closest('.paper')?.getBoundingClientRect() ?? new DOMRect()
          return (mark.getBoundingClientRect().left - paper.left) / paper.width
        })
    const width = async () => (await page.locator('.paper').first().boundingBox())?.width ?? 0
    const [before, small] = [await share(), await width()]
    await page.locator('body').press('+')
    expect(await width()).toBeGreaterThan(small * 1.2)
    expect(await share()).toBeCloseTo(before, 2)
  })
})

describe('filters, search and keys', () => {
  test('a city, a severity and unclaimed text narrow both lists', async () => {
    const { page } = await open()
    const all = await shown(page)
    await page.locator('#entity').selectOption('auenfurt')
    const some = await shown(page)
    expect(some).toBeGreaterThan(0)
    expect(some).toBeLessThan(all)
    expect(await page.locator('.entity:visible h2').allInnerTexts()).toEqual(['Auenfurt'])
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.locator('#severity').selectOption('warning')
    expect(await page.locator('#tab-diagnostics').innerText()).toMatch(/Diagnostics 1 of \d/u)
    expect(await shown(page)).toBe(1)
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByRole('checkbox', { name: 'Unclaimed only' }).check()
    expect(await shown(page)).toBe(0)
    expect(await page.locator('#no-match').isVisible()).toBe(true)
  })

  test('unclaimed text is listed first and leads to its ink', async () => {
    const [run, ...runs] = pdf.ledger.runs.filter(({ account }) => account === 'outside')
    const loose = { ...at([run ?? at(runs, 0)], 0), account: 'unclaimed' as const }
    const others = pdf.ledger.runs.filter((one) => one !== run)
    const { page } = await openReview(browser, pageOf({ ...pdf, ledger: { ...pdf.ledger, runs: [loose, ...others] } }))
    await page.getByRole('checkbox', { name: 'Unclaimed only' }).check()
    expect(await shown(page)).toBe(1)
    await page.locator('body').press('j')
    expect(await current(page).locator('.said').innerText()).toBe(loose.text)
    expect(await page.locator('.mark.marked').count()).toBe(1)
  })

  test('a search finds every word wherever it stands', async () => {
    const { page, errors } = await open()
    await page.keyboard.press('/')
    await page.keyboard.type('LINDENBRÜCK @lindenbrueck')
    expect(await shown(page)).toBeGreaterThan(0)
    for (const text of await page.locator('.entry:visible .said').allInnerTexts())
      expect(text).toContain('@lindenbrueck')
    await page.keyboard.press('Enter')
    expect(await current(page).count()).toBe(1)
    expect(errors).toEqual([])
  })

  test('j, k, n, p and ? lead through the page', async () => {
    const { page } = await open()
    for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key)
    expect(await current(page).getAttribute('id')).toBe('v1')
    expect(await page.evaluate(() => document.activeElement?.parentElement?.id)).toBe('v1')
    await page.keyboard.press('n')
    expect(await page.locator('.diagnostic .pick[aria-current]').innerText()).toContain('@lindenbrueck.de')
    expect(await page.locator('.mark.marked').count()).toBeGreaterThan(0)
    await page.keyboard.press('n')
    await page.keyboard.press('p')
    expect(await page.locator('.diagnostic .pick[aria-current]').innerText()).toContain('@lindenbrueck.de')
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog', { name: 'Keys' }).isVisible()).toBe(true)
    await page.keyboard.press('Escape')
    await page.getByRole('tab', { name: /Diagnostics/u }).press('ArrowRight')
    expect(await page.getByRole('tabpanel').getAttribute('id')).toBe('corrections')
  })
})

test('a text shows its lines, with its values marked in them', async () => {
  const { page, errors, requests } = await openReview(browser, pageOf(await reviewedFixture('source.txt')))
  const offer = at(offers, 0)
  const index = await indexOf(page, `${offer.path}/name`)
  await page.locator(`#v${String(index)} .pick`).click()
  const marked = await page.locator('.region.marked').allInnerTexts()
  expect(marked.join(' ').replaceAll('- ', '')).toContain(offer.name.split(' ')[0] ?? '')
  await page.locator('.line .region.contact').first().click()
  expect(await current(page).getAttribute('class')).toContain('contact')
  expect({ errors, requests: requests.length }).toEqual({ errors: [], requests: 1 })
})
