// @ts-check
/* Tabs: values, diagnostics, corrections. */

const tabs = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('[role=tab]')])

/** @param {Element} tab */
function panelOf(tab) {
  return document.getElementById(tab.getAttribute('aria-controls') ?? '')
}

/** @param {HTMLElement | undefined} wanted */
function open(wanted) {
  if (wanted === undefined || wanted.ariaSelected === 'true') return
  for (const tab of tabs) {
    tab.ariaSelected = String(tab === wanted)
    tab.tabIndex = tab === wanted ? 0 : -1
    panelOf(tab)?.toggleAttribute('hidden', tab !== wanted)
  }
  document.dispatchEvent(new CustomEvent('tab-opened'))
}

for (const [at, tab] of tabs.entries()) {
  tab.addEventListener('click', () => open(tab))
  tab.addEventListener('keydown', ({ key }) => {
    const by = key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? tabs.length - 1 : 0
    if (by === 0) return
    const next = tabs[(at + by) % tabs.length]
    open(next)
    next?.focus()
  })
}

document.addEventListener('tab-wanted', (event) => {
  const name = /** @type {CustomEvent<string>} */ (event).detail
  open(tabs.find((tab) => panelOf(tab)?.id === name))
})
