// Decides what is asked of slips and changed in them.
import { openCollection } from '../../common/store/collection'
import type { SlipDoc } from './documents'

export const slips = openCollection<SlipDoc>('slips')
