// Decides what is asked of leaves and changed in them.
import { openCollection } from '../../common/store/collection'
import type { LeaveDoc } from './documents'

export const leaves = openCollection<LeaveDoc>('leaves')
