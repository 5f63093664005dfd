// @ts-check
/* Changes between two editions: which one is selected, and the keys while their list is open. Documents are told by the
   event `marks` what to mark. */

/** @typedef {import('../review/review-data.ts').ComparisonData} ComparisonData */
/** @typedef {import('../review/review-data.ts').ChangeSide} ChangeSide */
/** @typedef {import('../review/review-data.ts').EditionName} EditionName */
/** @typedef {import('../review/review-data.ts').RegionBox} RegionBox */
/** @typedef {import('../review/review-data.ts').ValuePlace} ValuePlace */

/** @type {unknown} */
const island = JSON.parse(document.querySelector('#data')?.textContent ?? '')
const data = /** @type {ComparisonData} */ (island)
const EDITIONS = /** @type {const} */ (['old', 'new'])

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
function byId(id) {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no #${id}.`)
  return found
}

const panel = byId('changes')
const changes = [...panel.querySelectorAll('article')].map((card, index) => {
  const group = /** @type {HTMLElement} */ (card.closest('.group'))
  const name = group.querySelector('h2')?.firstElementChild?.textContent ?? ''
  return {
    card,
    name,
    pick: /** @type {HTMLElement} */ (card.querySelector('.pick')),
    ...(data.changes[index] ?? { old: NOWHERE(), new: NOWHERE(), value: null }),
  }
})
/** @typedef {(typeof changes)[number]} ListedChange */

/** @type {ListedChange | null} */
let selected = null
/** Which of its pages is looked at, from 0. */
let stop = 0
/** @returns {ChangeSide} */
function NOWHERE() {
  return { places: [], nearest: null, absence: null }
}

function isOpen() {
  return !panel.hidden
}

/** @param {string} words */
function say(words) {
  byId('status').textContent = words
}

/** Sheets that hold places, in the order of these. @param {ChangeSide} side */
function sheetsOf({ places }) {
  return [...new Set(places.map(({ sheet }) => sheet))]
}

/** What one document is to bring into view: all places of one sheet, or what is nearest. @param {ChangeSide} side */
function shownPlace(side) {
  const sheets = sheetsOf(side)
  const sheet = sheets[Math.min(stop, sheets.length - 1)]
  if (sheet === undefined) return side.nearest
  const boxes = side.places.filter((place) => place.sheet === sheet).map(({ box }) => box)
  const edge = (/** @type {0 | 1 | 2 | 3} */ at) => boxes.map((box) => box[at])
  return { sheet, box: [Math.min(...edge(0)), Math.min(...edge(1)), Math.max(...edge(2)), Math.max(...edge(3))] }
}

function mark() {
  for (const edition of EDITIONS) {
    const side = selected === null ? NOWHERE() : selected[edition]
    const absence = /** @type {HTMLElement} */ (document.querySelector(`.edition.${edition} .absence`))
    absence.textContent = side.absence === null ? '' : absenceWords(side, edition)
    absence.hidden = side.absence === null
    const told = { edition, name: 'marked', places: side.places, shows: shownPlace(side) }
    document.dispatchEvent(new CustomEvent('marks', { detail: told }))
  }
}

/**
 * @param {ChangeSide} side
 * @param {EditionName} edition
 */
function absenceWords({ absence, nearest }, edition) {
  if (nearest === null || absence === null) return absence
  return `${absence} ${unitOf(edition) === 'page' ? `Page ${String(nearest.sheet + 1)} is` : 'The lines shown are'} nearest.`
}

/** @param {EditionName} edition */
function unitOf(edition) {
  return (edition === 'old' ? data.old : data).kind === 'pdf' ? 'page' : 'line'
}

/**
 * @param {ChangeSide} side
 * @param {EditionName} edition
 */
function placeWords(side, edition) {
  const { length } = side.places
  if (length === 0) return side.absence ?? ''
  const numbers = unitOf(edition) === 'page' ? sheetsOf(side).map((sheet) => sheet + 1) : [side.places[0]?.box[1]]
  const units = `${unitOf(edition)}${numbers.length === 1 ? '' : 's'} ${numbers.join(', ')}`
  return `${edition === 'old' ? 'Old' : 'New'} edition: ${units}, ${String(length)} ${length === 1 ? 'place' : 'places'}.`
}

/**
 * @param {ListedChange | null} change
 * @param {{ readonly focuses?: boolean }} [how]
 */
function select(change, { focuses = true } = {}) {
  selected?.card.classList.remove('selected')
  selected?.pick.removeAttribute('aria-current')
  selected = change
  stop = 0
  mark()
  if (change === null) {
    say('')
    return
  }
  document.dispatchEvent(new CustomEvent('tab-wanted', { detail: 'changes' }))
  if (change.card.hidden) byId('reset').click()
  change.card.classList.add('selected')
  change.pick.ariaCurrent = 'true'
  if (focuses) change.pick.focus({ preventScroll: true })
  showCard()
  const title = change.card.querySelector('h3')?.textContent ?? ''
  say(`${change.name}: ${title}. ${placeWords(change.old, 'old')} ${placeWords(change.new, 'new')}`)
}

