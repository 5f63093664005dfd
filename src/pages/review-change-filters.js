// @ts-check
/* Filters of the changes: what stands in the bar for all lists is told by the event `filtered`. */

/** @typedef {{ readonly words: readonly string[], readonly entity: string }} Narrowed */

/**
 * @param {string} id
 * @returns {HTMLElement}
 */
function byId(id) {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`The page has no #${id}.`)
  return found
}

const level = /** @type {HTMLSelectElement} */ (byId('level'))
const kind = /** @type {HTMLSelectElement} */ (byId('kind'))
const hideAccepted = /** @type {HTMLInputElement | null} */ (document.getElementById('hide-accepted'))
/** @type {Narrowed} */
let narrowed = { words: [], entity: '' }

/** @param {string} text */
function folded(text) {
  return text.normalize('NFKC').toLowerCase().replaceAll('\u00AD', '').replaceAll(/\s+/gu, ' ')
}

const changes = [...document.querySelectorAll('#changes article')].map((article) => {
  const card = /** @type {HTMLElement} */ (article)
  const group = /** @type {HTMLElement} */ (card.closest('.group'))
  const name = group.querySelector('h2')?.firstElementChild?.textContent ?? ''
  return { card, group, text: folded(`${name} ${card.textContent}`) }
})

/** Shows what the filters let through. */
function apply() {
  for (const { card, text } of changes) {
    const { level: own, kind: ownKind, entity, accepted } = card.dataset
    card.hidden = !(
      (narrowed.entity === '' || narrowed.entity === entity) &&
      (level.value === '' || level.value === own) &&
      (kind.value === '' || kind.value === ownKind) &&
      !(hideAccepted?.checked === true && accepted !== undefined) &&
      narrowed.words.every((word) => text.includes(word))
    )
  }
  for (const [group, held] of Map.groupBy(changes, (change) => change.group)) {
    const { length } = held.filter(({ card }) => !card.hidden)
    group.hidden = length === 0
    const number = group.querySelector('h2 .number')
    if (number) number.textContent = countOf(length, held.length)
  }
  const { length } = changes.filter(({ card }) => !card.hidden)
  const number = byId('tab-changes').querySelector('.number')
  if (number)
    number.textContent = length === changes.length ? String(length) : `${String(length)} of ${String(changes.length)}`
  byId('no-change').hidden = length > 0
}

/**
 * @param {number} some
 * @param {number} all
 */
function countOf(some, all) {
  const words = `${String(all)} ${all === 1 ? 'change' : 'changes'}`
  return some === all ? words : `${String(some)} of ${words}`
}

for (const control of [level, kind, ...(hideAccepted ? [hideAccepted] : [])]) {
  control.addEventListener('input', () => {
    apply()
    byId('status').textContent = byId('tab-changes').textContent
  })
}
byId('reset').addEventListener('click', () => {
  level.value = ''
  kind.value = ''
  if (hideAccepted) hideAccepted.checked = false
  apply()
})
document.addEventListener('filtered', (event) => {
  narrowed = /** @type {CustomEvent<typeof narrowed>} */ (event).detail
  apply()
})
