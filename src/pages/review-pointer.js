// @ts-check
/* The pointer among the values: what it rests on is shown on the page, what is clicked is selected. */

const panel = document.querySelector('#values')

/** @param {Event} event */
function targetOf(event) {
  const target = /** @type {Element} */ (event.target)
  const element = target.closest('.entry')
  const block = /** @type {HTMLElement | null} */ (target.closest('.block'))?.dataset['block']
  const value = element === null ? null : Number(element.id.slice(1))
  return { value, block: block === undefined ? null : Number(block), scrolls: true }
}

panel?.addEventListener('click', (event) => {
  const detail = targetOf(event)
  const isOwn = /** @type {Element} */ (event.target).closest('form, .actions, .addition') !== null
  // Who marks text with the pointer wants to copy it.
  if (detail.value === null || isOwn || String(getSelection()) !== '') return
  document.dispatchEvent(new CustomEvent('picked', { detail }))
})
/** Milliseconds that the pointer rests on a value before its page is brought into view. */
const REST = 350

/** @type {number | null} */
let pointed = null
let timer = 0
let lastPlace = ''

/** @param {{ readonly value: number | null, readonly block: number | null }} target */
function point({ value, block }) {
  if (value === pointed) return
  pointed = value
  const tell = (/** @type {boolean} */ scrolls) =>
    document.dispatchEvent(new CustomEvent('pointed', { detail: { value, block, scrolls } }))
  window.clearTimeout(timer)
  tell(false)
  if (value !== null) timer = window.setTimeout(tell, REST, true)
}

panel?.addEventListener('pointermove', (event) => {
  const { clientX, clientY } = /** @type {PointerEvent} */ (event)
  const place = `${String(clientX)} ${String(clientY)}`
  // Values also pass below a pointer that rests, when keys scroll them.
  if (place !== lastPlace) point(targetOf(event))
  lastPlace = place
})
panel?.addEventListener('pointerleave', () => point({ value: null, block: null }))
