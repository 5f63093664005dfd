import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { diffReports, type EditionDiff, openChanges } from '../../src/diff/diff-reports.ts'
import { accept, NO_BASELINE } from '../../src/diff/judge/baseline.ts'
import { showChange } from '../../src/diff/say/shown-change.ts'
import { formatHtml } from '../../src/diff/say/html.ts'
import { openPage, shownIds, startChromium } from './chromium.ts'
import { CONTEXT } from '../diff/format-context.ts'
import { at, edited, editionOf, NEXT, OLD, paragraph, rules } from '../diff/read-editions.ts'

const [old, next] = await Promise.all([editionOf(OLD), editionOf(NEXT)])
const diff = diffReports(old, next, rules)
const html = formatHtml(diff, CONTEXT)

let browser: Browser
beforeAll(async () => {
  browser = await startChromium()
})
afterAll(() => browser.close())

const open = (text = html, options: BrowserContextOptions & { readonly hash?: string } = {}) =>
  openPage(browser, text, options)

const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.id ?? '')

const idsWhere = (filter: (change: EditionDiff['changes'][number]) => boolean): readonly string[] =>
  diff.changes.filter(filter).map(({ fingerprint }) => fingerprint)

describe('the page as a file', () => {
  test('is the same for the same difference', () => {
    expect(formatHtml(diffReports(old, next, rules), CONTEXT)).toBe(html)
  })

  test('has one style, and nothing in it asks for anything', () => {
    expect(html.match(/<style>/gu)).toHaveLength(1)
    expect(html).not.toMatch(/\s(?:style|src|on[a-z]+)=/u)
    expect(html).not.toMatch(/url\(|@import|<link|<base/u)
    expect(html).toContain('default-src &#39;none&#39;; style-src &#39;sha256-')
  })

  test('two editions that do not differ give a page that says so', async () => {
    const same = formatHtml(diffReports(old, old, rules), CONTEXT)
    const { page, errors, requests } = await open(same)
    expect(await page.locator('main').innerText()).toBe('Nothing changed.')
    await page.locator('body').press('j')
    expect({ errors, requests }).toEqual({ errors: [], requests: [] })
  })
})

describe('what it shows', () => {
  test('each change once, in its chapter, and without scripts as well', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const { page, errors, requests } = await open(html, { javaScriptEnabled })
      expect((await shownIds(page)).sort()).toEqual([...idsWhere(() => true)].sort())
      expect({ errors, requests }).toEqual({ errors: [], requests: [] })
    }
  })

  test('nothing that needs scripts without them', async () => {
    const { page } = await open(html, { javaScriptEnabled: false })
    expect(await page.locator('button:visible, input:visible, dialog:visible').count()).toBe(0)
  })

  test('both sides in full, with the words that changed marked', async () => {
    const { page } = await open()
    const texts = diff.changes.map(showChange).filter(({ change, before, after }) => {
      const isText = typeof change.before === 'string' && typeof change.after === 'string'
      return isText && before !== null && after !== null && !/\s\s|\t/u.test(before + after)
    })
    expect(texts.length).toBeGreaterThan(10)
    const sides = await page.locator('article').evaluateAll((cards) =>
      cards.map((card) => {
        for (const summary of card.querySelectorAll('summary')) summary.remove()
        const [before, after] = [...card.querySelectorAll('.text')].map((side) => side.textContent)
        const marked = [...card.querySelectorAll('del, ins')].map(({ textContent }) => textContent)
        return [card.id, { before, after, marked }] as const
      }),
    )
    const byId = new Map(sides)
    for (const { change, before, after } of texts) {
      expect(byId.get(change.fingerprint)).toMatchObject({ before, after })
      expect(byId.get(change.fingerprint)?.marked.join('')).not.toBe('')
    }
  })

  test('both editions, the cause, and how many changes there are of each level', async () => {
    const { page } = await open()
    const head = await page.locator('.head').innerText()
    expect(head).toContain(old.name)
    expect(head).toContain(next.report.edition.source.sha256.slice(0, 12))
    expect(head).toContain('The documents differ; program and rules are the same')
    const breaking = idsWhere(({ level }) => level === 'breaking').length
    expect(breaking).toBeGreaterThan(0)
    expect(await page.locator('.levels .level').first().innerText()).toMatch(
      new RegExp(`breaking\\s+${String(breaking)}\\n`, 'u'),
    )
  })

  test('the pages of both editions, why it was paired, and all cells of a row that is gone', async () => {
    const { page } = await open()
    const renamed = at(
      diff.changes.filter(({ kind, subject }) => kind === 'renamed' && subject === 'record'),
      0,
    )
    const card = page.locator(`[id="${renamed.fingerprint}"]`)
    expect(await card.innerText()).toMatch(/was cities\/[^\n]+\n\d+ % alike \(name \d+ %/u)
    expect(await card.locator('.where').allInnerTexts()).toEqual([
      `Old · page ${String(renamed.old?.page)}`,
      `New · page ${String(renamed.new?.page)}`,
    ])
    const removed = at(
      diff.changes.filter(({ kind, subject }) => kind === 'removed' && subject === 'record'),
      0,
    )
    const row = page.locator(`[id="${removed.fingerprint}"] .side.old dt`)
    expect((await row.allInnerTexts()).slice(0, 2)).toEqual(['name', 'description'])
    expect(await page.locator(`[id="${removed.fingerprint}"] .side.new .text`).innerText()).toBe('nothing')
  })
})

