// Decides what is asked of reception days (H13).
import { instantOf } from '@class-pact/core/calendar'
import type { Day, Instant } from '@class-pact/core/contract'
import { openCollection } from '../../common/store/collection'
import type { Duty } from '../../common/store/documents'
import type { ReceptionDoc } from './documents'

export const receptions = openCollection<ReceptionDoc>('receptions')

export const slotOfDay = (classId: string, day: Day): string => `${classId}:${day}`
/** A field's name holds no colon that a query would mind: 0915. */
export const keyOfTime = (time: string): string => time.replace(':', '')
export const timeOfKey = (key: string): string => `${key.slice(0, 2)}:${key.slice(2)}`
export const beginOf = ({ day }: Pick<ReceptionDoc, 'day'>, time: string): Instant => instantOf(day, time)
export const tellNow = (at: Instant): Duty => ({ kind: 'tell', at, lease: 0, tries: 0 })
