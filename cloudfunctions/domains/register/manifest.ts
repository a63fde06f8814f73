// Decides what others read of the registers that a school keeps: which, since when, with which numbers.
import { registerRows } from '@class-pact/core/register/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'register',
  rows: registerRows,
  collections: { registers: { trailed: true, dutied: { by: 'due' }, purged: { kept: 'nobody' } } },
  acts: { 'register.switch': '开关台账', 'register.own': '编写本校台账' },
}
