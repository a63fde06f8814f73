// Decides how the purges are reached.
import { openCollection } from '../../common/store/collection'
import type { PurgeDoc } from './documents'

export const purges = openCollection<PurgeDoc>('purges')
