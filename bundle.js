import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { pathToFileURL, URL } from 'node:url'
import { rolldown } from 'rolldown'

/*
 * node bundle.js [BUILD]
 *
 * Makes one script of each thread and of the command line, with all they load: hundreds of files take longer to start than
 * a short report to read. Each stands in its place, so that what it finds by its own address stays where it was. Writes
 * the licenses of the packages that become part of them.
 */

const build = process.argv[2] ?? 'dist'
const ENTRIES = [
  ['threads', 'interpreter-thread'],
  ['pdf', 'reader-thread'],
  ['cli', 'bin'],
]
const HASHBANG = /^#!.*\n/u
const BEYOND = /[^\0-\x7f]/u

/** To pack the hyphenation patterns takes longer than anything else that is made when a thread starts. */
const packedPatterns = {
  name: 'packed-patterns',
  load: {
    filter: { id: /[/\\]german-patterns\.js$/u },
    async handler(id) {
      const { GERMAN_PATTERNS } = await import(pathToFileURL(id))
      const { patternsToText } = await import(new URL('packed-patterns.js', pathToFileURL(id)))
      keepLicenses([createRequire(id).resolve('hyphen/patterns/de-1996.js')])
      const text = JSON.stringify(patternsToText(GERMAN_PATTERNS))
      return `import { patternsOfText } from './packed-patterns.js'
        export const GERMAN_PATTERNS = patternsOfText(${text})`
    },
  },
}

const packages = new Set()
for (const [folder, name] of ENTRIES) keepLicenses(await bundle(join(build, folder), name))
writeFileSync(join(build, 'LICENSES.txt'), [...packages].sort().map(licenseOf).join('\n'))

/**
 * Puts a script in the place of a file, and a file that runs it.
 *
 * @returns the paths of the files that became part of it
 */
async function bundle(dir, name) {
  const bundler = await rolldown({
    input: { [name]: join(dir, `${name}.js`) },
    platform: 'node',
    external: ['@napi-rs/canvas', /\.node$/u],
    // `load-later` loads for others what a thread loads anyway.
    checks: { ineffectiveDynamicImport: false },
    plugins: [packedPatterns],
  })
  const options = { format: 'cjs', codeSplitting: false, comments: false, minify: 'dce-only' }
  const { output } = await bundler.generate(options)
  await bundler.close()
  const [{ code, moduleIds }] = output
  const script = inAscii(code.replace(HASHBANG, ''))
  const digest = createHash('sha256').update(script).digest('hex')
  for (const file of readdirSync(dir).filter((file) => file.endsWith('.code'))) rmSync(join(dir, file))
  writeFileSync(join(dir, `${name}.cjs`), `${script}\n//${digest}`)
  const [hashbang = ''] = HASHBANG.exec(code) ?? []
  const runner = `import { runScript } from '../threads/run-script.js'\n\nrunScript(new URL('${name}.cjs', import.meta.url))\n`
  writeFileSync(join(dir, `${name}.js`), hashbang + runner)
  return moduleIds
}

/** Code without characters beyond ASCII: V8 reads it faster, and keeps it in half the memory. */
function inAscii(code) {
  const raw = code.split('String.raw`').slice(1)
  const inRaw = raw.some((text) => BEYOND.test(text.slice(0, text.indexOf('`'))))
  if (inRaw || /\\[^\0-\x7f]/u.test(code)) throw new Error('a character beyond ASCII cannot be escaped here')
  return code.replaceAll(new RegExp(BEYOND, 'gu'), (character) => character.split('').map(escapeUnit).join(''))
}

function escapeUnit(unit) {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function keepLicenses(ids) {
  for (const id of ids) {
    const [found] = /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^./\\][^/\\]*/u.exec(id) ?? []
    if (found !== undefined) packages.add(found)
  }
}

function licenseOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/iu.test(entry))
  const text = file === undefined ? `${license}\n` : readFileSync(join(folder, file), 'utf8')
  return `${name} ${version}\n\n${text}\n${'-'.repeat(80)}\n`
}
