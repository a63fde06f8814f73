// Decides which children a post could be speaking of, whatever class they are in.
import { findCalledNames, readText } from './text'
import { textsOf } from './subject'
import type { Post } from './types'

/** What could be full names in what others read of a post, also where a name is torn apart by signs or line ends. */
export function namesCalledIn(post: Post): string[] {
  const written = textsOf(post)
    .map(({ text }) => text)
    .join('\n')
  return findCalledNames(readText(written).tight.text.replace(/\s*\n\s*/g, ''))
}
