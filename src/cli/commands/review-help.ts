import type { HelpPage } from '../format-help.ts'
import { DIFF_EXIT_CODE_HELP, EXIT } from '../exit-code.ts'
import { COMPARING_OPTIONS, EDITIONS_HELP } from './diff-help.ts'

export const reviewHelp: HelpPage = {
  purpose: 'Goes through the changes between two editions and accepts them into a baseline.',
  usage: ['review OLD NEW [options]'],
  text: [
    ...EDITIONS_HELP,
    '',
    'Each change that is not accepted yet is shown, and you say what becomes of it: accept it, accept all of its chapter,',
    'skip it, or quit. What was accepted is written when you quit or stop early, and "diff --baseline" leaves it out from',
    'then on. Entries of the baseline that are stale or over are dropped.',
    '',
    'With --accept nothing is asked. PATH is the path of a change as "diff" shows it, from the list of chapters on; * stands',
    'for one step of it, ** for any number.',
  ],
  options: {
    ...COMPARING_OPTIONS,
    baseline: { value: 'FILE', help: 'where acceptances are kept; "diff.baseline.json" without it' },
    accept: {
      value: 'PATH',
      isRepeatable: true,
      help: 'accept the changes at this path without asking; may stand several times',
    },
    reason: { value: 'TEXT', help: 'why changes are accepted; asked for without it' },
    author: { value: 'NAME', help: 'who accepts them; without it git’s user.name' },
    expires: { value: 'DATE', help: 'last day on which acceptances hold, 2027-01-31' },
    color: { value: 'WHEN', choices: ['auto', 'always', 'never'], help: 'auto, always or never; "auto" without it' },
    quiet: { short: 'q', help: 'print no progress' },
    verbose: { short: 'v', help: 'print where in the program a failure arose' },
    help: { short: 'h', help: 'show this page' },
  },
  examples: [
    ['review output/2024 output/2026', 'asks for each change'],
    ['review a b --accept "cities/*/programme/**" --reason "Edition 2026"', 'accepts all changes of these sections'],
  ],
  exitCodes: DIFF_EXIT_CODE_HELP.filter(([code]) => code !== EXIT.findings).map(([code, meaning]) =>
    code === EXIT.done ? [code, 'done'] : [code, meaning],
  ),
}
