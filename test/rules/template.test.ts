import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { extract, loadRules } from 'stadtprofile'
import { fromTemplate, isFamilyId, titleOf } from '../../src/rules/from-template.ts'
import { checkFolder } from '../../src/rules/load-rules.ts'
import { languageFolder, templateFolder } from '../../src/rules/rules-folder.ts'

fc.configureGlobal({ seed: 2_026 })

const textsOf = (folder: string): ReadonlyMap<string, string> =>
  new Map(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')]))
const isJson = ([name]: readonly [string, string]): boolean => name.endsWith('.json')
const template = textsOf(templateFolder())
const shared = textsOf(languageFolder('de'))

/** What the template is the rules for. */
const REPORT = `My report 2030

Vorgelegt im Mai

1 Musterort

1.1 Überblick

Aufgaben

Der Ort hält die Wege frei und leert die Körbe.

• Laub im Herbst

• Schnee im Winter

Angebote

Bezeichnung Erläuterung Ansprechstelle

Wegedienst

Fegt am Montag.

Frau Ada Reinsel

Tel. 0221 4710-310

Seite 1
 2 Neu-Musterort

2.1 Überblick

Aufgaben

Hier gibt es keine Körbe.

Angebote

Bezeichnung Erläuterung Ansprechstelle

Winterdienst

Streut bei Glätte.

Herr Jan Ufer

Tel. 0221 4710-311

Seite 2
`

test('reads a report of the make-up that it describes', async () => {
  const rules = await loadRules(templateFolder())
  const { report, diagnostics } = await extract(new TextEncoder().encode(REPORT), { rules })
  expect(diagnostics.filter(({ severity }) => severity !== 'info')).toEqual([])
  expect(report).toMatchObject({
    edition: { id: '2030', title: 'My report' },
    chapters: [
      {
        number: 1,
        name: 'Musterort',
        overview: {
          tasks: { blocks: [{ kind: 'paragraph' }, { kind: 'item' }, { kind: 'item' }] },
          offers: [
            {
              name: 'Wegedienst',
              description: { text: 'Fegt am Montag.' },
              contact: { persons: [{ salutation: 'Frau' }] },
            },
          ],
        },
      },
      {
        number: 2,
        name: 'Neu-Musterort',
        overview: { offers: [{ contact: { phones: [{ e164: '+492214710311' }] } }] },
      },
    ],
  })
})

describe('a family made of the template', () => {
  const word = fc.stringMatching(/^[a-z0-9]{1,8}$/u)
  const id = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('-'))

  test('can be used as it is, whatever its name', () => {
    fc.assert(
      fc.property(id, (name) => {
        const own = new Map([...fromTemplate(template, name)].filter(isJson))
        const { problems, rules } = checkFolder({ own, shared })
        expect(problems).toEqual([])
        expect(rules?.family).toMatchObject({ id: name, title: titleOf(name) })
      }),
      { numRuns: 30 },
    )
  })

  test('holds neither the id nor the title of the template', () => {
    const texts = [...fromTemplate(template, 'library-report').values()].join('\n')
    expect(texts).not.toMatch(/my.report/iu)
    expect(texts).toContain('Library report')
  })
})

test.each([
  ['library-report', 'Library report'],
  ['a', 'A'],
  ['bericht-2030', 'Bericht 2030'],
])('the title of %s is %s', (id, title) => expect(titleOf(id)).toBe(title))

test.each(['library-report', 'a', '2030', 'bericht-2030'])('%s is an id', (name) => expect(isFamilyId(name)).toBe(true))

test.each(['', 'Library', 'my_report', 'my report', '-a', 'a-', 'a--b', 'bäder', '../a', 'a/b', '.'])(
  '%j is no id',
  (name) => expect(isFamilyId(name)).toBe(false),
)
