// Decides which term a bureau looks at: the usual one, the same for all its schools, up to today (G22).
import { beijingDay, usualTerm } from '@class-pact/core/calendar'
import type { DaySpan, Instant } from '@class-pact/core/contract'

export const termNow = (now: Instant): DaySpan => ({ from: usualTerm(beijingDay(now)).from, to: beijingDay(now) })
