/** Where a part of a section is looked for. */
export interface PartPlace {
  readonly entity: string
  readonly section: string
  readonly page: number | null
  readonly pointer: string
  /** Pages of the section, in words. */
  readonly where: string
}
