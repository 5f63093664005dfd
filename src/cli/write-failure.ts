import { LOCK_FILE } from './folder-lock.ts'
import { EXIT } from './exit-code.ts'
import { Failure } from './failure.ts'

const ADVICE: Readonly<Record<string, readonly [why: string, hint: string]>> = {
  ENOSPC: ['The disk is full.', 'Make room, or name a folder on another disk with --out.'],
  EDQUOT: ['The disk quota is used up.', 'Make room, or name a folder on another disk with --out.'],
  EACCES: ['The folder must not be written to.', 'Change its permissions, or name another folder with --out.'],
  EPERM: [
    'The folder or file must not be changed.',
    'Close programs that show the file, or name another folder with --out.',
  ],
  EBUSY: ['Another program uses the file.', 'Close that program and start again.'],
  EROFS: ['The disk is read-only.', 'Name a folder on another disk with --out.'],
  ENOTDIR: ['A file stands where a folder is needed.', 'Move that file, or name another folder with --out.'],
  EEXIST: ['A file stands where a folder is needed.', 'Move that file, or name another folder with --out.'],
  EISDIR: ['A folder stands where a file is needed.', 'Move that folder, or name another one with --out.'],
  ENODEV: ['A device or a pipe stands where a file is needed.', 'Name a file, or direct the output there with >.'],
  EFBIG: ['The system allows no file that large.', 'Raise the limit, or name a folder on another disk with --out.'],
  ELOOP: ['A symbolic link stands where a folder is needed.', 'Remove the link, or name another folder with --out.'],
  ELOCKED: [
    'Another run of the program writes there and does not end.',
    `Wait for it, or remove the file ${LOCK_FILE} in the folder if no other run is left.`,
  ],
  ENOTEMPTY: ['The folder is not empty.', 'Empty it, or name a new folder with --out.'],
  ENAMETOOLONG: ['The path is too long for this system.', 'Name a folder with a shorter path with --out.'],
}

/**
 * Says why something could not be written.
 *
 * @param target the file or folder, as it is to be named to the person
 * @param ownHint what to do, where the target is not below the output folder
 */
export function writeFailure(target: string, error: unknown, ownHint?: string): Failure {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  const message = error instanceof Error ? error.message : String(error)
  const [why, hint] = ADVICE[code] ?? [message, 'Name another folder with --out.']
  return new Failure(
    { exitCode: EXIT.output, what: `${target} cannot be written`, why: [why], hint: ownHint ?? hint },
    { cause: error },
  )
}
