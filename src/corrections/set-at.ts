import { pointerPath } from '../rules/json-pointer.ts'

/** Puts a value in the place of the one that a JSON Pointer leads to. */
export function setAt(root: object, pointer: string, value: unknown): void {
  const steps = pointerPath(pointer) ?? []
  const last = steps.at(-1)
  const holder = steps.slice(0, -1).reduce<unknown>((inner, step) => Reflect.get(Object(inner) as object, step), root)
  if (last === undefined || typeof holder !== 'object' || holder === null)
    throw new RangeError(`nothing is at ${pointer}`)
  Reflect.set(holder, last, value)
}
