// @ts-check
/* Selection, filters, search and keys of the page of a report. Scripts of the page tell one another what happens by
   events: `picked`, `pointed`, `selected`, `sheet-wanted`, `tab-wanted`, `tab-opened`, `filtered`, `words`. */

/** @typedef {import('../review/review-data.ts').ReviewData} ReviewData */
/** @typedef {{ readonly value: number | null, readonly block: number | null, readonly scrolls: boolean }} Target */

/** @type {unknown} */
const island = JSON.parse(document.querySelector('#data')?.textContent ?? '')
const data = /** @type {ReviewData} */ (island)

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
function byId(id) {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no #${id}.`)
  return found
}

const search = /** @type {HTMLInputElement} */ (byId('search'))
const entity = /** @type {HTMLSelectElement} */ (byId('entity'))
const severity = /** @type {HTMLSelectElement} */ (byId('severity'))
const unclaimed = /** @type {HTMLInputElement} */ (byId('unclaimed'))
const tabs = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[role=tab]')])

/** @param {string} text */
function folded(text) {
  return text.normalize('NFKC').toLowerCase().replaceAll('\u00AD', '').replaceAll(/\s+/gu, ' ')
}

const values = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('#values .entry')]).map((element, index) => {
  const card = element.closest('.card')
  const chapter = /** @type {HTMLElement | null} */ (element.closest('.entity'))
  const title = `${chapter?.querySelector('h2')?.textContent ?? ''} ${card?.querySelector('h4')?.textContent ?? ''}`
  return {
    element,
    index,
    pick: /** @type {HTMLElement} */ (element.querySelector('.pick')),
    entity: chapter?.dataset['entity'] ?? '',
    title: title.trim(),
    text: folded(`${title} ${element.textContent}`),
    severities: new Set(),
  }
})
const diagnostics = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.diagnostic')]).map((element) => {
  const { index = '', severity: level = '', entity: chapter = '' } = element.dataset
  const { value = null, sheet = null } = data.diagnostics[Number(index)] ?? {}
  if (value !== null) values[value]?.severities.add(level)
  const pick = /** @type {HTMLElement} */ (element.querySelector('.pick'))
  return { element, pick, level, entity: chapter, value, sheet, text: folded(element.textContent) }
})

/** @type {number | null} */
let selected = null
/** Place in the list of diagnostics; -1 before the first. */
let diagnosticAt = -1

/** @param {string} words */
function say(words) {
  byId('status').textContent = words
}

/** @param {string} name */
function openTab(name) {
  document.dispatchEvent(new CustomEvent('tab-wanted', { detail: name }))
}

/** What is around a value that is selected, in words. @param {number} index */
function placeWords(index) {
  const { places = [] } = data.values[index] ?? {}
  if (places.length === 0) return 'no place in the document'
  const lines = `${String(places.length)} ${places.length === 1 ? 'place' : 'places'}`
  if (data.kind === 'text') return `line ${String(places[0]?.box[1])}, ${lines}`
  const pages = [...new Set(places.map(({ sheet }) => sheet + 1))]
  return `${pages.length === 1 ? 'page' : 'pages'} ${pages.join(', ')}, ${lines}`
}

/**
 * @param {number | null} index
 * @param {{ readonly block?: number | null, readonly scrolls?: boolean, readonly focuses?: boolean }} [how]
 */
function select(index, { block = null, scrolls = true, focuses = true } = {}) {
  const before = selected === null ? undefined : values[selected]
  before?.element.classList.remove('selected')
  before?.pick.removeAttribute('aria-current')
  for (const one of document.querySelectorAll('.block.current')) one.classList.remove('current')
  selected = index
  document.dispatchEvent(new CustomEvent('selected', { detail: { value: index, block, scrolls } }))
  const value = index === null ? undefined : values[index]
  if (index === null || value === undefined) {
    say('')
    return
  }
  openTab('values')
  if (value.element.hidden) reset()
  value.element.classList.add('selected')
  value.pick.ariaCurrent = 'true'
  const part = block === null ? null : value.element.querySelector(`[data-block="${String(block)}"]`)
  part?.classList.add('current')
  if (focuses) value.pick.focus({ preventScroll: true })
  const shown = part ?? value.element
  shown.scrollIntoView({ block: shown.getBoundingClientRect().height > window.innerHeight / 2 ? 'start' : 'center' })
  say(`${value.title}: ${value.pick.textContent} · ${placeWords(index)}`)
}

/** @param {1 | -1} by */
function step(by) {
  const shown = values.filter(({ element }) => !element.hidden)
  const at = shown.findIndex(({ index }) => index === selected)
  const next = at < 0 ? shown[by === 1 ? 0 : shown.length - 1] : shown[at + by]
  if (next !== undefined) select(next.index)
}

/** @param {1 | -1} by */
function stepDiagnostic(by) {
  const shown = diagnostics.filter(({ element }) => !element.hidden)
  const current = diagnostics[diagnosticAt]
  const at = current === undefined ? -1 : shown.indexOf(current)
  const next = at < 0 ? shown[by === 1 ? 0 : shown.length - 1] : shown[at + by]
  if (next !== undefined) goToDiagnostic(next)
}