describe('filters and search', () => {
  test('a level, a kind and a chapter narrow what is shown, and tell what others would show', async () => {
    const { page } = await open()
    await page.getByRole('checkbox', { name: 'cosmetic' }).check()
    const cosmetic = idsWhere(({ level }) => level === 'cosmetic')
    expect((await shownIds(page)).sort()).toEqual([...cosmetic].sort())
    expect(await page.getByRole('status').innerText()).toBe(
      `${String(cosmetic.length)} of ${String(diff.changes.length)} changes`,
    )
    const moved = idsWhere(({ level, kind }) => level === 'cosmetic' && kind === 'moved')
    expect(await numberOf(page, 'moved')).toBe(moved.length)
    expect(await numberOf(page, 'content')).toBe(idsWhere(({ level }) => level === 'content').length)
    await page.locator('[value=moved]').check()
    expect(await shownIds(page)).toEqual(moved)
    expect(moved.length).toBeGreaterThan(0)
    await page.getByRole('button', { name: 'Show all' }).click()
    await page.getByRole('checkbox', { name: 'Auenfurt' }).check()
    expect(await shownIds(page)).toEqual(idsWhere(({ entity }) => entity === 'auenfurt'))
    expect(await page.locator('.group:visible h2').allInnerTexts()).toEqual([
      expect.stringMatching(/^Auenfurt \d+ changes$/u),
    ])
  })

  test('a search finds what holds every word, also in a fold, and says where nothing does', async () => {
    const { page, errors } = await open()
    const fold = page.locator('details.fold').first()
    const word =
      (await fold.evaluate((one) => one.lastChild?.textContent ?? '')).split(/\P{L}+/u).find((one) => one.length > 9) ??
      ''
    expect(word).not.toBe('')
    await page.keyboard.press('/')
    await page.keyboard.type(word.toUpperCase())
    const found = await shownIds(page)
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThan(diff.changes.length)
    expect(await fold.evaluate((one) => (one as HTMLDetailsElement).open)).toBe(true)
    expect(await page.evaluate(() => CSS.highlights.get('found')?.size ?? 0)).toBeGreaterThan(0)
    await page.keyboard.type(' xyzxyz')
    expect(await shownIds(page)).toEqual([])
    expect(await page.locator('main').innerText()).toMatch(/^No change is like that/u)
    await page.locator('main').getByRole('button', { name: 'Show all' }).click()
    expect(await shownIds(page)).toHaveLength(diff.changes.length)
    expect(errors).toEqual([])
  })

  test('a letter that is everywhere marks nothing and opens nothing', async () => {
    const { page, errors } = await open()
    await page.locator('#search').fill('e')
    expect(await shownIds(page)).toHaveLength(diff.changes.length)
    expect(await page.evaluate(() => CSS.highlights.size)).toBe(0)
    expect(await page.locator('details[open]').count()).toBe(0)
    expect(errors).toEqual([])
  })

  test('a fold opens on both sides', async () => {
    const { page } = await open()
    const card = page.locator('article', { has: page.locator('details.fold') }).first()
    await card.locator('.old summary').first().click()
    await expect.poll(() => card.locator('.new details').first().getAttribute('open')).toBe('')
  })
})

