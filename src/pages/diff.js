// @ts-check
/* Filters, search, keys and colours of the page of changes. Everything it shows stands in the page already; it only
   hides and shows, and sets texts. */

/**
 * A change with what it is filtered by.
 * @typedef {{ card: HTMLElement, section: HTMLElement, facets: Readonly<Record<string, string>>, isAccepted: boolean,
 *   text: string }} Entry
 */

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
function byId(id) {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no #${id}.`)
  return found
}

/** @param {string} id */
function inputById(id) {
  return /** @type {HTMLInputElement} */ (byId(id))
}

/** @param {string} text */
function folded(text) {
  return text.normalize('NFKC').toLowerCase().replaceAll('\u00AD', '').replaceAll(/\s+/gu, ' ')
}

/** @type {readonly Entry[]} */
const entries = [...document.querySelectorAll('section.group')].flatMap((group) => {
  const section = /** @type {HTMLElement} */ (group)
  const name = section.querySelector('h2')?.firstElementChild?.textContent ?? ''
  return [...section.querySelectorAll('article')].map((card) => {
    const { level = '', kind = '', entity = '', accepted } = card.dataset
    const text = folded(`${name} ${card.textContent}`)
    return { card, section, facets: { level, kind, entity }, isAccepted: accepted !== undefined, text }
  })
})

const boxes = /** @type {HTMLInputElement[]} */ ([...document.querySelectorAll('#filters .facet input')])
const facets = [...new Set(boxes.map((box) => box.name))]
const hideAccepted = /** @type {HTMLInputElement | null} */ (document.getElementById('hide-accepted'))
const narrow = window.matchMedia('(max-width: 60rem)')

/** Words that all have to be found. */
function wanted() {
  return folded(inputById('search').value)
    .split(' ')
    .filter((word) => word !== '')
}

/** Values of a facet that are ticked; none means any. @param {string} name */
function ticked(name) {
  return new Set(boxes.filter((box) => box.name === name && box.checked).map(({ value }) => value))
}

/**
 * Shows what the filters let through, and says at each value how many changes it would show.
 */
