import { dirname, join, resolve } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { folderNames } from '../../src/cli/folder-names.ts'

fc.configureGlobal({ seed: 2_026 })

const cases: readonly (readonly [title: string, paths: readonly string[], names: readonly string[]])[] = [
  ['the file name without extension', ['/in/report.pdf'], ['report']],
  ['only the last extension goes', ['/in/report.v2.pdf'], ['report.v2']],
  ['the extension tells apart', ['/in/source.pdf', '/in/source.txt'], ['source-pdf', 'source-txt']],
  ['the folder tells apart', ['/in/2025/source.pdf', '/in/2026/source.pdf'], ['2025-source', '2026-source']],
  [
    'folder and extension tell apart, for all that share the name',
    ['/in/2025/source.pdf', '/in/2025/source.txt', '/in/2026/source.pdf', '/in/other.pdf'],
    ['2025-source-pdf', '2025-source-txt', '2026-source-pdf', 'other'],
  ],
  ['case alone does not tell apart', ['/in/Source.pdf', '/in/source.txt'], ['Source-pdf', 'source-txt']],
  ['a number, in the end', ['/x/a/s.pdf', '/y/a/s.pdf', '/z/a/s.pdf'], ['a-s-pdf-2', 'a-s-pdf-3', 'a-s-pdf-4']],
  ['a name that is another input’s own', ['/in/a/s.pdf', '/in/b/s.pdf', '/in/a-s.pdf'], ['a-s-pdf', 'b-s-pdf', 'a-s']],
  ['dots alone are no name', ['/in/..pdf'], ['input']],
  ['blanks and dots at the end go', ['/in/draft. .pdf'], ['draft']],
  ['what a system forbids', ['/in/a:b*c?.pdf'], ['a-b-c-']],
  ['a device of Windows', ['/in/con.pdf', '/in/lpt1.x.pdf'], ['_con', '_lpt1.x']],
  ['the schema’s file', ['/in/report.schema.json.pdf'], ['report.schema.json-pdf']],
  ['a letter with its accent apart is one letter', ['/in/u\u0308ber.pdf'], ['über']],
]

test.each(cases)('%s', (_, paths, names) => {
  expect(folderNames(paths)).toEqual(names)
})

const segment = fc
  .oneof(fc.constantFrom('a', 'A', 'source', '..', 'con', 'ä'.repeat(150)), fc.string({ unit: 'binary' }))
  .map((text) => text.replaceAll('/', '').replaceAll('\0', ''))
const path = fc
  .tuple(segment, segment, fc.constantFrom('.pdf', '.txt', '.PDF', ''))
  .map(([folder, name, kind]) => `/in/${folder}/${name}${kind}`)

test('names are distinct even without case, and lie directly in the output folder', () => {
  fc.assert(
    fc.property(fc.uniqueArray(path, { maxLength: 12 }), (paths) => {
      const names = folderNames(paths)
      expect(names).toHaveLength(paths.length)
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(paths.length)
      for (const name of names) {
        expect(dirname(resolve('/out', name))).toBe(resolve('/out'))
        expect(join('/out', name)).toBe(`${resolve('/out')}/${name}`.replaceAll('/', join('/')))
        expect(Buffer.byteLength(name)).toBeLessThan(255)
        expect(name).not.toMatch(/[\p{Cc}<>:"\\|?*]|[\s.]$/u)
      }
    }),
  )
})