const numberOf = async (page: Page, value: string): Promise<number> =>
  Number(await page.locator(`.filters label:has([value="${value}"]) .number`).innerText())

describe('keys', () => {
  test('j and n go on, k and p go back, over what is shown', async () => {
    const { page, errors } = await open()
    const ids = await shownIds(page)
    for (const key of ['j', 'n', 'j', 'p', 'k']) await page.keyboard.press(key)
    expect(await focused(page)).toBe(ids[0])
    await page.keyboard.press('k')
    expect(await focused(page)).toBe(ids[0])
    await page.getByRole('checkbox', { name: 'breaking' }).check()
    await page.locator('#filters').press('Escape')
    for (const key of ['j', 'j']) await page.keyboard.press(key)
    const [, second] = await shownIds(page)
    expect(await focused(page)).toBe(second)
    expect(errors).toEqual([])
  })

  test('the focused change is in view, and its outline is seen', async () => {
    const { page } = await open()
    for (let steps = 0; steps < 12; steps += 1) await page.keyboard.press('j')
    const card = page.locator('article:focus')
    const box = await card.boundingBox()
    const bar = await page.locator('.bar').boundingBox()
    expect(box?.y).toBeGreaterThanOrEqual((bar?.y ?? 0) + (bar?.height ?? 0))
    expect(box?.y).toBeLessThan(900)
    expect(await card.evaluate((one) => getComputedStyle(one).outlineStyle)).toBe('solid')
    expect(await page.locator('#position').innerText()).toBe('(at 12)')
  })

  test('letters typed into the search are letters; Enter and Escape lead out of it', async () => {
    const { page } = await open()
    await page.keyboard.press('/')
    await page.keyboard.type('jkf?')
    expect(await page.locator('#search').inputValue()).toBe('jkf?')
    await page.keyboard.press('Escape')
    expect(await focused(page)).toBe('changes')
    await page.keyboard.press('/')
    await page.locator('#search').fill('')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe((await shownIds(page))[0])
  })

  test('f leads to the filters and away, ? shows the keys', async () => {
    const { page } = await open()
    await page.keyboard.press('f')
    expect(await page.evaluate(() => document.activeElement?.closest('#filters') !== null)).toBe(true)
    await page.keyboard.press('f')
    expect(await focused(page)).toBe('changes')
    await page.keyboard.press('?')
    expect(await page.getByRole('dialog', { name: 'Keys' }).innerText()).toContain('next change')
    await page.keyboard.press('j')
    expect(await page.locator('article:focus').count()).toBe(0)
    await page.keyboard.press('Escape')
    expect(await page.getByRole('dialog').count()).toBe(0)
  })

  test('the first key leads past the head of the page', async () => {
    const { page } = await open()
    await page.keyboard.press('Tab')
    expect(await page.locator(':focus').innerText()).toBe('To the changes')
    await page.keyboard.press('Enter')
    expect(await focused(page)).toBe('changes')
  })
})

