// Decides what is asked of children and changed in them; the authority on seats.
import { openCollection } from './collection'
import type { ChildDoc } from './documents'

export const children = openCollection<ChildDoc>('children')
