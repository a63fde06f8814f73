// Decides what is asked of timetables; a class without one has no document.
import { openCollection } from '../../common/store/collection'
import type { TimetableDoc } from './documents'

export const timetables = openCollection<TimetableDoc>('timetables')
