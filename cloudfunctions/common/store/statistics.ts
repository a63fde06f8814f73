// Decides how rolled-up figures are kept.
import { openCollection } from './collection'
import type { StatisticsDoc } from './documents'

export const statistics = openCollection<StatisticsDoc>('statistics')
