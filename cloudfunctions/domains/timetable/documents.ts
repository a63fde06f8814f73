// Decides the shape of a timetable's document: one a class, under the class's id (E23).
import type { CheckedWords, Instant } from '@class-pact/core/contract'
import type { Period } from '@class-pact/core/timetable'
import type { Trailed } from '../../common/store/documents'

export interface TimetableDoc extends Trailed {
  /** The class. */
  _id: string
  schoolId: string
  /** Counts the changes, so that two who change it at once notice one another. */
  version: number
  periods: Period[]
  /** By weekday from Monday on: the subject of each lesson, '' where there is none. */
  days: (CheckedWords | '')[][]
  /** Decides for which school year it holds. */
  savedAt: Instant
}
