// @ts-check
/* What every page has: a choice of colours, and a list of keys. */

/** @type {HTMLButtonElement | null} */
const themeButton = document.querySelector('#toggle-theme')
const system = window.matchMedia('(prefers-color-scheme: dark)')

function isDark() {
  const { theme } = document.documentElement.dataset
  return theme === undefined ? system.matches : theme === 'dark'
}

function nameTheme() {
  if (themeButton === null) return
  const other = isDark() ? 'Light' : 'Dark'
  themeButton.textContent = other
  themeButton.ariaLabel = `${other} colours`
}

themeButton?.addEventListener('click', () => {
  document.documentElement.dataset['theme'] = isDark() ? 'light' : 'dark'
  nameTheme()
})
system.addEventListener('change', nameTheme)
nameTheme()

/** @type {HTMLDialogElement | null} */
const help = document.querySelector('#help')
document.querySelector('#show-help')?.addEventListener('click', () => help?.showModal())
document.querySelector('#close-help')?.addEventListener('click', () => help?.close())
