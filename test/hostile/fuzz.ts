import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { EXIT_CODE_HELP, EXIT } from '../../src/cli/exit-code.ts'
import { runProgram } from '../cli/run-program.ts'
import { rawPdf, linkTo } from '../pdf/raw-pdf.ts'
import { damaged } from './damage.ts'
import { writeFiles } from './write-files.ts'

const edition = new URL('../../fixtures/editions/musterstaedte-2026/source.pdf', import.meta.url)

/** What is damaged: a whole edition, and a small file in which nearly every byte counts. */
async function sources(): Promise<readonly Uint8Array[]> {
  const page = { content: 'BT /F1 10 Tf 20 20 Td (Altenrode am See) Tj 0 20 Td (Auental) Tj ET 0 0 m 9 0 l S' }
  const small = rawPdf({
    pages: [page, { ...page, annotations: [linkTo('https://www.altenrode.example/', '9 9 19 19')] }, page],
    objects: ['<< /First 11 0 R /Last 11 0 R >>', '<< /Title (Teil) /Parent 10 0 R /Dest [100 0 R /Fit] >>'],
    catalogue: '/Outlines 10 0 R',
  })
  return [small, small, small, await readFile(edition)]
}

/**
 * Damages files and has the built program read them in one run.
 *
 * @returns what is wrong with what it did; empty where each file was read or refused as documented
 */
export async function fuzz(folder: string, runs: number, seed: number): Promise<readonly string[]> {
  const files = damaged(await sources(), runs, seed)
  const names = files.map((_, index) => `copy-${String(index).padStart(3, '0')}.pdf`)
  await writeFiles(folder, new Map(files.map((bytes, index) => [names[index] ?? '', bytes])))
  const args = ['extract', ...names, '--out', 'out', '--timeout', '10', '--max-memory', '500']
  const { code, stdout, stderr } = await runProgram(args, folder)
  const wrong: string[] = []
  if (!EXIT_CODE_HELP.some(([known]) => known === code) || code === EXIT.fault) wrong.push(`exit code ${String(code)}`)
  if (stdout !== '') wrong.push('something stands in standard output')
  if (/[^\P{Cc}\n]/u.test(stderr)) wrong.push('a control character was printed')
  for (const name of names) {
    const stem = name.replace('.pdf', '')
    const isRefused = stderr.includes(`error: ${name} cannot be read\n`)
    const isRead = stderr.includes(`${name} → `)
    if (isRefused === isRead) wrong.push(`${name} is neither read nor refused, or both`)
    const there = (await readdir(join(folder, 'out', stem)).catch(() => [])).sort().join(' ')
    if (there !== (isRead ? 'report.json report.provenance.json' : '')) wrong.push(`${name} leaves "${there}"`)
  }
  return wrong.length === 0 ? [] : [...wrong, /^error: .*made a mistake.*(?:\n {2}.*)*/mu.exec(stderr)?.[0] ?? '']
}
