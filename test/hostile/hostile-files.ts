import { EXTRA_FILES } from './extras.ts'
import type { HostileFile } from './hostile-file.ts'
import { STREAM_FILES } from './streams.ts'
import { STRUCTURE_FILES } from './structures.ts'
import { TEXT_FILES } from './texts.ts'

/** All files made to harm. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ...STREAM_FILES,
  ...STRUCTURE_FILES,
  ...EXTRA_FILES,
  ...TEXT_FILES,
]
