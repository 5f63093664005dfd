import { LEVEL_WORDS } from '../../diff/say/level-words.ts'
import { LEVELS } from '../../rules/levels.ts'
import { DIFF_EXIT_CODE_HELP } from '../exit-code.ts'
import type { HelpPage } from '../format-help.ts'
import { READING_OPTIONS } from '../reading-options.ts'
import type { OptionRules } from '../parse-options.ts'

const FORMATS = ['text', 'json', 'markdown', 'github', 'junit', 'sarif', 'html']

/** What OLD and NEW can be. */
export const EDITIONS_HELP = [
  'OLD and NEW are each a report.json, the folder that holds one, a PDF or the text of one (which is extracted first), or',
  'REV:PATH, a file in git. Places in the document are shown where report.provenance.json lies beside report.json.',
]

/** Options of every command that compares two editions. */
export const COMPARING_OPTIONS = {
  rules: { value: 'FOLDER', help: 'rules of the report family; without it those of this package' },
  aliases: { value: 'FILE', help: 'names that changed, or must not be taken for one; "diff.aliases.json" without it' },
  levels: { value: 'FILE', help: 'levels for changes at places of the report; "diff.levels.json" without it' },
  baseline: { value: 'FILE', help: 'changes that were accepted before' },
  today: { value: 'DATE', help: 'day on which acceptances may be over, 2027-01-31; without it today (UTC)' },
  ...READING_OPTIONS,
} as const satisfies OptionRules

export const diffHelp: HelpPage = {
  purpose: 'Tells what changed between two editions.',
  usage: ['diff OLD NEW [options]'],
  text: [
    ...EDITIONS_HELP,
    '',
    'Chapters and rows are known by keys that the rules declare, never by position: another order, other numbers, pages,',
    'line breaks or hyphens are no change. What has a new name is found by likeness. Each change has a level:',
    '',
    ...LEVELS.map((level) => `  ${level.padEnd(10)}  ${LEVEL_WORDS[level]}`),
  ],
  options: {
    format: { short: 'f', value: 'NAME', choices: FORMATS, help: `${FORMATS.join(', ')}; "text" without it` },
    'fail-on': {
      value: 'LEVEL',
      choices: [...LEVELS, 'none'],
      help: 'exit with 1 from this level on; "breaking" without it',
    },
    out: { short: 'o', value: 'FILE', help: 'write to this file instead of printing' },
    ...COMPARING_OPTIONS,
    'update-baseline': { help: 'accept all changes into the file of --baseline, and drop what is stale there' },
    reason: { value: 'TEXT', help: 'why they are accepted' },
    author: { value: 'NAME', help: 'who accepts them; without it git’s user.name' },
    expires: { value: 'DATE', help: 'last day on which the acceptance holds, 2027-01-31' },
    'max-length': { value: 'N', help: 'markdown: characters at most; 60000 without it' },
    color: {
      value: 'WHEN',
      choices: ['auto', 'always', 'never'],
      help: 'text: auto, always or never; "auto" without it',
    },
    git: { help: 'read the arguments that git gives an external diff driver, and always exit with 0' },
    quiet: { short: 'q', help: 'print no progress' },
    verbose: { short: 'v', help: 'tell accepted changes too, and where in the program a failure arose' },
    help: { short: 'h', help: 'show this page' },
  },
  examples: [
    ['diff output/2024 output/2026', 'shows what changed between two extracted editions'],
    ['diff HEAD:output/report/report.json output/report/report.json', 'shows what changed since the last commit'],
    ['diff old.pdf new.pdf --format html --out changes.html', 'extracts both and writes a page to look through'],
    ['diff a b --baseline diff.baseline.json --update-baseline --reason "Edition 2026"', 'accepts all changes'],
  ],
  exitCodes: DIFF_EXIT_CODE_HELP,
}
