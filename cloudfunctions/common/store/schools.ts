// Decides what is asked of schools and changed in them.
import { openCollection } from './collection'
import type { SchoolDoc } from './documents'

export const schools = openCollection<SchoolDoc>('schools')
