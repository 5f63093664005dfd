// @ts-check
/* The tools above the documents: which colours are shown, and how large pages are. They hold for all documents alike. */

const panes = /** @type {HTMLElement[]} */ ([...document.querySelectorAll('.sheets')])

for (const box of document.querySelectorAll('#legend input')) {
  box.addEventListener('change', () => {
    const { value, checked } = /** @type {HTMLInputElement} */ (box)
    for (const pane of panes) pane.classList.toggle(`without-${value}`, !checked)
  })
}

let zoom = 1

/** Keeps what is in the middle of each document there. @param {number} next */
function setZoom(next) {
  zoom = Math.min(4, Math.max(0.5, next))
  for (const pane of panes) {
    const middle = (pane.scrollTop + pane.clientHeight / 2) / pane.scrollHeight
    pane.style.setProperty('--zoom', String(zoom))
    pane.scrollTop = middle * pane.scrollHeight - pane.clientHeight / 2
  }
}
document.querySelector('#zoom-in')?.addEventListener('click', () => setZoom(zoom * 1.25))
document.querySelector('#zoom-out')?.addEventListener('click', () => setZoom(zoom / 1.25))
document.querySelector('#zoom-fit')?.addEventListener('click', () => setZoom(1))