function apply() {
  const words = wanted()
  const chosen = new Map(facets.map((name) => [name, ticked(name)]))
  /** @type {Map<string, number>} */
  const counts = new Map()
  for (const entry of entries) {
    const isFound = words.every((word) => entry.text.includes(word)) && !(entry.isAccepted && hideAccepted?.checked)
    const failed = facets.filter((name) => {
      const values = chosen.get(name)
      return values !== undefined && values.size > 0 && !values.has(entry.facets[name] ?? '')
    })
    entry.card.hidden = !isFound || failed.length > 0
    const counted = !isFound || failed.length > 1 ? [] : failed.length === 1 ? failed : facets
    for (const name of counted) {
      const key = `${name} ${entry.facets[name] ?? ''}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  for (const box of boxes) setNumber(box, counts.get(`${box.name} ${box.value}`) ?? 0)
  showGroups()
  showCount()
  document.dispatchEvent(new CustomEvent('words', { detail: words }))
}

/**
 * @param {HTMLInputElement} box
 * @param {number} count
 */
function setNumber(box, count) {
  const label = box.closest('label')
  const number = label?.querySelector('.number')
  if (number) number.textContent = String(count)
  label?.classList.toggle('none', count === 0)
}

/** Sections without a shown change go; the others say how many they show. */
function showGroups() {
  for (const [section, group] of Map.groupBy(entries, (entry) => entry.section)) {
    const { length } = group.filter(({ card }) => !card.hidden)
    section.hidden = length === 0
    const number = section.querySelector('h2 .number')
    if (number) number.textContent = countOf(length, group.length)
  }
}

/**
 * @param {number} some
 * @param {number} all
 */
function countOf(some, all) {
  const changes = `${String(all)} ${all === 1 ? 'change' : 'changes'}`
  return some === all ? changes : `${String(some)} of ${changes}`
}

function shown() {
  return entries.filter(({ card }) => !card.hidden).map(({ card }) => card)
}

function showCount() {
  const { length } = shown()
  byId('count').textContent = countOf(length, entries.length)
  byId('no-match').hidden = length > 0
  showPosition()
}

/** Which of the shown changes has the focus. */
function showPosition() {
  const index = shown().indexOf(/** @type {HTMLElement} */ (document.activeElement?.closest('article')))
  byId('position').textContent = index < 0 ? '' : `(at ${String(index + 1)})`
}

/**
 * @param {HTMLElement} card
 * @param {'center' | 'start'} block
 */
function goTo(card, block) {
  card.focus({ preventScroll: true })
  card.scrollIntoView({ block })
  // What comes on the screen by that may turn out longer than it was taken for.
  requestAnimationFrame(() => card.scrollIntoView({ block }))
}

/** @param {1 | -1} by */
function step(by) {
  const cards = shown()
  const current = document.activeElement?.closest('article') ?? null
  const index = current === null ? -1 : cards.indexOf(current)
  const target = index >= 0 ? cards[index + by] : startingCard(cards, by)
  if (target === undefined) return
  goTo(target, target.offsetHeight < window.innerHeight / 2 ? 'center' : 'start')
}

/**
 * Where nothing has the focus, reading goes on from what is on the screen.
 * @param {readonly HTMLElement[]} cards
 * @param {1 | -1} by
 */
function startingCard(cards, by) {
  const top = document.querySelector('.bar')?.getBoundingClientRect().bottom ?? 0
  const below = cards.findIndex((card) => card.getBoundingClientRect().top >= top)
  return by === 1 ? cards[below] : cards[(below < 0 ? cards.length : below) - 1]
}

function reset() {
  for (const box of boxes) box.checked = false
  if (hideAccepted) hideAccepted.checked = false
  inputById('search').value = ''
  apply()
}

/** A link to a change shows it, whatever the filters say. */
function showTarget() {
  const card = entries.find((entry) => `#${entry.card.id}` === location.hash)?.card
  if (card === undefined) return
  if (card.hidden) reset()
  goTo(card, 'start')
}

/** @param {boolean} isOpen */
function setFilters(isOpen) {
  byId('filters').hidden = !isOpen
  byId('toggle-filters').setAttribute('aria-expanded', String(isOpen))
}

function toFilters() {
  if (byId('filters').contains(document.activeElement)) leave()
  else {
    setFilters(true)
    boxes[0]?.focus()
  }
}

/** Back to the changes. */
function leave() {
  if (narrow.matches) setFilters(false)
  byId('changes').focus({ preventScroll: true })
}

/** @type {Readonly<Record<string, () => void>>} */
const keys = {
  j: () => step(1),
  n: () => step(1),
  k: () => step(-1),
  p: () => step(-1),
  f: toFilters,
  '/': () => inputById('search').focus(),
  '?': () => byId('show-help').click(),
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return
  const isTyping = document.activeElement === byId('search')
  const isInControls = isTyping || byId('filters').contains(document.activeElement)
  /** @type {Readonly<Record<string, () => void>>} */
  const others = isTyping ? { Enter: () => shown()[0]?.focus() } : keys
  const action = event.key === 'Escape' && isInControls ? leave : others[event.key]
  if (action === undefined) return
  event.preventDefault()
  action()
}

if (entries.length > 0) {
  byId('search').addEventListener('input', apply)
  byId('filters').addEventListener('change', apply)
  byId('toggle-filters').addEventListener('click', () => setFilters(byId('filters').hidden !== false))
  for (const id of ['reset', 'reset-all']) byId(id).addEventListener('click', reset)
  byId('next').addEventListener('click', () => step(1))
  byId('previous').addEventListener('click', () => step(-1))
  document.addEventListener('keydown', onKey)
  document.addEventListener('focusin', showPosition)
  window.addEventListener('hashchange', showTarget)
  document.querySelector('.bar')?.removeAttribute('hidden')
  setFilters(!narrow.matches)
  apply()
  showTarget()
}
