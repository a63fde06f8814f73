// Decides the two ways one text is looked at: as written, and as meant, with words no longer hidden.
import { undisguise } from './disguises'
import { fold, tighten } from './fold'
import type { View } from './view'

/** A text made comparable once, for all rules. */
export interface Text {
  readonly written: string
  /** Folded, punctuation kept: for links, numbers and addresses. */
  readonly plain: View
  /** Also without signs inserted into words, and with hidden words as they are meant: for words. */
  readonly tight: View
}

/** Folds a text. Total, so every string gives one. */
export function readText(written: string): Text {
  const plain = fold(written)
  return { written, plain, tight: undisguise(tighten(plain, written)) }
}
