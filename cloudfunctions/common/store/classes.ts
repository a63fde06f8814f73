// Decides what is asked of classes and changed in them.
import { openCollection } from './collection'
import type { ClassDoc } from './documents'

export const classes = openCollection<ClassDoc>('classes')
