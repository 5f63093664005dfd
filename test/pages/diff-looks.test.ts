import axe from 'axe-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { diffReports } from '../../src/diff/diff-reports.ts'
import { formatHtml } from '../../src/diff/say/html.ts'
import { CONTEXT } from '../diff/format-context.ts'
import { editionOf, NEXT, OLD, rules } from '../diff/read-editions.ts'
import { openPage, shownIds, startChromium } from './chromium.ts'

const [old, next] = await Promise.all([editionOf(OLD), editionOf(NEXT)])
const diff = diffReports(old, next, rules)
const html = formatHtml(diff, CONTEXT)

let browser: Browser
beforeAll(async () => {
  browser = await startChromium()
})
afterAll(() => browser.close())

const open = (options: BrowserContextOptions = {}) => openPage(browser, html, options)

const brightness = (page: Page, selector: string, property: 'color' | 'backgroundColor') =>
  page
    .locator(selector)
    .first()
    .evaluate((one, name) => {
      const [red = 0, green = 0, blue = 0] = (getComputedStyle(one)[name].match(/[\d.]+/gu) ?? []).map(Number)
      return (red + green + blue) / 3
    }, property)

test('dark where the system is, light where it is not, and the other at a press', async () => {
  for (const colorScheme of ['dark', 'light'] as const) {
    const { page } = await open({ colorScheme })
    const isDark = async () => (await brightness(page, 'article', 'backgroundColor')) < 80
    expect(await isDark()).toBe(colorScheme === 'dark')
    await page.locator('#toggle-theme').click()
    expect(await isDark()).toBe(colorScheme !== 'dark')
  }
})

test('printed, it has no controls, is light, and shows what filters leave with all that it holds', async () => {
  const { page } = await open({ colorScheme: 'dark' })
  await page.getByRole('checkbox', { name: 'breaking' }).check()
  await page.emulateMedia({ media: 'print' })
  expect(await page.locator('button:visible, input:visible, .permalink:visible').count()).toBe(0)
  const breaking = diff.changes.filter(({ level }) => level === 'breaking').map(({ fingerprint }) => fingerprint)
  expect((await shownIds(page)).sort()).toEqual(breaking.sort())
  expect(await brightness(page, 'article .text', 'color')).toBeLessThan(80)
  const held = page.locator('article:visible details.held dl').first()
  expect(await held.evaluate((one) => one.checkVisibility({ contentVisibilityAuto: true }))).toBe(true)
  expect(await page.getByRole('status').innerText()).toMatch(/^\d+ of \d+ changes$/u)
  expect((await page.pdf({ format: 'A4' })).length).toBeGreaterThan(10_000)
})

test('on a narrow screen sides stand below each other, and nothing runs out of it', async () => {
  const { page } = await open({ viewport: { width: 360, height: 700 } })
  const [left, right] = await Promise.all(
    ['old', 'new'].map((side) => page.locator(`article:visible .side.${side}`).first().boundingBox()),
  )
  expect(right?.x).toBe(left?.x)
  expect(right?.y).toBeGreaterThan(left?.y ?? Infinity)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  expect(await page.locator('#filters').isVisible()).toBe(false)
  await page.getByRole('button', { name: 'Filters' }).click()
  expect(await page.locator('#filters').isVisible()).toBe(true)
})

test.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 360],
] as const)('%s, %i wide: no serious fault of access', async (colorScheme, width) => {
  const { page } = await open({ colorScheme, viewport: { width, height: 900 } })
  await page.locator('details').evaluateAll((all) => all.forEach((one) => one.setAttribute('open', '')))
  await page.evaluate(axe.source)
  const faultsOf = async () => {
    const { violations } = await page.evaluate(() => (window as unknown as { axe: typeof axe }).axe.run())
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .map(({ id, nodes }) => ({ id, at: nodes.slice(0, 3).map(({ html: text }) => text) }))
  }
  expect(await faultsOf()).toEqual([])
  await page.keyboard.press('?')
  expect(await faultsOf()).toEqual([])
})
