// Decides where a class's timetable is, and what it needs to know.
import { addressOf } from '../../services/page-address'

export const TIMETABLE_ROUTES = {
  timetable: (query: { classId: string }) => addressOf('/packages/class/timetable/timetable', query),
} as const
