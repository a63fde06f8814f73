// Decides how a test gets entries of registers that somebody has written: straight into the cloud.
import type { Instant } from '@class-pact/core/contract'
import { CLASS, HEAD_TEACHER, PRINCIPAL, SCHOOL, childId, childName, type GivenSchool } from '../given-school'

let written = 0

interface Given {
  register: string
  slot: string
  on: string
  by?: string
  classId?: string
  subject?: { kind: string; id: string; name: string }
  /** Done in this order; `fill` alone when omitted. */
  parts?: string[]
  state?: 'open' | 'done' | 'void'
  answers?: object[]
}

/** One entry; about the class, unless it says otherwise. */
export function anEntry({ register, slot, on, by = HEAD_TEACHER, classId = CLASS, ...more }: Given) {
  const { subject = { kind: 'class', id: classId, name: '三（2）班' }, parts = ['fill'], answers = [] } = more
  const at: Instant = Date.parse(`${on}T09:00:00+08:00`)
  const _id = `entry-${++written}`
  return {
    ...{
      _id,
      schoolId: SCHOOL,
      register,
      slot,
      on,
      classId,
      className: '三（2）班',
      subject,
      by,
      version: 1,
      place: _id,
    },
    parts: Object.fromEntries(parts.map((part) => [part, [{ answers, by, card: '语文王老师', at }]])),
    state: more.state ?? 'done',
    ...{ trail: [], audited: 0, trailOpen: false },
  }
}

export const aboutChild = (index: number, classId = CLASS) => ({
  subject: { kind: 'child', id: childId(classId, index), name: childName(index) },
})

export const keepEntries = (school: GivenSchool, documents: ReturnType<typeof anEntry>[]) =>
  school.cloud.control('data.import', { collection: 'entries', documents })

/** Switches registers on today. */
export async function switchOn(school: GivenSchool, ...registers: string[]): Promise<void> {
  const { version: seen } = await school.get(PRINCIPAL, 'register.settings', { schoolId: SCHOOL })
  const changes = registers.map((register) => ({ register, on: true }))
  await school.get(PRINCIPAL, 'register.switch', { schoolId: SCHOOL, seen, changes })
}

export async function switchOff(school: GivenSchool, ...registers: string[]): Promise<void> {
  const { version: seen } = await school.get(PRINCIPAL, 'register.settings', { schoolId: SCHOOL })
  const changes = registers.map((register) => ({ register, on: false }))
  await school.get(PRINCIPAL, 'register.switch', { schoolId: SCHOOL, seen, changes })
}

/** Somebody who holds an office. */
export async function anOfficer(school: GivenSchool, openid: string, office: string): Promise<void> {
  const since = Date.parse('2026-08-20T09:00:00+08:00')
  const held = {
    ...{ _id: `office-${openid}`, schoolId: SCHOOL, office, openid, name: '钱进', since, state: 'held', slot: openid },
    ...{ trail: [], audited: 0, trailOpen: false },
  }
  await school.cloud.control('data.import', { collection: 'offices', documents: [held] })
  const person = { _id: openid, consentAt: since, consentVersion: 1, credits: {}, updatedAt: since }
  await school.cloud.control('data.import', { collection: 'people', documents: [person] })
}
