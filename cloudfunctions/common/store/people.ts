// Decides what is asked of people and changed in them: a projection of children, classes and schools.
import { openCollection } from './collection'
import type { PersonDoc } from './documents'

export const people = openCollection<PersonDoc>('people')
