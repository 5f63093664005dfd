import type { MessagePort } from 'node:worker_threads'
import type { CachedPages } from '../cache/cached-pages.ts'
import { type CacheEntry, PageKeeper } from '../cache/page-cache.ts'
import { assembleDocument } from '../pdf/assemble-document.ts'
import { type PageMessage, type PageParcel, unpackPages } from '../pdf/page-parcel.ts'
import type { ReadShare } from '../pdf/read-pdf.ts'
import { EarlyLines } from '../layout/early-lines.ts'
import { hasInkedSoftHyphens } from '../pdf/show-soft-hyphens.ts'
import { type DocumentLines, toLines } from '../pipeline.ts'
import type { Settings } from '../rules/settings-rules.ts'

/** Where the parts of a document arrive that is still being read. */
export interface Delivery {
  /** Pages, from each reader, in any order. */
  readonly pages: readonly MessagePort[]
  /** The rest once all are read; null where that failed. */
  readonly end: MessagePort
  /** Where it is kept for later runs; null where it is not. */
  readonly keep: CacheEntry | null
}

/**
 * Makes lines of a document while it is read.
 *
 * @param onWait called with the first pages where there is time before the last ones come
 * @throws Error where it does not arrive, and whoever reads it says why; what making lines throws
 */
export function receiveLines(
  { pages: ports, end, keep }: Delivery,
  settings: Settings,
  onWait: (pages: PageParcel) => void,
): Promise<DocumentLines> {
  return new Promise((resolve, reject) => {
    const early = new EarlyLines(settings, hasInkedSoftHyphens)
    const keeper = keep === null ? null : new PageKeeper(keep)
    let share: ReadShare | null = null
    const finish = (settle: () => void): void => {
      for (const port of [...ports, end]) port.removeAllListeners().close()
      settle()
    }
    const finishIfWhole = (): void => {
      if (share === null || early.count < share.total) return
      const { frame } = share
      keeper?.end(share)
      const lines = finishLines(frame, early, settings)
      finish(() => resolve(lines))
    }
    // What a handler throws would end the thread.
    const attempt = (step: () => void): void => {
      try {
        step()
      } catch (error) {
        keeper?.drop()
        finish(() => reject(error instanceof Error ? error : new Error(String(error))))
      }
    }
    for (const port of ports) {
      port.on('message', ({ parcel, total }: PageMessage) =>
        attempt(() => {
          const isFirst = early.count === 0
          takePages(parcel, early)
          keeper?.parcel(parcel)
          if (isFirst && leavesTime(early.count, total)) onWait(parcel)
          finishIfWhole()
        }),
      )
    }
    end.on('message', (arrived: ReadShare | null) =>
      attempt(() => {
        if (arrived === null) throw new Error('the document did not arrive')
        share = arrived
        finishIfWhole()
      }),
    )
  })
}

/** Whether the pages that are still to come take longer to read than the first ones to interpret, and leave a processor idle. */
function leavesTime(first: number, total: number): boolean {
  return first * WORTH_WAITING <= total && total <= LONGEST
}

const WORTH_WAITING = 3

/** Pages from which on several readers take all processors, and the first pages of many teach little. */
const LONGEST = 300

/** Makes lines of a document that was kept by an earlier run. */
export function linesOfKept({ parcels, share }: CachedPages, settings: Settings): DocumentLines {
  const early = new EarlyLines(settings, hasInkedSoftHyphens)
  for (let parcel = parcels.shift(); parcel !== undefined; parcel = parcels.shift()) takePages(parcel, early)
  return finishLines(share.frame, early, settings)
}

function takePages(parcel: PageParcel, early: EarlyLines): void {
  for (const page of unpackPages(parcel)) early.take(page)
}

function finishLines(frame: ReadShare['frame'], early: EarlyLines, settings: Settings): DocumentLines {
  return toLines(assembleDocument(frame, early.pages()), settings, early)
}
