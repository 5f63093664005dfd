import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fuzz } from './fuzz.ts'

/*
 * npm run fuzz -- [--runs N] [--seed N]
 *
 * Damages fixtures and reads them with the built program, fifty in one run, each fifty with a seed of its own. Where
 * something is wrong, its folder stays.
 */

const BATCH = 50

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
})
for (let done = 0; done < Number(values.runs); done += BATCH) {
  const seed = Number(values.seed) + done / BATCH
  const folder = await mkdtemp(join(tmpdir(), 'stadtprofile-fuzz-'))
  const wrong = await fuzz(folder, BATCH, seed)
  console.log(`seed ${String(seed)}: ${wrong.length === 0 ? 'nothing wrong' : `wrong, in ${folder}`}`)
  for (const line of wrong) console.log(`  ${line}`)
  if (wrong.length === 0) await rm(folder, { recursive: true })
  else process.exitCode = 1
}
