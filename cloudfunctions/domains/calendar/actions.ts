// Decides the actions on a school's calendar that need no file.
import { calendarRows } from '@class-pact/core/calendar/contract'
import { serve } from '../../common/call/handlers'
import { readCalendar } from './read-calendar'
import { updateCalendar } from './update-calendar'

export const actions = serve(calendarRows, {}, { 'calendar.read': readCalendar, 'calendar.update': updateCalendar })
