// Decides what is asked of rolls and changed in them.
import type { Day, Half } from '@class-pact/core/contract'
import { openCollection } from '../../common/store/collection'
import type { RollDoc } from './documents'

export const rolls = openCollection<RollDoc>('rolls')

export const rollId = (classId: string, day: Day, half: Half): string => `${classId}:${day}:${half}`
