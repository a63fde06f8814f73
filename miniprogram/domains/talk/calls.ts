// Decides whom a family can call instead of writing: the head teacher, if that number is open, and the leaders (N13).
import type { Talk } from '@class-pact/core/contract'
import type { LeaderWord } from './words'

export interface Call {
  label: string
  phone: string
}

export function presentCalls({ teacher, school }: Talk['phones'], leader: LeaderWord): Call[] {
  return [
    ...(teacher ? [{ label: '打电话给班主任', phone: teacher }] : []),
    ...(school && school !== teacher ? [{ label: `打电话给${leader}室`, phone: school }] : []),
  ]
}
