// @ts-check
/* The list of what was corrected, at the values too, and the file that holds it. */

/** @typedef {import('../review/review-data.ts').ReviewData} ReviewData */
/** @typedef {import('../review/review-data.ts').Correction} Correction */

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

/** @type {readonly Correction[]} */
let corrections = []

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
 * @param {Correction} correction
 * @param {{ readonly path: string, readonly before: string | null }} what
 */
function isFor({ path, before }, what) {
  return path === what.path && before === what.before
}

/** Values in the order of the page, what is new behind its row, so that the same corrections make the same file. */
function inOrder() {
  const keyOf = (/** @type {Correction} */ one) => [one.path, one.before ?? '', one.after ?? ''].join('\n')
  return corrections.toSorted((a, b) => placeOf(a) - placeOf(b) || (keyOf(a) < keyOf(b) ? -1 : 1))
}

/** @param {Correction} correction */
function placeOf(correction) {
  const index = data.values.findIndex(({ path, before }) => path !== null && isFor(correction, { path, before }))
  if (index >= 0) return index
  const adder = [...document.querySelectorAll('.add')].find((one) => one.getAttribute('data-path') === correction.path)
  const entries = adder?.closest('.card')?.querySelectorAll('.entry') ?? []
  const last = entries[entries.length - 1]
  return last === undefined ? data.values.length : Number(last.id.slice(1)) + 0.5
}

/** Shows what was corrected, in the list and at the values. */
function show() {
  const ordered = inOrder()
  byId('correction-list').replaceChildren(...ordered.map(listed))
  byId('no-correction').hidden = ordered.length > 0
  byId('export').toggleAttribute('disabled', ordered.length === 0)
  const number = byId('tab-corrections').querySelector('.number')
  if (number) number.textContent = String(ordered.length)
  for (const [index, { path, before }] of data.values.entries()) {
    const found = path === null ? undefined : ordered.find((one) => isFor(one, { path, before }))
    const value = byId(`v${String(index)}`)
    value.classList.toggle('wrong', found !== undefined)
    value.querySelector('.right')?.remove()
    if (found !== undefined) value.append(make('p', found.after ?? 'no such entry', 'right'))
  }
}

/** @param {Correction} correction */
function listed(correction) {
  const item = make('li', '')
  const undo = make('button', 'Undo')
  undo.setAttribute('type', 'button')
  undo.ariaLabel = `Undo the correction of ${correction.path}`
  undo.addEventListener('click', () => {
    document.dispatchEvent(new CustomEvent('correction-undone', { detail: correction }))
  })
  item.append(
    make('code', correction.path),
    make('del', correction.before ?? 'nothing'),
    make('ins', correction.after ?? 'nothing'),
    make('p', `${correction.reason} (${correction.author})`, 'where'),
    undo,
  )
  return item
}

byId('export').addEventListener('click', () => {
  const text = `${JSON.stringify({ version: 1, corrections: inOrder() }, null, 2)}\n`
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  link.download = 'corrections.json'
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
  byId('status').textContent = 'corrections.json is saved.'
})

document.addEventListener('corrections', (event) => {
  corrections = /** @type {CustomEvent<readonly Correction[]>} */ (event).detail
  show()
})
