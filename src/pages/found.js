// @ts-check
/* Marks the words of a search, and opens what hides them. The page's text stays as it is. */

document.addEventListener('words', (event) => {
  const words = /** @type {CustomEvent<readonly string[]>} */ (event).detail
  const shown = [...document.querySelectorAll('article:not([hidden])')]
  if (words.length > 0) openFolds(shown, words)
  if (!('highlights' in CSS)) return
  CSS.highlights.delete('found')
  if (words.length > 0) CSS.highlights.set('found', new Highlight(...shown.flatMap((card) => rangesIn(card, words))))
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