function showCard() {
  const card = selected?.card
  if (card !== undefined)
    card.scrollIntoView({ block: card.offsetHeight > panel.clientHeight * 0.8 ? 'start' : 'center' })
}

/** @param {1 | -1} by */
function step(by) {
  const shown = changes.filter(({ card }) => !card.hidden)
  const at = selected === null ? -1 : shown.indexOf(selected)
  const next = at < 0 ? shown[by === 1 ? 0 : shown.length - 1] : shown[at + by]
  if (next !== undefined) select(next)
}

/** To another page of the change, in both documents. @param {1 | -1} by */
function stepPage(by) {
  if (selected === null) {
    step(by)
    return
  }
  const stops = Math.max(1, ...EDITIONS.map((edition) => sheetsOf(selected?.[edition] ?? NOWHERE()).length))
  stop = Math.min(stops - 1, Math.max(0, stop + by))
  mark()
  say(`${String(stop + 1)} of ${String(stops)} ${stops === 1 ? 'page' : 'pages'} of this change`)
}

/** What the new edition says is corrected where its values stand. @param {KeyboardEvent} event */
function toValue(event) {
  const value = selected?.value ?? null
  if (value !== null) {
    document.dispatchEvent(new CustomEvent('picked', { detail: { value, block: null, scrolls: true } }))
    return
  }
  event.preventDefault()
  say(selected === null ? 'Select a change first.' : 'The new edition has no value there that could be corrected.')
}

/** Whether the middle of one lies in the other. @param {RegionBox} a @param {RegionBox} b */
function areAtOnePlace(a, b) {
  const isIn = (/** @type {RegionBox} */ [x0, y0, x1, y1], /** @type {RegionBox} */ around) => {
    const [x, y] = [(x0 + x1) / 2, (y0 + y1) / 2]
    return x >= around[0] && x <= around[2] && y >= around[1] && y <= around[3]
  }
  return isIn(a, b) || isIn(b, a)
}

/** The change that an ink of a document belongs to; of several the one that is about the least. */
document.addEventListener('ink', (event) => {
  const ink = /** @type {CustomEvent<{ edition: EditionName, isClick: boolean, place: ValuePlace | null }>} */ (event)
  const { edition, isClick, place } = ink.detail
  if (!isOpen() || !isClick || place === null) return
  const [found] = changes
    .filter((change) =>
      change[edition].places.some(({ sheet, box }) => sheet === place.sheet && areAtOnePlace(box, place.box)),
    )
    .toSorted((a, b) => a[edition].places.length - b[edition].places.length)
  if (found === undefined) say('Nothing changed here.')
  else select(found)
})

panel.addEventListener('click', (event) => {
  const target = /** @type {Element} */ (event.target)
  const found = changes.find(({ card }) => card.contains(target))
  // Who marks text with the pointer wants to copy it.
  if (found === undefined || target.closest('summary') !== null || String(getSelection()) !== '') return
  select(found)
})

/** Out of the search, back to what was read. */
function leave() {
  const isShown = selected !== null && !selected.card.hidden
  const target = isShown ? selected?.pick : panel
  target?.focus({ preventScroll: true })
}

/** @type {Readonly<Record<string, (event: KeyboardEvent) => void>>} */
const keys = {
  j: () => step(1),
  k: () => step(-1),
  n: () => stepPage(1),
  p: () => stepPage(-1),
  e: toValue,
  Escape: () => select(null),
}

document.addEventListener('keydown', (event) => {
  if (!isOpen() || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return
  const target = /** @type {Element} */ (event.target)
  const isControl = target.matches('input:not([type=checkbox]), select, textarea')
  const own =
    event.key === 'Escape' ? leave : event.key === 'Enter' && target.id === 'search' ? () => step(1) : undefined
  const action = isControl ? own : keys[event.key]
  if (action === undefined) return
  if (action !== toValue) event.preventDefault()
  action(event)
})

document.addEventListener('tab-opened', () => {
  if (!isOpen()) return
  document.dispatchEvent(
    new CustomEvent('marks', { detail: { edition: 'new', name: 'pointed', places: [], shows: null } }),
  )
  mark()
  showCard()
})

/** A link to a change shows it. */
function showLinked() {
  const linked = changes.find(({ card }) => `#${card.id}` === location.hash)
  if (linked !== undefined) select(linked)
}
window.addEventListener('hashchange', showLinked)
window.addEventListener('load', showLinked)
