import type { HelpPage } from '../format-help.ts'
import { COMPARING_OPTIONS } from './diff-help.ts'

export const reviewPageHelp: HelpPage = {
  purpose: 'Writes a page on which a person checks what was read against the document.',
  usage: ['review-page INPUT [options]', 'review-page OLD NEW [options]'],
  text: [
    'INPUT is a PDF or its text, and is read as "extract" reads it. The folder gets index.html, which opens in a browser',
    'from the disk and asks for nothing from a network, and pages/1.webp and so on, which it shows.',
    '',
    'On the left stand the pages with what became of all that is printed, on the right the values. What you select on one',
    'side is marked on the other. Values can be marked as wrong; the page saves what is right as corrections.json.',
    '',
    'With two editions, each a PDF or its text, it is the page of NEW with a list of what changed, as "diff" tells it; a',
    'change that is selected is marked in both documents, side by side. Pictures of OLD go to pages-old/.',
    '',
    'Pictures need the optional package @napi-rs/canvas; without it the pages show their words alone.',
  ],
  options: {
    out: { short: 'o', value: 'FOLDER', help: 'where the page goes; "review" without it' },
    edition: { value: 'NAME', help: 'edition (of NEW), where the document does not name it or names it wrongly' },
    ...COMPARING_OPTIONS,
    quiet: { short: 'q', help: 'print errors only, and no progress' },
    verbose: { short: 'v', help: 'print remarks (infos) as well, and where in the program a failure arose' },
    help: { short: 'h', help: 'show this page' },
  },
  examples: [
    ['review-page report.pdf', 'writes review/index.html'],
    ['review-page report.pdf --out check-2026', 'writes check-2026/index.html'],
    ['review-page 2024.pdf 2026.pdf', 'shows both editions side by side, with what changed'],
  ],
}
