let count = 0
const waiting: (() => void)[] = []

/** Says that a thread is being loaded; to be called again, as often as may be, when it is no more. */
export function beginLoading(): () => void {
  let isOver = false
  count += 1
  return () => {
    if (isOver) return
    isOver = true
    count -= 1
    if (count === 0) for (const run of waiting.splice(0)) run()
  }
}

/** Runs something once the first threads have all been loaded; never where there are none. */
export function onceLoaded(run: () => void): void {
  waiting.push(run)
}
