import type { DrawnPages } from '../evidence/draw-pages.ts'
import type { EditionName } from '../review/review-data.ts'
import { PICTURE_FOLDERS } from '../review/sheet-panel.ts'
import { type FileContent, writeTogether } from './write-together.ts'

export const PAGE_FILE = 'index.html'

/** What pictures of pages are called. */
const PICTURE = /^\d+\.webp$/u

/**
 * Writes a page with the pictures that it shows. The page of an earlier run stays whole until this one is, and its
 * pictures go with it.
 *
 * @param out absolute
 * @throws Failure with the exit code `output`
 */
export async function writeReviewPage(
  out: string,
  page: string,
  pictures: Readonly<Partial<Record<EditionName, DrawnPages>>>,
): Promise<void> {
  const files = new Map<string, FileContent>([[PAGE_FILE, page]])
  for (const edition of ['old', 'new'] as const) {
    for (const { number, image } of pictures[edition]?.pages ?? []) {
      if (image !== null) files.set(`${PICTURE_FOLDERS[edition]}/${String(number)}.webp`, image)
    }
  }
  const owned = new Map(Object.values(PICTURE_FOLDERS).map((folder) => [folder, PICTURE]))
  await writeTogether({ root: out, folder: out, files, owned })
}
