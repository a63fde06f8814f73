// Decides which registers the demo school keeps, of every area some and one of its own, and since when.
import { addDays, beijingDay, instantOf } from '@class-pact/core/calendar'
import type { Day, Instant, OwnRegister } from '@class-pact/core/contract'
import { slotOn, type CatalogueId } from '@class-pact/core/register'
import { PRINCIPAL, SCHOOL_ID, SINCE_DAYS } from './class-plans'
import { openTrail } from './families'
import type { RegistersDoc } from './register-documents'
import { CALENDAR } from './school-time'

/** In the order in which they were switched on. */
const KEPT = [
  ...(['contacts', 'class-log', 'parents-meeting'] as const),
  ...(['term-plan', 'term-summary', 'remarks', 'theme-meeting', 'safety-check'] as const),
  ...(['points-hygiene', 'class-prizes'] as const),
  ...(['device-file', 'device-handover', 'lesson-log-points', 'device-repair'] as const),
] satisfies CatalogueId[]

export const OWN = 'own:1'
export const OWN_REGISTER: OwnRegister = {
  ...{ title: '护眼和坐姿检查', about: 'class', fills: 'head_teacher', signs: 'principal', period: 'week', times: 1 },
  article: '学校护眼方案 第三条',
  questions: [
    {
      ...{ id: 'seats', label: '座位按身高和视力调换了没有', required: true, type: 'single' },
      choices: [
        { id: 'yes', label: '调换了' },
        { id: 'part', label: '调换了一部分' },
        { id: 'no', label: '还没有' },
      ],
    },
    { ...{ id: 'bent', label: '坐姿要提醒的', required: true, type: 'number', min: 0, max: 60, unit: '人' } },
    { ...{ id: 'notes', label: '做了什么', required: false, type: 'text' } },
  ],
}

/** The first day of the term that runs. */
export const beginOfTerm = (day: Day): Day | undefined => slotOn({ period: { kind: 'term' } }, {}, day, CALENDAR)?.from

/** Since the term began, or since the school is here where that is longer. */
export function keptSince(now: Instant): Day {
  const [today, here] = [beijingDay(now), addDays(beijingDay(now), -SINCE_DAYS)]
  const term = beginOfTerm(today)
  return term !== undefined && term < here ? term : here
}

export function keepRegisters(now: Instant): RegistersDoc {
  const since = keptSince(now)
  const at = instantOf(since, '09:00')
  const act = (id: string, action: string) => ({
    ...{ id: `demo-${id}`, at, by: PRINCIPAL.openid, role: 'principal' as const, action },
  })
  return {
    ...{ _id: SCHOOL_ID, schoolId: SCHOOL_ID, version: 2, toldTo: now },
    duty: { kind: 'remind', at: now, lease: 0, tries: 0 },
    settings: [...KEPT, OWN].map((register) => ({ register, since, values: {} })),
    own: { [OWN]: [{ definition: OWN_REGISTER, at }] },
    ...openTrail(act('registers', 'register.switch'), act('own-register', 'register.own')),
  }
}
