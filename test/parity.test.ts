import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { SEVERITIES } from '../src/diagnostics/severities.ts'
import { rules } from './layout/typed-page.ts'
import { partWordings } from '../src/outline/split-parts.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const readmes = [
  'README.md',
  'CONTRIBUTING.md',
  'CHANGELOG.md',
  ...filesBelow('src'),
  ...filesBelow('rules'),
  ...filesBelow('fixtures'),
].filter((path) => path.endsWith('.md'))
const sources = filesBelow('src')
  .filter((path) => path.endsWith('.ts'))
  .map((path) => [path, read(path)] as const)
const architecture = read('src/README.md')

describe('the readmes', () => {
  test.each(readmes)('%s links to files that there are', (path) => {
    const links = [...read(path).matchAll(/\]\((?<to>[^)#\s]+)/gu)].map(({ groups }) => groups?.['to'] ?? '')
    const dead = links.filter((to) => !to.includes('://') && !existsSync(join(root, dirname(path), to)))
    expect(dead).toEqual([])
  })

  test('src/README.md has a heading for each folder, and no other', () => {
    const headings = [...architecture.matchAll(/^### \[(?<folder>[a-z]+)\/\]\((?<to>[a-z]+)\)$/gmu)].map(
      ({ groups }) => groups,
    )
    expect(headings.every((groups) => groups?.['folder'] === groups?.['to'])).toBe(true)
    const folders = readdirSync(join(root, 'src'), { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(headings.map((groups) => groups?.['to']).sort()).toEqual(folders.map(({ name }) => name).sort())
  })

  test('the boxes of its diagram are files', () => {
    const [diagram = ''] = /```text\n[^`]+```/u.exec(architecture) ?? []
    const boxes = diagram.split(/[\s,]+/u).filter((word) => /^[a-z]+\/[a-z-]+\.ts$/u.test(word))
    expect(boxes.filter((path) => !existsSync(join(root, 'src', path)))).toEqual([])
    expect(boxes.length).toBeGreaterThan(0)
  })

  test('the pipeline calls the stages of the diagram', () => {
    const pipeline = read('src/pipeline.ts')
    for (const stage of [
      'buildLines',
      'stripFurniture',
      'splitOutline',
      'readFields',
      'readEntities',
      'assembleEntities',
      'openLedger',
    ]) {
      expect(pipeline).toContain(`${stage}(`)
      expect(architecture).toContain(fileOf(stage, pipeline))
    }
  })
})

describe('src holds no word of a report', () => {
  /** Wordings that are English words or types of programming as well; these are looked for as texts only. */
  const ENGLISH = ['Name', 'Organisation']
  const { sections } = rules.outline
  const wordings = sections.flatMap((section) => [...section.wordings, ...section.parts.flatMap(partWordings)])
  const found = (pattern: RegExp) => sources.filter(([, text]) => pattern.test(text)).map(([path]) => path)

  test.each([...new Set(wordings)].filter((wording) => !ENGLISH.includes(wording)))('%s', (wording) => {
    expect(found(wholeWord(wording, 'iu'))).toEqual([])
  })

  test.each(ENGLISH)('%s as a text', (wording) => {
    expect(wordings).toContain(wording)
    expect(found(new RegExp(`['"\`]${wording}['"\`]`, 'u'))).toEqual([])
    expect(found(wholeWord(wording, 'iu'))).not.toEqual([])
  })

  test('nor the title of the family', () => {
    expect(found(wholeWord(rules.family.title, 'iu'))).toEqual([])
  })
})

describe('nothing is written down and never used', () => {
  const stages = sources
    .filter(([path]) => !path.startsWith('src/diagnostics/') && !path.startsWith('src/rules/'))
    .map(([, text]) => text)

  test.each(Object.keys(SEVERITIES))('some stage gives the diagnostic %s', (code) => {
    expect(stages.some((text) => text.includes(`'${code}'`))).toBe(true)
  })

  test.each(Object.keys(rules.settings))('some stage asks for the threshold %s', (name) => {
    expect(stages.some((text) => wholeWord(name, 'u').test(text))).toBe(true)
  })

  test.each(readdirSync(join(root, 'test/corpus')).filter((name) => name.endsWith('.txt')))(
    'some test reads %s',
    (name) => {
      const tests = filesBelow('test').filter((path) => path.endsWith('.test.ts'))
      expect(tests.some((path) => read(path).includes(`readCorpus('${name}')`))).toBe(true)
    },
  )
})

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Paths of all files below a folder, from the root of the project. */
function filesBelow(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}

/** A wording as words of its own; the first part of an invented e-mail address is none. */
function wholeWord(text: string, flags: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${text.replaceAll(/[|.()/]/gu, String.raw`\$&`)}(?![\\p{L}\\p{N}@])`, flags)
}

/** Path below `src` of the file that a function is imported from. */
function fileOf(name: string, importer: string): string {
  const line = importer.split('\n').find((text) => text.startsWith('import') && text.includes(name))
  return /'\.\/(?<path>[^']+)'/u.exec(line ?? '')?.groups?.['path'] ?? name
}
