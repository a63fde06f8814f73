// Decides what a part of a sentence between two commas is, while it is read.
import type { Hit } from './hits'

export interface Segment {
  start: number
  end: number
  hits: Hit[]
  punishes: boolean
}
