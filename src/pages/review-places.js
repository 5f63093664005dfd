// @ts-check
/* From values to their places and back: what is selected or pointed at among the values is marked in the document, and
   ink of the document leads to its value. */

/** @typedef {import('../review/review-data.ts').ReviewData} ReviewData */
/** @typedef {{ readonly value: number | null, readonly block: number | null, readonly scrolls?: boolean }} Target */

/** @type {unknown} */
const island = JSON.parse(document.querySelector('#data')?.textContent ?? '')
const data = /** @type {ReviewData} */ (island)

/** @type {Target} */
const NOTHING = { value: null, block: null }
let selected = NOTHING
let hovered = NOTHING

/** Whether changes are looked at, which have their own places. */
function areChangesOpen() {
  return document.querySelector('#changes:not([hidden])') !== null
}

/**
 * @param {'marked' | 'pointed'} name
 * @param {Target} target
 */
function mark(name, { value, scrolls = false }) {
  if (areChangesOpen()) return
  const { places = [] } = value === null ? {} : (data.values[value] ?? {})
  const shows = scrolls ? (places[0] ?? null) : null
  document.dispatchEvent(new CustomEvent('marks', { detail: { edition: 'new', name, places, shows } }))
}

/** What is selected needs no second mark. */
function markHovered() {
  const isSelected = hovered.value === selected.value
  mark('pointed', isSelected ? { ...NOTHING } : hovered)
}

document.addEventListener('pointed', (event) => {
  const next = /** @type {CustomEvent<Target>} */ (event).detail
  if (next.value === hovered.value && next.scrolls !== true) return
  hovered = next
  markHovered()
})
document.addEventListener('selected', (event) => {
  selected = /** @type {CustomEvent<Target>} */ (event).detail
  mark('marked', selected)
  hovered = { ...hovered, scrolls: false }
  markHovered()
})
document.addEventListener('tab-opened', () => mark('marked', selected))

document.addEventListener('ink', (event) => {
  if (areChangesOpen()) return
  const { value, block, isClick } = /** @type {CustomEvent<Target & { isClick: boolean }>} */ (event).detail
  if (!isClick) document.dispatchEvent(new CustomEvent('pointed', { detail: { value, block } }))
  else if (value !== null)
    document.dispatchEvent(new CustomEvent('picked', { detail: { value, block, scrolls: false } }))
})
