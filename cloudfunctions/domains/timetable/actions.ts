// Decides the actions on timetables: everybody of the class reads it, its head teacher and the leaders enter it (E23).
import { timetableRows } from '@class-pact/core/timetable/contract'
import { serve, type Handler } from '../../common/call/handlers'
import { succeed } from '../../common/call/results'
import { describeTimetable } from './describe-timetable'
import { findClass, findReadable, type FoundTimetable } from './find-class'
import { saveTimetable } from './save-timetable'

const readTimetable: Handler<'timetable.read', FoundTimetable> = (_input, { found, identity, now }) =>
  Promise.resolve(succeed(describeTimetable(found, identity, now)))

export const actions = serve(
  timetableRows,
  { readableClass: findReadable, class: findClass },
  { 'timetable.read': readTimetable, 'timetable.save': saveTimetable },
)
