import { cpuUsage } from 'node:process'

export interface Contender {
  readonly name: string
  readonly run: () => unknown
}

/** Medians over the rounds. */
export interface Measurement {
  readonly name: string
  readonly wallMs: number
  /** All threads of the process. */
  readonly cpuMs: number
  readonly rounds: readonly number[]
}

/** Runs the contenders in turns, after one round that does not count, so that noise hits all alike. */
export async function measure(contenders: readonly Contender[], rounds: number): Promise<readonly Measurement[]> {
  const wall = contenders.map((): number[] => [])
  const cpu = contenders.map((): number[] => [])
  for (let round = -1; round < rounds; round += 1) {
    for (const [index, { run }] of contenders.entries()) {
      const startCpu = cpuUsage()
      const start = performance.now()
      await run()
      const wallMs = performance.now() - start
      const { user, system } = cpuUsage(startCpu)
      if (round < 0) continue
      wall[index]?.push(wallMs)
      cpu[index]?.push((user + system) / 1000)
    }
  }
  return contenders.map(({ name }, index) => {
    const times = wall[index] ?? []
    return { name, wallMs: median(times), cpuMs: median(cpu[index] ?? []), rounds: times.map(Math.round) }
  })
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = sorted.length >> 1
  const [low = Number.NaN, high = Number.NaN] = [sorted[middle - 1 + (sorted.length % 2)], sorted[middle]]
  return (low + high) / 2
}
