// Decides what a mute means to whoever is muted: until when, and what goes on as before (G04).
import { beijingClock, beijingDay } from '@class-pact/core/calendar'
import type { Instant } from '@class-pact/core/contract'
import { formatClock, formatDate } from '../../services/format'

export const sayMuted = (until: Instant) =>
  `${formatDate(beijingDay(until))}${formatClock(beijingClock(until))}前不能留言。看通知、签字、请假、打电话照常。`
