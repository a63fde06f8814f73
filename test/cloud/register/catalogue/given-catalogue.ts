// Decides how a test gets a school with every register of an area on, and somebody at every desk.
import { addDays, beijingDay, instantOf } from '@class-pact/core/calendar'
import { OFFICES, type Day, type Instant, type Office, type RegisterDesk } from '@class-pact/core/contract'
import { REGISTERS, slotOn, valuesOf, type Register, type Setting } from '@class-pact/core/register'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  childId,
  givenSchool,
  keyOf,
  motherOf,
  type GivenSchool,
  type SchoolOptions,
} from '../../given-school'
import { anEntry, anOfficer } from '../given-entries'

/** The school's own term, within a year whose holidays are known. */
export const CALENDAR = { rest: [], school: [], terms: [{ from: '2026-09-01', to: '2026-12-25' }] }
/** In the term's first week; what is asked once is due by the end of the term that it was asked in. */
const sinceOf = ({ period }: Register): Day => (period.kind === 'once' ? '2026-09-01' : '2026-08-31')
const BEGINNING = '2026-09-01T08:00:00+08:00'
/** As many registers of one area are about a child, at most: each gets a child of its own. */
const CHILDREN = 30
const noTrail = { trail: [], audited: 0, trailOpen: false }

export const holderOf = (office: Office) => `o-desk-${office}`
export const DEVICE = 'device-signed-over'
/** Nobody has signed for it yet. */
export const FRESH_DEVICE = 'device-fresh'
export const ROOM = 'room-one'

export interface Keeping extends GivenSchool {
  /** The identity under which somebody looks at their page. */
  identityOf(openid: string): Promise<string>
  /** Not before this moment: a clock never goes back. */
  notBefore(at: Instant): Promise<Instant>
}

/** The registers of these areas are on since the term began. */
export async function givenCatalogue(areas: Register['area'][], options: SchoolOptions = {}): Promise<Keeping> {
  const school = await givenSchool({ now: BEGINNING, children: CHILDREN, ...options })
  const { cloud } = school
  const put = (documents: Record<string, object[]>) => cloud.control('data.put', { documents })
  const settings = areas.flatMap(idsOf).map((register): Setting => ({
    register,
    since: sinceOf(REGISTERS[register]),
    values: {},
  }))
  await put({ registers: [{ _id: SCHOOL, schoolId: SCHOOL, version: 1, settings, own: {}, ...noTrail }] })
  const [kept] = await school.stored('schools')
  await put({ schools: [{ ...kept, calendar: CALENDAR }] })
  for (const office of OFFICES) await anOfficer(school, holderOf(office), office)
  if (areas.includes('equipment')) await cloud.control('data.import', { collection: 'entries', documents: thingsOf() })
  const identities = new Map<string, string>()
  let now = Date.parse(BEGINNING)
  return {
    ...school,
    async identityOf(openid) {
      const known = identities.get(openid)
      if (known) return known
      const session = await school.get(openid, 'session.read', {})
      const { key } = session.identities[0] ?? { key: '' }
      identities.set(openid, key)
      return key
    },
    async notBefore(at) {
      // A second for each step, so that nobody knocks too often.
      now = Math.max(at, now + 60_000)
      await school.at(new Date(now).toISOString())
      return now
    },
  }
}

export const idsOf = (area: Register['area']): (keyof typeof REGISTERS)[] =>
  (Object.keys(REGISTERS) as (keyof typeof REGISTERS)[]).filter((id) => REGISTERS[id].area === area)

/** Devices of both classes and two rooms; one device is signed over, and its head teacher has been trained. */
function thingsOf() {
  const on = '2026-09-01'
  const named = (name: string, no: string) => [
    { question: 'name', text: name },
    { question: 'no', text: no },
  ]
  const made = (_id: string, register: string, answers: object[], classId?: string) => {
    const { classId: _, ...entry } = anEntry({ register, slot: '-', on, by: holderOf('equipment'), answers })
    return { ...entry, _id, place: _id, ...(classId && { classId }) }
  }
  const device = { kind: 'device', id: DEVICE, name: '一体机' }
  return [
    made(DEVICE, 'device-file', named('一体机', 'A1'), CLASS),
    made(FRESH_DEVICE, 'device-file', named('投影仪', 'A2'), CLASS),
    made('device-elsewhere', 'device-file', named('一体机', 'B1'), OTHER_CLASS),
    made(ROOM, 'room-list', named('三（2）班教室', '302')),
    made('room-two', 'room-list', named('电教室', '401')),
    anEntry({ register: 'device-handover', slot: 'once', on, subject: device, parts: ['fill', 'sign'] }),
    anEntry({
      ...{ register: 'training-mark', slot: 'once', on, by: holderOf('equipment') },
      subject: { kind: 'teacher', id: HEAD_TEACHER, name: '语文王老师' },
    }),
  ]
}

/** When a register is filled in, and when it is late; what happens when it happens never is. */
export interface Times {
  at: Instant
  late?: Instant
  slot?: string
}

/** Before anything is due that is counted by the week: what happens then counts for nothing else. */
const EVENTS_ON = '2026-09-03'
const USUALLY_ON = '2026-09-09'
const BEFORE_THE_END = '2026-12-21'

/** On the last day of the slot in the morning, and as soon as it is over. */
export function timesOf(register: Register): Times {
  const { period } = register
  if (period.kind === 'event') return { at: instantOf(EVENTS_ON, '10:00') }
  const day: Day = period.kind === 'term' && period.at === 'end' ? BEFORE_THE_END : USUALLY_ON
  const slot = slotOn(register, valuesOf(register), day, CALENDAR, sinceOf(register))
  if (!slot) throw new Error(`no slot on ${day}`)
  const last = period.kind === 'once' ? addDays(beijingDay(slot.dueAt), -2) : beijingDay(slot.dueAt - 1)
  return { at: instantOf(last, '10:00'), late: slot.dueAt + 1_000, slot: slot.key }
}

/** Who sits at a desk, as far as a class and one of its children are concerned. */
export function personAt(desk: RegisterDesk, child: string): string {
  switch (desk) {
    case 'guardian':
      return motherOf(child)
    case 'head_teacher':
      return HEAD_TEACHER
    case 'teacher':
      return TEACHER
    case 'office':
      return OFFICE
    case 'principal':
      return PRINCIPAL
    default:
      return holderOf(desk)
  }
}

export const identityAt = (desk: RegisterDesk, child: string): string | undefined => {
  const of = { guardian: child, head_teacher: CLASS, teacher: CLASS, office: SCHOOL, principal: SCHOOL }
  return desk in of ? keyOf(desk, of[desk as keyof typeof of]) : undefined
}

/** Everybody who has nothing to do with entries about a class and its child: another class's, another family's, any. */
export function strangersTo({ parts, reads = [], about }: Register, child: string): string[] {
  const desks: readonly RegisterDesk[] = [...parts.flatMap(({ by }) => by), ...reads]
  const isOfClass = about === 'class' || about === 'child' || about === 'device'
  const index = Number(child.split('-').at(-1))
  return [
    ...(isOfClass || !desks.includes('head_teacher') ? [OTHER_HEAD_TEACHER] : []),
    ...(desks.includes('head_teacher') ? [] : [HEAD_TEACHER]),
    ...(desks.includes('teacher') ? [] : [TEACHER]),
    ...OFFICES.filter((office) => !desks.includes(office)).map(holderOf),
    motherOf(childId(CLASS, index + 1)),
    'o-nobody',
  ]
}
