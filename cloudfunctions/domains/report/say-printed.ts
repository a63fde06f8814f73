// Decides how a file says when it was written.
import { beijingClock, beijingDay } from '@class-pact/core/calendar'
import type { Instant } from '@class-pact/core/contract'

export const sayPrinted = (now: Instant): string => `${beijingDay(now)} ${beijingClock(now)}导出`
