// Decides what others read of attendance.
import { attendanceRows } from '@class-pact/core/attendance/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'attendance',
  rows: attendanceRows,
  collections: {},
  acts: {},
}
