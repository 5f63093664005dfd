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
panel?.addEventListener('pointerover', (event) => {
  document.dispatchEvent(new CustomEvent('pointed', { detail: targetOf(event) }))
})
panel?.addEventListener('pointerleave', () => {
  document.dispatchEvent(new CustomEvent('pointed', { detail: { value: null, block: null } }))
})