/** @param {(typeof diagnostics)[number]} diagnostic */
function goToDiagnostic(diagnostic) {
  diagnosticAt = diagnostics.indexOf(diagnostic)
  for (const one of diagnostics) one.pick.removeAttribute('aria-current')
  diagnostic.pick.ariaCurrent = 'true'
  const { value, sheet, pick, element } = diagnostic
  select(value, { focuses: false })
  openTab('diagnostics')
  if (value === null && sheet !== null)
    document.dispatchEvent(new CustomEvent('sheet-wanted', { detail: { edition: 'new', sheet } }))
  pick.focus({ preventScroll: true })
  element.scrollIntoView({ block: 'nearest' })
  say(`${element.querySelector('.badge')?.textContent ?? ''}: ${value === null ? 'no value' : placeWords(value)}`)
}

/** Shows what the filters let through. */
function apply() {
  const words = folded(search.value).split(' ').filter(Boolean)
  const isFound = (/** @type {string} */ text) => words.every((word) => text.includes(word))
  document.dispatchEvent(new CustomEvent('filtered', { detail: { words, entity: entity.value } }))
  for (const { element, ...value } of values) {
    const isWanted =
      (entity.value === '' || value.entity === entity.value) &&
      (severity.value === '' || value.severities.has(severity.value)) &&
      (!unclaimed.checked || element.classList.contains('unclaimed'))
    element.hidden = !isWanted || !isFound(value.text)
  }
  for (const { element, level, entity: chapter, text } of diagnostics) {
    const isWanted =
      (entity.value === '' || chapter === entity.value) &&
      (severity.value === '' || level === severity.value) &&
      (!unclaimed.checked || text.includes('unclaimed'))
    element.hidden = !isWanted || !isFound(text)
  }
  for (const group of ['.card', '.part', '.entity']) {
    for (const one of document.querySelectorAll(`#values ${group}`)) {
      one.toggleAttribute('hidden', one.querySelector('.entry:not([hidden])') === null)
    }
  }
  byId('values').classList.toggle('filtered', isFiltered())
  showCounts()
  document.dispatchEvent(new CustomEvent('words', { detail: words }))
}

function isFiltered() {
  return search.value.trim() !== '' || entity.value !== '' || severity.value !== '' || unclaimed.checked
}

function showCounts() {
  const counted = { values, diagnostics }
  for (const [name, list] of Object.entries(counted)) {
    const { length } = list.filter(({ element }) => !element.hidden)
    const number = byId(`tab-${name}`).querySelector('.number')
    if (number)
      number.textContent = length === list.length ? String(length) : `${String(length)} of ${String(list.length)}`
    byId(name === 'values' ? 'no-match' : 'no-diagnostic').hidden = length > 0
  }
  const filtered = tabs.filter(({ id }) => id !== 'tab-corrections')
  if (isFiltered()) say(filtered.map(({ textContent }) => textContent).join(', '))
}

function reset() {
  search.value = ''
  entity.value = ''
  severity.value = ''
  unclaimed.checked = false
  apply()
}

/** Out of a control, back to what was read. */
function leave() {
  const value = selected === null ? undefined : values[selected]
  if (value === undefined || value.element.hidden) byId('values').focus({ preventScroll: true })
  else value.pick.focus({ preventScroll: true })
}

document.addEventListener('tab-opened', () => {
  const value = selected === null ? undefined : values[selected]
  value?.element.scrollIntoView({ block: 'center' })
})

/** @param {string} id */
const press = (id) => () => byId(id).click()

/** @type {Readonly<Record<string, () => void>>} */
const keys = {
  j: () => step(1),
  k: () => step(-1),
  n: () => stepDiagnostic(1),
  p: () => stepDiagnostic(-1),
  '/': () => search.focus(),
  '?': press('show-help'),
  ...Object.fromEntries(tabs.map((tab, index) => [index + 1, () => tab.click()])),
  Escape: () => select(null),
  ...(document.querySelector('#zoom-in') === null
    ? {}
    : { '+': press('zoom-in'), '-': press('zoom-out'), 0: press('zoom-fit') }),
}

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return
  if (document.querySelector('dialog[open]')) return
  const isControl = /** @type {Element} */ (event.target).matches('input:not([type=checkbox]), select, textarea')
  const own =
    event.key === 'Escape' ? leave : event.key === 'Enter' && event.target === search ? () => step(1) : undefined
  const action = isControl ? own : keys[event.key]
  if (action === undefined) return
  event.preventDefault()
  action()
})

document.addEventListener('picked', (event) => {
  const { value, block, scrolls } = /** @type {CustomEvent<Target>} */ (event).detail
  select(value, { block, scrolls })
})
for (const diagnostic of diagnostics) diagnostic.pick.addEventListener('click', () => goToDiagnostic(diagnostic))
for (const control of [search, entity, severity, unclaimed]) control.addEventListener('input', apply)
entity.addEventListener('change', () => {
  const first = values.find(({ element }) => !element.hidden)
  if (entity.value !== '' && first !== undefined) select(first.index, { focuses: false })
})
byId('reset').addEventListener('click', reset)
apply()
