// Decides what others read of calendars; a school's lies in the document of the school.
import { calendarFileRows, calendarRows } from '@class-pact/core/calendar/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'calendar',
  rows: { ...calendarRows, ...calendarFileRows },
  collections: {},
  acts: {
    'calendar.update': '改校历',
    'calendar.import': '导入校历',
  },
}
