// Decides how warnings are kept, and how far the clock has looked.
import { openCollection } from '../../common/store/collection'
import type { WarningDoc, WatchDoc } from './documents'

export const warnings = openCollection<WarningDoc>('warnings')
/** How far the look at rolls and leave has come. */
export const WATCH = 'watch'
export const watches = openCollection<WatchDoc>('warnings')