describe('links and acceptances', () => {
  const accepted = diff.changes.slice(1, 4)
  const consent = { reason: 'Checked with the <office>', author: 'A. Reviewer' }
  const baseline = accept(NO_BASELINE, accepted, consent)
  const gone = { ...at(baseline.accepted, 0), fingerprint: '0123456789abcdef', path: 'cities/nowhere' }
  const reviewed = diffReports(old, next, rules, {
    baseline: { version: 1, accepted: [...baseline.accepted, gone] },
  })

  test('accepted changes are hidden until they are asked for, and say who accepted them', async () => {
    const { page } = await open(formatHtml(reviewed, CONTEXT))
    expect(await shownIds(page)).toHaveLength(openChanges(reviewed).length)
    await page.getByRole('checkbox', { name: 'hide accepted' }).uncheck()
    expect(await shownIds(page)).toHaveLength(diff.changes.length)
    const card = page.locator(`[id="${at(accepted, 0).fingerprint}"]`)
    expect(await card.innerText()).toContain('accepted by A. Reviewer: Checked with the <office>')
    expect(await page.locator('.findings').innerText()).toContain('cities/nowhere')
  })

  test('with --verbose they are shown at once', async () => {
    const { page } = await open(formatHtml(reviewed, { ...CONTEXT, showsAccepted: true }))
    expect(await shownIds(page)).toHaveLength(diff.changes.length)
  })

  test('a link to a change shows it, even one that is hidden', async () => {
    const { fingerprint } = at(accepted, 1)
    const { page } = await open(formatHtml(reviewed, CONTEXT), { hash: `#${fingerprint}` })
    expect(await focused(page)).toBe(fingerprint)
    expect(await page.locator(`[id="${fingerprint}"]`).isVisible()).toBe(true)
    const other = at(diff.changes, 20).fingerprint
    await page.locator(`[id="${other}"] .permalink`).click()
    expect(new URL(page.url()).hash).toBe(`#${other}`)
  })
})

test('among thousands of changes a link and a key lead to the right one', async () => {
  const changes = Array.from({ length: 30 }, (_, round) =>
    diff.changes.map((change) => ({ ...change, fingerprint: `${change.fingerprint}-${String(round)}` })),
  ).flat()
  const { fingerprint } = at(changes, 1_000)
  const { page, errors } = await open(formatHtml({ ...diff, changes }, CONTEXT), { hash: `#${fingerprint}` })
  expect(await page.locator('main.many').count()).toBe(1)
  expect(await focused(page)).toBe(fingerprint)
  const top = async () => (await page.locator('article:focus').boundingBox())?.y ?? -1
  await expect.poll(top).toBeGreaterThan(50)
  await expect.poll(top).toBeLessThan(80)
  await page.keyboard.press('j')
  await expect.poll(top).toBeGreaterThan(50)
  await expect.poll(top).toBeLessThan(600)
  expect(await page.getByRole('status').innerText()).toBe(`${String(changes.length)} changes`)
  expect(errors).toEqual([])
})

test.each([
  ['<script>window.hacked = 1</script>'],
  ['<img src=x onerror="window.hacked = 1">'],
  ['</script></style></title><b>fat</b>'],
  ['&lt;b&gt; &amp; &#39;'],
  ['"quoted" \'single\' `ticks` ${1}'],
  ['line\u2028separator', 'line<U+2028>separator'],
  ['bell\u0007 and \u202Eturned', 'bell<U+0007> and <U+202E>turned'],
  ['javascript:window.hacked=1'],
])('%j is shown as text', async (text, shown = text) => {
  const next = edited(old, (report) => {
    report.edition.title = text
    const city = at(report.cities, 1)
    city.name = text
    city.programme.goals = paragraph(text)
    const offer = at(city.programme.offers, 0)
    report.cities.push({ ...structuredClone(city), id: `"><i>${text}`, name: `${text} zwei` })
    offer.name = text
    offer.description = paragraph(`${offer.description.text} ${text}`)
    city.programme.offers.push({ ...structuredClone(at(city.programme.offers, 1)), id: 'neu', name: `Neu ${text}` })
  })
  const { page, errors, requests } = await open(
    formatHtml({ ...diffReports(old, { ...next, name: text }, rules) }, CONTEXT),
  )
  expect(await page.locator('main').innerText()).toContain(shown)
  expect(await page.locator('.editions').innerText()).toContain(shown)
  expect(await page.locator('#filters').innerText()).toContain(shown)
  expect(await page.title()).toContain('what changed')
  await page.locator('#search').fill(text)
  expect(await page.locator('main :is(img, script, i, a:not(.permalink)), b:text-is("fat")').count()).toBe(0)
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false)
  expect({ errors, requests }).toEqual({ errors: [], requests: [] })
})
