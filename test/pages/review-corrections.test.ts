import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Contact } from '../../src/report/report.ts'
import { toTree } from '../../src/diff/compare/report-tree.ts'
import { at, rules } from '../diff/read-editions.ts'
import { startChromium } from './chromium.ts'
import { indexOf, openReview, pageOf, reviewedFixture } from './review-inputs.ts'

const reviewed = await reviewedFixture('source.pdf')
const html = pageOf(reviewed)
const records = toTree({ ...reviewed.report }, rules).entities.flatMap(({ sections }) =>
  sections.flatMap(({ tables }) => tables.flatMap((table) => table.records)),
)
const offer = at(records, 3)
const contact = offer.cells.find(({ kind }) => kind === 'contact')?.json as Contact

let browser: Browser
beforeAll(async () => {
  browser = await startChromium()
})
afterAll(() => browser.close())

async function fill(page: Page, { after, reason }: { readonly after: string | null; readonly reason: string }) {
  if (after === null) await page.locator('#remove').check()
  else await page.locator('#after').fill(after)
  await page.locator('#reason').fill(reason)
  await page.locator('#author').fill('A. Reviewer')
  await page.getByRole('button', { name: 'Keep correction' }).click()
}

async function savedFile(page: Page): Promise<unknown> {
  await page.locator('#tab-corrections').click()
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save corrections.json' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('corrections.json')
  return JSON.parse(await readFile(await download.path(), 'utf8'))
}

test('what is marked as wrong is saved with its path, what was read, what is right, and why', async () => {
  const { page, errors } = await openReview(browser, html)
  const select = async (path: string, before?: string) => {
    await page.locator('#tab-values').click()
    await page.locator(`#v${String(await indexOf(page, path, before))} .pick`).click()
  }
  const description = offer.cells.find(({ kind }) => kind === 'richText')?.json as { readonly text: string }
  await select(`${offer.path}/contact/emails`, contact.emails[0])
  await page.keyboard.press('e')
  expect(await page.locator('#after').inputValue()).toBe(contact.emails[0])
  await fill(page, { after: 'new@example.org', reason: 'A letter is missing' })
  await select(`${offer.path}/description`)
  await page.getByRole('button', { name: 'Mark as wrong' }).click()
  expect(await page.locator('#removal').isVisible()).toBe(false)
  await fill(page, { after: 'First paragraph\nSecond "paragraph"', reason: 'Two' })
  const person = at(contact.persons, 0)
  const printed = [person.salutation, person.name].filter((word) => word !== null).join(' ')
  await select(`${offer.path}/contact/persons`, printed)
  await page.keyboard.press('e')
  await fill(page, { after: null, reason: 'No person' })
  await page.locator(`.add[data-path="${offer.path}/contact/urls"]`).click()
  await fill(page, { after: 'https://example.org', reason: 'Printed, not read' })
  const author = 'A. Reviewer'
  expect(await savedFile(page)).toEqual({
    version: 1,
    corrections: [
      {
        path: `${offer.path}/description`,
        before: description.text,
        after: 'First paragraph\nSecond "paragraph"',
        reason: 'Two',
        author,
      },
      { path: `${offer.path}/contact/persons`, before: printed, after: null, reason: 'No person', author },
      {
        path: `${offer.path}/contact/emails`,
        before: contact.emails[0],
        after: 'new@example.org',
        reason: 'A letter is missing',
        author,
      },
      {
        path: `${offer.path}/contact/urls`,
        before: null,
        after: 'https://example.org',
        reason: 'Printed, not read',
        author,
      },
    ],
  })
  expect(errors).toEqual([])
})

test('a correction is shown at its value, can be changed and undone, and is there when the page opens again', async () => {
  const { page } = await openReview(browser, html)
  const index = await indexOf(page, `${offer.path}/name`)
  await page.locator(`#v${String(index)} .pick`).click()
  await page.keyboard.press('e')
  await page.locator('#reason').fill('No change')
  await page.locator('#author').fill('A. Reviewer')
  await page.getByRole('button', { name: 'Keep correction' }).click()
  expect(await page.getByRole('alert').innerText()).toContain('This is what was read')
  for (const after of ['First', 'Second']) {
    if (after === 'Second') await page.keyboard.press('e')
    await fill(page, { after, reason: 'Printed so' })
    expect(await page.locator(`#v${String(index)} .right`).innerText()).toContain(after)
  }
  await page.reload()
  expect(await page.locator('#tab-corrections').innerText()).toContain('1')
  await page.locator('#tab-corrections').click()
  expect(await page.locator('#correction-list ins').allInnerTexts()).toEqual(['Second'])
  await page.getByRole('button', { name: /^Undo/u }).click()
  expect(await page.locator('#correction-list li').count()).toBe(0)
  expect(await page.locator('#export').isDisabled()).toBe(true)
})
