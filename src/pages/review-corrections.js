// @ts-check
/* Corrections: the form at a value or below a row, and what the browser keeps. Whoever shows them is told by the event
   `corrections`. */

/** @typedef {import('../review/review-data.ts').ReviewData} ReviewData */
/** @typedef {import('../review/review-data.ts').Correction} Correction */
/** @typedef {{ readonly path: string, readonly before: string | null, readonly isNew: boolean }} Opened */

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

const form = /** @type {HTMLFormElement} */ (byId('correction'))
const after = /** @type {HTMLTextAreaElement} */ (byId('after'))
const remove = /** @type {HTMLInputElement} */ (byId('remove'))
const reason = /** @type {HTMLInputElement} */ (byId('reason'))
const author = /** @type {HTMLInputElement} */ (byId('author'))

/** Where the browser keeps them. */
const STORE = `corrections ${data.document}`

/** @type {Correction[]} */
let corrections = kept()
/** What the form is open for. @type {Opened | null} */
let open = null
/** @type {HTMLElement | null} */
let cameFrom = null

/** @returns {Correction[]} */
function kept() {
  try {
    /** @type {unknown} */
    const stored = JSON.parse(localStorage.getItem(STORE) ?? '[]')
    return /** @type {Correction[]} */ (stored)
  } catch {
    return []
  }
}

function keep() {
  try {
    localStorage.setItem(STORE, JSON.stringify(corrections))
  } catch {
    // A browser that keeps nothing still saves the file.
  }
}

/**
 * @param {string} name
 * @param {string} text
 * @param {string} [className]
 */
function make(name, text, className = '') {
  const element = document.createElement(name)
  element.textContent = text
  element.className = className
  return element
}

/**
 * @param {HTMLElement} place
 * @param {Opened} what
 * @param {{ readonly title: string, readonly isEntry: boolean }} how
 */
function openForm(place, what, { title, isEntry }) {
  open = what
  cameFrom = /** @type {HTMLElement | null} */ (document.activeElement)
  const known = corrections.find((one) => isFor(one, what) && !what.isNew)
  byId('correction-title').textContent = title
  byId('removal').hidden = !isEntry
  remove.checked = isEntry && known?.after === null
  after.value = known?.after ?? what.before ?? ''
  after.disabled = remove.checked
  after.rows = Math.min(12, Math.max(2, Math.ceil(after.value.length / 60)))
  reason.value = known?.reason ?? ''
  byId('correction-fault').textContent = ''
  place.append(form)
  form.hidden = false
  form.scrollIntoView({ block: 'nearest' })
  after.focus()
}

function closeForm() {
  form.hidden = true
  byId('corrections').after(form)
  open = null
  cameFrom?.focus()
}

/**
 * @param {Correction} correction
 * @param {{ readonly path: string, readonly before: string | null }} what
 */
function isFor({ path, before }, what) {
  return path === what.path && before === what.before
}

/** Line feeds as the report has them, whatever the browser gives. */
function writtenValue() {
  const text = after.value.replaceAll(/\r\n?/gu, '\n').trim()
  return remove.checked || text === '' ? null : text
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  if (open === null) return
  const what = open
  const written = writtenValue()
  if ((written ?? '') === (what.before ?? '')) {
    byId('correction-fault').textContent = 'This is what was read; write what is right.'
    after.focus()
    return
  }
  const { path, before, isNew } = what
  const correction = { path, before, after: written, reason: reason.value.trim(), author: author.value.trim() }
  corrections = [...corrections.filter((one) => isNew || !isFor(one, what)), correction]
  closeForm()
  changed('Correction kept.')
})
byId('cancel').addEventListener('click', closeForm)
form.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return
  event.preventDefault()
  closeForm()
})
remove.addEventListener('change', () => {
  after.disabled = remove.checked
})

/** @param {string} words */
function changed(words) {
  keep()
  show()
  byId('status').textContent = words
}

function show() {
  document.dispatchEvent(new CustomEvent('corrections', { detail: corrections }))
}

document.addEventListener('correction-undone', (event) => {
  const { detail } = /** @type {CustomEvent<Correction>} */ (event)
  corrections = corrections.filter((one) => one !== detail)
  changed('Correction undone.')
  byId('tab-corrections').focus()
})

for (const button of document.querySelectorAll('.add')) {
  button.addEventListener('click', () => {
    const { path = '' } = /** @type {HTMLElement} */ (button).dataset
    const place = /** @type {HTMLElement} */ (button.closest('.addition'))
    openForm(
      place,
      { path, before: null, isNew: true },
      { title: `Add: ${button.textContent.slice(2)}`, isEntry: false },
    )
  })
}

/** Below the value that is selected: what was done to its characters, and how to correct it. */
const actions = make('div', '', 'actions')
const correct = make('button', 'Mark as wrong')
correct.setAttribute('type', 'button')
correct.title = 'Mark as wrong (e)'
const notes = make('ul', '', 'notes')
actions.append(correct, notes)

/** @type {number | null} */
let selected = null
document.addEventListener('selected', (event) => {
  const { value } = /** @type {CustomEvent<{ value: number | null }>} */ (event).detail
  if (value === selected) return
  selected = value
  if (open !== null && !form.closest('.addition')) closeForm()
  const found = value === null ? undefined : data.values[value]
  if (found === undefined) {
    actions.remove()
    return
  }
  correct.hidden = found.path === null
  notes.replaceChildren(...found.notes.map((note) => make('li', note)))
  byId(`v${String(value)}`).append(actions)
})

function openSelected() {
  const found = selected === null ? undefined : data.values[selected]
  if (found?.path == null) {
    byId('status').textContent = found === undefined ? 'Select a value first.' : 'This value cannot be corrected here.'
    return
  }
  document.dispatchEvent(new CustomEvent('tab-wanted', { detail: 'values' }))
  openForm(
    actions,
    { path: found.path, before: found.before, isNew: false },
    { title: 'What is right?', isEntry: found.isEntry },
  )
}
correct.addEventListener('click', openSelected)
document.addEventListener('keydown', (event) => {
  const isControl = /** @type {Element} */ (event.target).matches('input:not([type=checkbox]), select, textarea')
  if (event.defaultPrevented || event.key !== 'e' || isControl || event.ctrlKey || event.metaKey || event.altKey) return
  if (document.querySelector('dialog[open]')) return
  event.preventDefault()
  openSelected()
})

show()
