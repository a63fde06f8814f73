// Decides what is asked of cases; none is ever removed (G06).
import { openCollection } from './collection'
import type { CaseDoc } from './documents'

export const cases = openCollection<CaseDoc>('cases')
