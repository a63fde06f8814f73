// Decides how rolled-up figures are kept.
import { openCollection } from '../../common/store/collection'
import type { RollUpDoc, StatisticsDoc } from './documents'

export const statistics = openCollection<StatisticsDoc>('statistics')

/** Id of the one document that says how far the roll-up has come. */
export const ROLL_UP = 'roll-up'
export const rollUps = openCollection<RollUpDoc>('statistics')
