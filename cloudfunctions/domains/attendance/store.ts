// Decides how warnings are kept, and how far the clock has looked.
import { openCollection } from '../../common/store/collection'
import type { DropoutDoc, WarningDoc, WatchDoc } from './documents'

export const warnings = openCollection<WarningDoc>('warnings')
export const dropouts = openCollection<DropoutDoc>('dropouts')
/** How far the look at rolls and leave has come. */
export const WATCH = 'watch'
export const watches = openCollection<WatchDoc>('warnings')
