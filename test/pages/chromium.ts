import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { temporaryFolder } from '../cli/temporary-folder.ts'

/** Where systems put it; `CHROMIUM` names another place. */
const PLACES = [
  ...(process.env['CHROMIUM'] === undefined ? [] : [process.env['CHROMIUM']]),
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
]

/** Starts the browser of this machine. */
export async function startChromium(): Promise<Browser> {
  const executablePath = PLACES.find((path) => existsSync(path))
  if (executablePath === undefined) {
    throw new Error(
      `Pages are tested in a real Chromium, and there is none at ${PLACES.join(', ')}. Install one, as with ` +
        '"apt-get install chromium", or name one in the variable CHROMIUM.',
    )
  }
  return chromium.launch({ executablePath, args: ['--no-sandbox'] })
}

/** An open page, and what a page that keeps to itself never has. */
export interface OpenPage {
  readonly page: Page
  /** Errors of scripts and what the policy refused, as the console tells them. */
  readonly errors: string[]
  /** Requests for anything but the page's own file. */
  readonly requests: string[]
}

/** Writes a page to a disk and opens it from there. */
export async function openPage(
  browser: Browser,
  html: string,
  options: BrowserContextOptions & { readonly hash?: string } = {},
): Promise<OpenPage> {
  const { hash = '', ...contextOptions } = options
  const folder = await temporaryFolder({ 'page.html': html })
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...contextOptions })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const address = pathToFileURL(join(folder, 'page.html')).href
  const opened: OpenPage = { page, errors: [], requests: [] }
  page.on('pageerror', (error) => opened.errors.push(error.message))
  page.on('console', (message) => opened.errors.push(message.text()))
  page.on('request', (request) => {
    if (request.url() !== address) opened.requests.push(request.url())
  })
  await page.goto(address + hash)
  return opened
}

/** Ids of the articles that a person sees, in their order. */
export function shownIds(page: Page): Promise<string[]> {
  return page.locator('article:visible').evaluateAll((cards) => cards.map(({ id }) => id))
}
