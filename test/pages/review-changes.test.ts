import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { KNOWN_EDITS } from '../../fixtures/diff/known-changes.ts'
import type { PlacedChange } from '../../src/diff/diff-reports.ts'
import { placesFinder } from '../../src/diff/find-places.ts'
import { accept, NO_BASELINE } from '../../src/diff/judge/baseline.ts'
import type { PageSpot, Spot } from '../../src/report/report.ts'
import type { Reviewed } from '../../src/review/review-page.ts'
import { at } from '../diff/read-editions.ts'
import { shownIds, startChromium } from './chromium.ts'
import { comparisonOf, openReview, reviewedFixture } from './review-inputs.ts'

const [old, next] = [await reviewedFixture('source.pdf'), await reviewedFixture('next-edition.pdf')]
const { diff, html } = comparisonOf(old, next)

let browser: Browser
beforeAll(async () => {
  browser = await startChromium()
})
afterAll(() => browser.close())

const open = (text = html) => openReview(browser, text, { viewport: { width: 1366, height: 768 } })
const idsWhere = (filter: (change: PlacedChange) => boolean) =>
  diff.changes.filter(filter).map(({ fingerprint }) => fingerprint)
const changeAt = (path: string, kind = 'changed') =>
  at(
    diff.changes.filter((change) => change.path.endsWith(path) && change.kind === kind),
    0,
  )
const card = (page: Page, { fingerprint }: PlacedChange) => page.locator(`[id="${fingerprint}"]`)
const pick = (page: Page, change: PlacedChange) => card(page, change).locator('.pick').click()
const current = async (page: Page) => page.locator('article:has(.pick[aria-current])').getAttribute('id')
const paneOf = (page: Page, edition: 'old' | 'new') => page.locator(`.sheets[data-edition=${edition}]`)

/** Boxes of all marks of a document, as the provenance counts: page, then points from its top left. */
function marksIn(pane: Locator): Promise<readonly (readonly number[])[]> {
  return pane.locator('.mark.marked').evaluateAll((marks) =>
    marks.map((mark) => {
      const paper = mark.closest('.paper')?.getBoundingClientRect() ?? new DOMRect()
      const { left, top, right, bottom } = mark.getBoundingClientRect()
      const scale = 595 / paper.width
      const edges = [left - paper.left, top - paper.top, right - paper.left, bottom - paper.top]
      const sheet = mark.closest<HTMLElement>('.sheet')?.dataset['sheet']
      return [Number(sheet) + 1, ...edges.map((edge) => edge * scale)]
    }),
  )
}

/** Boxes of a value and of all that it holds. */
function boxesOf({ provenance }: Reviewed, pointer: string | null | undefined): readonly (readonly number[])[] {
  if (pointer == null) return []
  const places = placesFinder(provenance)(pointer) as readonly Spot[]
  return places.map((place) => [(place as PageSpot).page, ...(place as PageSpot).bbox])
}

const isNear = (a: readonly number[], b: readonly number[]) =>
  a.every((edge, side) => Math.abs(edge - (b[side] ?? NaN)) < 2)

/** Whether the first mark of a document is in view. */
function isInView(pane: Locator): Promise<boolean> {
  return pane.evaluate((one) => {
    const { top, bottom } = one.getBoundingClientRect()
    const mark = one.querySelector('.marked')?.getBoundingClientRect()
    return mark !== undefined && mark.top >= top && mark.bottom <= bottom
  })
}

