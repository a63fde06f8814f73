// Decides what a toy's document is.
import { openCollection } from '../../../../../cloudfunctions/common/store/collection'
import type { Trailed } from '../../../../../cloudfunctions/common/store/documents'

export interface ToyDoc extends Trailed {
  _id: string
  schoolId: string
  classId: string
  childId: string
  says: string
  by: string
}

export const toys = openCollection<ToyDoc>('toys')
