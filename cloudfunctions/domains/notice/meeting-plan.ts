// Decides that a parents' meeting is announced when its plan of this term is kept, where it must be (H03, H14).
import { addDays, beijingDay } from '@class-pact/core/calendar'
import type { Instant, SchoolCalendar } from '@class-pact/core/contract'
import { settingOn, slotOn } from '@class-pact/core/register'
import type { Stage } from '../../common/store/collection'
import { lookUpRegisters, readRegisters, type RegistersRow } from '../register'

/** Registers whose first part is the plan of a class's parents' meeting (S3 篇1 二.4, 篇3 三.3). */
const MEETINGS = ['parents-meeting', 'parents-meetings']
/** No term is longer: plans of earlier ones are not read. */
const TERM_DAYS_MOST = 200

export interface PlansRow extends RegistersRow {
  plans?: { classId?: string; slot: string }[]
}

/** What is missing: which register's sheet, of which class. */
export interface MissingPlan {
  register: string
  title: string
  classId: string
}

/** Brought along with the audience of a meeting's notice. */
export const lookUpPlans = (schoolId: string, classIds: readonly string[], now: Instant): Stage[] => [
  lookUpRegisters(schoolId),
  {
    $lookup: {
      from: 'entries',
      pipeline: [
        {
          $match: {
            ...{ classId: { $in: [...classIds] }, register: { $in: MEETINGS } },
            on: { $gte: addDays(beijingDay(now), -TERM_DAYS_MOST) },
            state: { $in: ['open', 'done'] },
          },
        },
        { $project: { classId: 1, slot: 1 } },
      ],
      as: 'plans',
    },
  },
]

/** Of the classes that are addressed the first whose plan of this term nobody has written. */
export function missingPlan(
  { registers = [], plans = [] }: PlansRow,
  classIds: readonly string[],
  calendar: SchoolCalendar,
  now: Instant,
): MissingPlan | undefined {
  const today = beijingDay(now)
  const kept = readRegisters(registers[0]).filter(
    ({ id, settings }) => MEETINGS.includes(id) && settingOn(settings, id, today) !== undefined,
  )
  const [asked] = kept
  const term = slotOn({ period: { kind: 'term' } }, {}, today, calendar)?.key
  if (!asked || term === undefined) return undefined
  const written = new Set(plans.filter(({ slot }) => slot.startsWith(term)).map(({ classId }) => classId))
  const classId = classIds.find((each) => !written.has(each))
  return classId === undefined ? undefined : { register: asked.id, title: asked.register.title, classId }
}