describe('the list', () => {
  test('has each known change once, and stands first', async () => {
    const { page, errors, requests } = await open()
    const ids = await shownIds(page)
    expect(ids.length).toBe(KNOWN_EDITS.flatMap(({ tells }) => tells).length)
    expect([...ids].sort()).toEqual([...idsWhere(() => true)].sort())
    expect(await page.locator('[role=tab][aria-selected=true]').innerText()).toMatch(/^Changes\s+50$/u)
    expect(comparisonOf(old, next).html).toBe(html)
    expect({ errors, requests: requests.length }).toEqual({ errors: [], requests: 1 })
  })

  test('a city, a level, a kind and words narrow it', async () => {
    const { page } = await open()
    await page.locator('#entity').selectOption('gruenhafen')
    expect(await shownIds(page)).toEqual(idsWhere(({ entity }) => entity === 'gruenhafen'))
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.locator('#level').selectOption('cosmetic')
    expect((await shownIds(page)).sort()).toEqual(idsWhere(({ level }) => level === 'cosmetic').sort())
    await page.locator('#kind').selectOption('moved')
    const moved = idsWhere(({ level, kind }) => level === 'cosmetic' && kind === 'moved')
    expect(await shownIds(page)).toEqual(moved)
    expect(await page.locator('#status').innerText()).toBe(`Changes ${String(moved.length)} of 50`)
    await page.getByRole('button', { name: 'Show all' }).click()
    expect(await page.locator('#level').inputValue()).toBe('')
    await page.keyboard.press('/')
    await page.keyboard.type('AUENFURT sechs')
    expect(await shownIds(page)).toEqual([changeAt('auenfurt/programme/goals').fingerprint])
    await page.keyboard.press('Enter')
    expect(await current(page)).toBe(changeAt('auenfurt/programme/goals').fingerprint)
    await page.keyboard.press('/')
    await page.keyboard.type(' xyzxyz')
    expect(await page.locator('#no-change').isVisible()).toBe(true)
  })

  test('accepted changes are shown as accepted, and can be hidden', async () => {
    const first = at(diff.changes, 0)
    const baseline = accept(NO_BASELINE, [first], { reason: 'As announced', author: 'A. Reviewer' })
    const { page } = await open(comparisonOf(old, next, { baseline }).html)
    expect(await card(page, first).innerText()).toContain('accepted by A. Reviewer: As announced')
    expect(await page.locator('#changes .explained').innerText()).toContain('; 1 accepted.')
    await page.getByRole('checkbox', { name: 'Hide accepted' }).check()
    expect(await shownIds(page)).toHaveLength(49)
  })

  test('editions that do not differ give a page that says so', async () => {
    const { page, errors } = await open(comparisonOf(old, old).html)
    expect(await page.locator('#no-change').innerText()).toBe('Nothing changed.')
    for (const key of ['j', 'n', 'e', 'Escape']) await page.keyboard.press(key)
    expect(errors).toEqual([])
  })
})

describe('both documents', () => {
  test('a selected change has its boxes in both where the provenances say, to two pixels, and in view', async () => {
    const { page, errors } = await open()
    const texts = diff.changes.filter(
      ({ old: from, new: to, subject }) => from !== null && to !== null && subject !== 'entity',
    )
    expect(texts.length).toBeGreaterThan(25)
    for (const change of texts) {
      await pick(page, change)
      for (const [edition, reviewed] of [['old', old] as const, ['new', next] as const]) {
        const boxes = boxesOf(reviewed, change[edition]?.pointer)
        const pane = paneOf(page, edition)
        const marks = await marksIn(pane)
        const drawn = new Set(marks.map(([sheet]) => sheet))
        expect(boxes.some(([sheet]) => drawn.has(sheet ?? 0))).toBe(true)
        expect(
          boxes.filter(([sheet]) => drawn.has(sheet ?? 0)).every((box) => marks.some((mark) => isNear(box, mark))),
        ).toBe(true)
        expect(marks.every((mark) => boxes.some((box) => isNear(box, mark)))).toBe(true)
        expect([change.path, edition, await isInView(pane)]).toEqual([change.path, edition, true])
      }
    }
    expect(errors).toEqual([])
  })

  test('what is in one edition alone is told in the other, which shows what stands before it', async () => {
    const { page } = await open()
    await pick(page, changeAt('offers/werkstatt-der-geschichten', 'added'))
    const absence = page.locator('.edition.old .absence')
    expect(await absence.innerText()).toBe('Not in the old edition. Page 9 is nearest.')
    expect(await page.locator('.edition.new .absence').isVisible()).toBe(false)
    expect(await paneOf(page, 'old').locator('.mark').count()).toBe(0)
    await expect.poll(() => isInView(paneOf(page, 'new'))).toBe(true)
    await pick(page, changeAt('offers/staedtische-besuchsdienste', 'removed'))
    expect(await page.locator('.edition.new .absence').innerText()).toBe('Not in the new edition. Page 8 is nearest.')
    expect(await absence.isVisible()).toBe(false)
    await expect.poll(() => isInView(paneOf(page, 'old'))).toBe(true)
    // Its city has another name in the new edition.
    await pick(page, changeAt('offers/zeitschrift-seeblick/contact/notes', 'removed'))
    expect(await page.locator('.edition.new .absence').innerText()).toBe('Not in the new edition. Page 26 is nearest.')
  })

  test('a click on ink selects its change; ink that stayed says so', async () => {
    const { page } = await open()
    const change = changeAt('auenfurt/programme/goals')
    await pick(page, change)
    const mark = await paneOf(page, 'old').locator('.mark.marked').first().boundingBox()
    await page.keyboard.press('Escape')
    expect(await page.locator('.mark.marked').count()).toBe(0)
    await page.mouse.click((mark?.x ?? 0) + 5, (mark?.y ?? 0) + 3)
    expect(await current(page)).toBe(change.fingerprint)
    await paneOf(page, 'old').locator('[data-sheet="7"] .region.furniture').first().click()
    expect(await page.locator('#status').innerText()).toBe('Nothing changed here.')
  })

  test('a text beside a PDF shows its lines, marked', async () => {
    const compared = comparisonOf(await reviewedFixture('source.txt'), next)
    const change = at(
      compared.diff.changes.filter(({ path, kind }) => path.endsWith('auenfurt/programme/goals') && kind === 'changed'),
      0,
    )
    const { page, errors } = await open(compared.html)
    await pick(page, change)
    expect(await paneOf(page, 'old').locator('.region.marked').allInnerTexts()).toContainEqual(
      expect.stringContaining('Ratsbeschluss'),
    )
    await expect.poll(() => isInView(paneOf(page, 'old'))).toBe(true)
    await expect.poll(() => isInView(paneOf(page, 'new'))).toBe(true)
    expect(await page.locator('#status').innerText()).toMatch(
      /Old edition: line \d+, \d+ places\. New edition: page 8/u,
    )
    expect(errors).toEqual([])
  })
})

