import { createHash, randomBytes } from 'node:crypto'
import { closeSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { readdir, readFile, rm, stat, utimes } from 'node:fs/promises'
import { join } from 'node:path'
import process from 'node:process'
import { MIB } from '../limits/limits.ts'
import type { ReadShare } from '../pdf/read-pdf.ts'
import { type CachedPages, CachedPagesWriter, readCachedPages } from './cached-pages.ts'
import { readerVersion } from './reader-version.ts'

/** What all files of a cache may take together, in bytes; those that were not used for longest go. */
const LARGEST = 256 * MIB
/** Milliseconds after which what a run has begun to write counts as left behind. */
const LEFT_BEHIND = 3_600_000

const KEPT = '.pages'
const BEGUN = '.begun'

/** Where a document is kept, or will be. */
export interface CacheEntry {
  readonly folder: string
  readonly key: string
}

/** What a PDF is kept under: by its bytes, by what reads it, and by how. */
export async function cacheEntry(
  folder: string,
  bytes: Uint8Array,
  options: { readonly ignoreRestrictions: boolean },
): Promise<CacheEntry> {
  const hash = createHash('sha256').update(JSON.stringify([await readerVersion(), options]))
  return { folder, key: hash.update(bytes).digest('hex') }
}

/** A document as it was read before; null where it was not, or where what was kept is damaged. */
export async function findPages({ folder, key }: CacheEntry): Promise<CachedPages | null> {
  const path = join(folder, `${key}${KEPT}`)
  try {
    const found = readCachedPages(ownBytes(await readFile(path)))
    if (found === null) await rm(path, { force: true })
    else await utimes(path, now() / 1000, now() / 1000).catch(() => undefined)
    return found
  } catch {
    return null
  }
}

/** Memory that nothing else stands in, so that it can go to another thread without a copy. */
function ownBytes(read: Buffer<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  return read.byteLength === read.buffer.byteLength ? new Uint8Array(read.buffer) : new Uint8Array(read)
}

/**
 * Keeps the pages of a document as they are read, under a name of its own until all are there: a run that ends before,
 * or another that reads the same document, does no harm. A cache that cannot be written is one that keeps nothing.
 */
export class PageKeeper {
  readonly #entry: CacheEntry
  readonly #path: string
  readonly #writer = new CachedPagesWriter()
  #file: number | null = null

  constructor(entry: CacheEntry) {
    this.#entry = entry
    const mark = `${String(process.pid)}-${randomBytes(6).toString('hex')}`
    this.#path = join(entry.folder, `${entry.key}.${mark}${BEGUN}`)
    this.#attempt(() => {
      mkdirSync(entry.folder, { recursive: true, mode: 0o700 })
      this.#file = openSync(this.#path, 'wx', 0o600)
    })
  }

  parcel(parcel: Uint8Array): void {
    this.#write(this.#writer.parcel(parcel))
  }

  /** Keeps the document if there was nothing to remark of it: why something is missing may lie in this run. */
  end(share: ReadShare): void {
    if (share.frame.notices.length > 0) {
      this.drop()
      return
    }
    this.#write(this.#writer.end(share))
    this.#attempt((file) => {
      closeSync(file)
      renameSync(this.#path, join(this.#entry.folder, `${this.#entry.key}${KEPT}`))
    })
    this.#file = null
  }

  drop(): void {
    const file = this.#file
    this.#file = null
    try {
      if (file !== null) closeSync(file)
      rmSync(this.#path, { force: true })
    } catch {
      // Later runs clear it away.
    }
  }

  #write(parts: readonly Uint8Array[]): void {
    for (const part of parts) this.#attempt((file) => writeWhole(file, part))
  }

  #attempt(step: (file: number) => void): void {
    try {
      step(this.#file ?? -1)
    } catch {
      this.drop()
    }
  }
}

function writeWhole(file: number, bytes: Uint8Array): void {
  for (let at = 0; at < bytes.byteLength;) at += writeSync(file, bytes, at)
}

/** Takes away what was not used for longest, until the rest is small enough, and what earlier runs have left behind. */
export async function trimCache(folder: string, largest: number = LARGEST): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  const files = await Promise.all(names.map((name) => fileAt(join(folder, name))))
  const found = files.filter((file) => file !== null)
  const left = found.filter(({ path, used }) => path.endsWith(BEGUN) && now() - used > LEFT_BEHIND)
  let size = 0
  const old = found
    .filter(({ path }) => path.endsWith(KEPT))
    .sort((one, other) => other.used - one.used)
    .filter((file) => (size += file.size) > largest)
  await Promise.all([...left, ...old].map(({ path }) => rm(path, { force: true }).catch(() => undefined)))
}

/** Milliseconds since 1970, as the dates of files count. */
function now(): number {
  return performance.timeOrigin + performance.now()
}

async function fileAt(path: string): Promise<{ path: string; size: number; used: number } | null> {
  const entry = await stat(path).catch(() => null)
  return entry === null ? null : { path, size: entry.size, used: entry.mtimeMs }
}
