// Decides the actions on a file that holds a calendar; the exporter answers them, for reading a file takes long.
import { calendarFileRows } from '@class-pact/core/calendar/contract'
import { serve } from '../../common/call/handlers'
import { importCalendar, previewCalendar } from './import-calendar'

export const actions = serve(
  calendarFileRows,
  {},
  { 'calendar.preview': previewCalendar, 'calendar.import': importCalendar },
)
