// Decides what a part of a sentence between two commas is, while it is read.
import type { Hit } from './hits'

export interface Segment {
  start: number
  end: number
  hits: Hit[]
  punishes: boolean
}

/** What parts the phrases of a sentence. */
export const PHRASE_SIGN = /[,;]/g
