/** A page of a hand-made PDF. */
export interface RawPage {
  /** The content stream, as text. The font `/F1` is Helvetica, `/F2` Helvetica-Bold. */
  readonly content: string
  /** `0 0 400 300` unless given. */
  readonly mediaBox?: string
  readonly cropBox?: string
  readonly rotate?: number
  /** Fonts beside those two. */
  readonly fonts?: string
  /** Entries of the resource dictionary beside the fonts. */
  readonly resources?: string
  /** Annotation dictionaries, without their brackets. */
  readonly annotations?: readonly string[]
  /** Further entries of the page dictionary. */
  readonly entries?: string
}

export interface RawDocument {
  readonly pages: readonly RawPage[]
  /** Further objects; they get the numbers 10, 11, … */
  readonly objects?: readonly string[]
  readonly title?: string
  /** Further entries of the catalogue. */
  readonly catalogue?: string
  /** Further entries of the trailer. */
  readonly trailer?: string
}

const FIRST_EXTRA = 10
const FIRST_PAGE = 100

/** A stream object. */
export function stream(dictionary: string, data: string): string {
  return `<< ${dictionary} /Length ${data.length} >>\nstream\n${data}\nendstream`
}

/** A Helvetica whose codes mean other characters: `[['41', '00AD']]` makes `A` a soft hyphen. Takes two objects. */
export function fontWithMeanings(meanings: readonly (readonly [code: string, utf16: string])[]): readonly string[] {
  const pairs = meanings.map(([code, utf16]) => `<${code}> <${utf16}>`).join('\n')
  const map = `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def
1 begincodespacerange <00> <FF> endcodespacerange
${meanings.length} beginbfchar\n${pairs}\nendbfchar endcmap end end`
  return [
    `<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding /ToUnicode ${FIRST_EXTRA + 1} 0 R >>`,
    stream('', map),
  ]
}

/** Link annotation to an address. */
export function linkTo(uri: string, rectangle: string, entries = ''): string {
  return `/Type /Annot /Subtype /Link /Rect [${rectangle}] /Border [0 0 0] /A << /S /URI /URI (${uri}) >> ${entries}`
}

/** Bytes of a PDF with these pages. Characters beyond Latin-1 do not fit. */
export function rawPdf({ pages, objects = [], title, catalogue = '', trailer = '' }: RawDocument): Uint8Array {
  const kids = pages.map((_, index) => `${FIRST_PAGE + 2 * index} 0 R`)
  const numbered = new Map<number, string>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalogue} >>`],
    [2, `<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${pages.length} >>`],
    [3, font('Helvetica')],
    [4, font('Helvetica-Bold')],
    [5, `<< ${title === undefined ? '' : `/Title (${title})`} >>`],
    ...objects.map((object, index): [number, string] => [FIRST_EXTRA + index, object]),
    ...pages.flatMap((page, index) => pageObjects(page, FIRST_PAGE + 2 * index)),
  ])
  return serialise(numbered, trailer)
}

function font(name: string): string {
  return `<< /Type /Font /Subtype /Type1 /BaseFont /${name} /Encoding /WinAnsiEncoding >>`
}

function pageObjects(page: RawPage, number: number): readonly [number, string][] {
  const {
    content,
    mediaBox = '0 0 400 300',
    cropBox,
    rotate = 0,
    resources = '',
    fonts = '',
    annotations = [],
    entries = '',
  } = page
  const crop = cropBox === undefined ? '' : `/CropBox [${cropBox}]`
  const links = annotations.map((annotation) => `<< ${annotation} >>`).join(' ')
  return [
    [
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [${mediaBox}] ${crop} /Rotate ${rotate} /Contents ${number + 1} 0 R
/Resources << /Font << /F1 3 0 R /F2 4 0 R ${fonts} >> ${resources} >> /Annots [${links}] ${entries} >>`,
    ],
    [number + 1, stream('', content)],
  ]
}

function serialise(objects: ReadonlyMap<number, string>, entries: string): Uint8Array {
  const offsets = new Map<number, number>()
  let file = '%PDF-1.7\n'
  for (const [number, object] of objects) {
    offsets.set(number, file.length)
    file += `${number} 0 obj\n${object}\nendobj\n`
  }
  const size = Math.max(...objects.keys()) + 1
  const places = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number)
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R /Info 5 0 R ${entries} >>\nstartxref\n${file.length}\n%%EOF\n`
  return new Uint8Array(Buffer.from(`${file}xref\n0 ${size}\n${places.join('')}${trailer}`, 'latin1'))
}
