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
 * Makes one file of each thread and of all it loads, and few of the command line: hundreds of files take longer to start
 * than a short report to read. Each is bundled in its place, and its chunks stand beside it, so that what it finds by its
 * own address stays where it was. Writes the licenses of the packages that become part of them.
 */

const build = process.argv[2] ?? 'dist'
const THREADS = [
  ['threads', 'interpreter-thread'],
  ['pdf', 'reader-thread'],
]

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
for (const [folder, name] of THREADS) keepLicenses(await bundleThread(join(build, folder), name))
keepLicenses(await bundleProgram(join(build, 'cli'), 'bin'))
writeFileSync(join(build, 'LICENSES.txt'), [...packages].sort().map(licenseOf).join('\n'))

/**
 * Puts a script in the place of a thread's file, and a file that runs it.
 *
 * @returns the paths of the files that became part of it
 */
async function bundleThread(dir, name) {
  const bundler = await open(dir, name)
  const { output } = await bundler.generate({
    format: 'cjs',
    codeSplitting: false,
    comments: false,
    minify: 'dce-only',
  })
  await bundler.close()
  const [{ code, moduleIds }] = output
  const script = inAscii(`(function (exports, require, module, __filename) {${code}\n})`)
  const digest = createHash('sha256').update(script).digest('hex')
  for (const file of readdirSync(dir).filter((file) => file.endsWith('.code'))) rmSync(join(dir, file))
  writeFileSync(join(dir, `${name}.script.js`), `${script}\n//${digest}`)
  writeFileSync(
    join(dir, `${name}.js`),
    `import { runScript } from '../threads/run-script.js'\n\nrunScript(new URL('${name}.script.js', import.meta.url))\n`,
  )
  return moduleIds
}

/** @returns the paths of the files that became part of it */
async function bundleProgram(dir, name) {
  const bundler = await open(dir, name)
  const { output } = await bundler.write({ dir, format: 'esm', chunkFileNames: `${name}.[name].js`, comments: false })
  await bundler.close()
  return output.flatMap(({ moduleIds = [] }) => moduleIds)
}

function open(dir, name) {
  return rolldown({
    input: { [name]: join(dir, `${name}.js`) },
    platform: 'node',
    external: ['@napi-rs/canvas', /\.node$/u],
    // `load-later` loads for others what a thread loads anyway.
    checks: { ineffectiveDynamicImport: false },
    plugins: [packedPatterns],
  })
}

/** Code without characters beyond ASCII: V8 reads it faster, and keeps it in half the memory. */
function inAscii(code) {
  if (/\\[^\0-\x7f]|String\.raw`[^`]*(?!`)[^\0-\x7f]/u.test(code))
    throw new Error('a character beyond ASCII cannot be escaped here')
  return code.replace(/[^\0-\x7f]/gu, (character) => character.split('').map(escapeUnit).join(''))
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
