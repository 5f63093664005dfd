import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

type Container = Record<string, unknown> | unknown[]

/** Carries out a JSON Patch operation (RFC 6902), `add` or `replace`, on a file of a folder. */
export async function applyEdit(
  folder: string,
  { file, op, path, value }: { file: string; op: string; path: string; value: unknown },
): Promise<void> {
  const json = JSON.parse(await readFile(join(folder, file), 'utf8')) as Container
  const steps = path
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
  const last = steps.pop() ?? ''
  const parent = steps.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], json)
  if (!Array.isArray(parent)) (parent as Record<string, unknown>)[last] = value
  else if (op === 'replace') parent[Number(last)] = value
  else parent.splice(last === '-' ? parent.length : Number(last), 0, value)
  await writeFile(join(folder, file), JSON.stringify(json, null, 2))
}
