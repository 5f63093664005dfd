/** What one or more documents print whole, with no line end inside: the ground that broken words are judged on. */
export interface DocumentWords {
  /** How often each word stands. */
  readonly words: ReadonlyMap<string, number>
  /** Web and e-mail addresses. */
  readonly addresses: ReadonlySet<string>
  /** The parts of addresses between dots, slashes and `@`. */
  readonly labels: ReadonlySet<string>
  /** Telephone numbers. */
  readonly phones: ReadonlySet<string>
}

/** The words of all documents of a run, whatever their order. */
export function mergeWords(documents: readonly DocumentWords[]): DocumentWords {
  const words = new Map<string, number>()
  for (const document of documents)
    for (const [word, count] of document.words) words.set(word, (words.get(word) ?? 0) + count)
  const sorted = (pick: (document: DocumentWords) => ReadonlySet<string>) =>
    new Set([...new Set(documents.flatMap((document) => [...pick(document)]))].sort())
  return {
    words,
    addresses: sorted(({ addresses }) => addresses),
    labels: sorted(({ labels }) => labels),
    phones: sorted(({ phones }) => phones),
  }
}
