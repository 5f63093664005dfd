// @ts-check
/* Marks the words of a search, and opens what hides them. The page's text stays as it is. */

/** A single letter is nearly everywhere, and nobody looks for so many marks. */
const SHORTEST = 2
const MOST = 5_000

document.addEventListener('words', (event) => {
  const { detail } = /** @type {CustomEvent<readonly string[]>} */ (event)
  const words = detail.filter((word) => word.length >= SHORTEST)
  const shown = [...document.querySelectorAll(':is(article, .entry):not([hidden])')]
  if (words.length > 0) openFolds(shown, words)
  if (!('highlights' in CSS)) return
  CSS.highlights.delete('found')
  if (words.length === 0) return
  const found = new Highlight()
  for (const card of shown) if (found.size < MOST) for (const range of rangesIn(card, words)) found.add(range)
  CSS.highlights.set('found', found)
})

/**
 * @param {readonly Element[]} shown
 * @param {readonly string[]} words
 */
function openFolds(shown, words) {
  for (const fold of shown.flatMap((card) => [...card.querySelectorAll('details')])) {
    const text = fold.textContent.toLowerCase()
    if (words.some((word) => text.includes(word))) fold.open = true
  }
}

/**
 * @param {Element} card
 * @param {readonly string[]} words
 */
function rangesIn(card, words) {
  const ranges = []
  const walker = document.createTreeWalker(card, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.nodeValue?.toLowerCase() ?? ''
    // Where small letters make a text longer, they stand elsewhere.
    if (text.length !== node.nodeValue?.length) continue
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
        const range = document.createRange()
        range.setStart(node, at)
        range.setEnd(node, at + word.length)
        ranges.push(range)
      }
    }
  }
  return ranges
}

// Both sides of a change fold the same words.
for (const fold of document.querySelectorAll('details.fold')) {
  fold.addEventListener('toggle', () => {
    const sides = [...(fold.closest('.sides')?.children ?? [])].map((side) => [
      ...side.querySelectorAll('details.fold'),
    ])
    const index = sides.flatMap((folds) => (folds.includes(fold) ? [folds.indexOf(fold)] : []))[0] ?? -1
    for (const folds of sides) folds[index]?.toggleAttribute('open', fold.hasAttribute('open'))
  })
}
