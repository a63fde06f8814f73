// Decides what others read of timetables: subjects and times, and nothing about a person (E23).
import { timetableRows } from '@class-pact/core/timetable/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'timetable',
  rows: timetableRows,
  collections: { timetables: { trailed: true, purged: { kept: 'nobody' } } },
  acts: { 'timetable.save': '改课程表' },
}
