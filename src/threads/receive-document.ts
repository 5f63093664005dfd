import type { MessagePort } from 'node:worker_threads'
import type { CachedPages } from '../cache/cached-pages.ts'
import { type CacheEntry, PageKeeper } from '../cache/page-cache.ts'
import { assembleDocument } from '../pdf/assemble-document.ts'
import { type PageParcel, unpackPages } from '../pdf/page-parcel.ts'
import type { ReadShare } from '../pdf/read-pdf.ts'
import type { SourceDocument, SourcePage } from '../source/source-document.ts'

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
 * Takes a document while it is read.
 *
 * @throws Error where it does not arrive; whoever reads it says why
 */
export function receiveDocument({ pages: ports, end, keep }: Delivery): Promise<SourceDocument> {
  return new Promise((resolve, reject) => {
    const pages: SourcePage[] = []
    const keeper = keep === null ? null : new PageKeeper(keep)
    let share: ReadShare | null = null
    const finish = (settle: () => void): void => {
      for (const port of [...ports, end]) port.removeAllListeners().close()
      settle()
    }
    const finishIfWhole = (): void => {
      if (share === null || pages.length < share.total) return
      const { frame } = share
      keeper?.end(share)
      finish(() => resolve(assembleDocument(frame, pages)))
    }
    for (const port of ports) {
      port.on('message', (parcel: PageParcel) => {
        pages.push(...unpackPages(parcel))
        keeper?.parcel(parcel)
        finishIfWhole()
      })
    }
    end.on('message', (arrived: ReadShare | null) => {
      share = arrived
      finishIfWhole()
      if (arrived !== null) return
      keeper?.drop()
      finish(() => reject(new Error('the document did not arrive')))
    })
  })
}

/** A document that was kept by an earlier run. */
export function unpackDocument({ parcels, share }: CachedPages): SourceDocument {
  const pages: SourcePage[] = []
  for (let parcel = parcels.shift(); parcel !== undefined; parcel = parcels.shift()) pages.push(...unpackPages(parcel))
  return assembleDocument(share.frame, pages)
}