describe('keys', () => {
  test('j and k lead through the changes, n and p through the pages of one, e to what can be corrected', async () => {
    const { page, errors } = await open()
    const ids = await shownIds(page)
    for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key)
    expect(await current(page)).toBe(ids[1])
    expect(await page.evaluate(() => document.activeElement?.closest('article')?.id)).toBe(ids[1])
    const moved = changeAt('offers/geburtstagspost-75-aufsuchende-arbeit-der-stadt', 'moved')
    await page.goto(`${page.url()}#${moved.fingerprint}`)
    expect(await current(page)).toBe(moved.fingerprint)
    const isShown = (sheet: number) =>
      paneOf(page, 'old')
        .locator(`[data-sheet="${String(sheet)}"] .mark`)
        .first()
        .evaluate((mark) => {
          const pane = mark.closest('.sheets')?.getBoundingClientRect() ?? new DOMRect()
          const { top, bottom } = mark.getBoundingClientRect()
          return top >= pane.top && bottom <= pane.bottom
        })
    await page.keyboard.press('n')
    expect(await page.locator('#status').innerText()).toBe('2 of 2 pages of this change')
    expect(await isShown(14)).toBe(true)
    await page.keyboard.press('p')
    expect(await page.locator('#status').innerText()).toBe('1 of 2 pages of this change')
    expect(await isShown(13)).toBe(true)
    await pick(page, changeAt('auenfurt/programme/goals'))
    await page.keyboard.press('e')
    expect(await page.locator('#after').inputValue()).toContain('binnen sechs Jahren')
    expect(errors).toEqual([])
  })

  test('by keyboard alone: the first change is reached and shown with Tab and Enter', async () => {
    const { page } = await open()
    for (let tab = 0; tab < 40; tab += 1) {
      await page.keyboard.press('Tab')
      if (await page.evaluate(() => document.activeElement?.matches('#changes .pick'))) break
    }
    await page.keyboard.press('Enter')
    expect(await current(page)).toBe((await shownIds(page))[0])
    expect(await page.locator('#status').innerText()).toContain('Not in the old edition.')
  })

  test('the other lists are about the new edition alone', async () => {
    const { page } = await open()
    await page.keyboard.press('j')
    await page.keyboard.press('2')
    expect(await page.locator('.edition.old').isVisible()).toBe(false)
    expect(await page.locator('#severity').isVisible()).toBe(true)
    expect(await page.locator('#level').isVisible()).toBe(false)
    await page.keyboard.press('j')
    expect(await page.locator('#values .pick[aria-current]').count()).toBe(1)
    expect(await page.locator('.edition.new .mark.marked').count()).toBeGreaterThan(0)
    await page.keyboard.press('1')
    expect(await page.locator('.edition.old').isVisible()).toBe(true)
    expect(await current(page)).toBe((await shownIds(page))[0])
  })
})
