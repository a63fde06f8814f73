// Decides what is asked of promotions and changed in them.
import { openCollection } from '../../common/store/collection'
import type { YearDoc } from './documents'

export const years = openCollection<YearDoc>('years')

export const yearId = (schoolId: string, year: number): string => `${schoolId}:${year}`
