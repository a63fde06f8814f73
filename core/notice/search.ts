// Decides how a notice is found by words: a stretch of its folded text, whatever case and width are typed (N12).

/** What of a notice can be looked for, folded as the words are. Apart, because not everybody reads both. */
export interface SearchText {
  /** Title and sender: whoever sees the row reads them. */
  line: string
  /** The body: not for families once it is withdrawn. */
  body: string
}

/** One spelling for all: full-width and half-width, capitals and small letters, any blanks. */
export function foldForSearch(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim()
}

export function searchTextOf({ title, sender, body }: { title: string; sender: string; body: string }): SearchText {
  return { line: foldForSearch(`${title} ${sender}`), body: foldForSearch(body) }
}
