import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import process from 'node:process'
import { rolldown } from 'rolldown'

/*
 * node bundle.js [BUILD]
 *
 * Makes one file of each thread and of all it loads, and few of the command line: hundreds of files take longer to start
 * than a short report to read. Each is bundled in its place, and its chunks stand beside it, so that what it finds by its
 * own address stays where it was. Writes the licenses of the packages that become part of them.
 */

const build = process.argv[2] ?? 'dist'
const ENTRIES = [
  ['threads', 'interpreter-thread'],
  ['pdf', 'reader-thread'],
  ['cli', 'bin'],
]

/** Hyphenation patterns are nothing but data, which V8 reads several times as fast as JSON. */
const dataAsJson = {
  name: 'data-as-json',
  load: {
    filter: { id: /[/\\]hyphen[/\\]patterns[/\\]/u },
    handler(id) {
      const json = JSON.stringify(createRequire(id)(id))
      return `export default JSON.parse(${JSON.stringify(json)})`
    },
  },
}

const packages = new Set()
for (const [folder, name] of ENTRIES) {
  for (const id of await bundle(join(build, folder), name)) {
    const [found] = /^.*[/\\]node_modules[/\\](?:@[^/\\]+[/\\])?[^./\\][^/\\]*/u.exec(id) ?? []
    if (found !== undefined) packages.add(found)
  }
}
writeFileSync(join(build, 'LICENSES.txt'), [...packages].sort().map(licenseOf).join('\n'))

/** @returns the paths of the files that became part of it */
async function bundle(dir, name) {
  const bundler = await rolldown({
    input: { [name]: join(dir, `${name}.js`) },
    platform: 'node',
    external: ['pdfjs-dist', '@napi-rs/canvas', /\.node$/u],
    // `load-later` loads for others what a thread loads anyway.
    checks: { ineffectiveDynamicImport: false },
    plugins: [dataAsJson],
  })
  const { output } = await bundler.write({ dir, format: 'esm', chunkFileNames: `${name}.[name].js`, comments: false })
  await bundler.close()
  return output.flatMap(({ moduleIds = [] }) => moduleIds)
}

function licenseOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/iu.test(entry))
  const text = file === undefined ? `${license}\n` : readFileSync(join(folder, file), 'utf8')
  return `${name} ${version}\n\n${text}\n${'-'.repeat(80)}\n`
}
