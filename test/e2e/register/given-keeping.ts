// Decides how a test gets a demo school that keeps some registers, and people who hold an office in it.
import { startHouse, type House } from '../main-job/house'
import { get, stored } from '../main-job/steps'

export const SCHOOL = 'demo-school'
export const CLASS = 'demo-class-3-2'
export const OTHER_CLASS = 'demo-class-5-1'
export const PRINCIPAL = 'demo-principal'
export const HEAD_TEACHER = 'demo-wang'
export const SUBJECT_TEACHER = 'demo-liu'
export const LIST = 'packages/register/list/list'
export const FORM = 'packages/register/form/form'
export const SUMMARY = 'packages/register/summary/summary'
/** Longer than a phone waits, so that it says what for. */
export const LONG_MS = 240_000

export async function startKeeping(now: string, ...registers: string[]): Promise<House> {
  const house = await startHouse(now, 'demo')
  const { version: seen } = await get<{ version: number }>(house, PRINCIPAL, 'register.settings', { schoolId: SCHOOL })
  const changes = registers.map((register) => ({ register, on: true }))
  await get(house, PRINCIPAL, 'register.switch', { schoolId: SCHOOL, seen, changes })
  return house
}

/** Somebody of the school is also given an office. */
export async function holdOffice(house: House, office: string, openid: string, name: string): Promise<void> {
  const held = {
    schoolId: SCHOOL,
    office,
    openid,
    name,
    state: 'held',
    since: 0,
    slot: `${SCHOOL}:${office}:${openid}`,
  }
  const document = { _id: `office-${office}-${openid}`, ...held, trail: [], audited: 0, trailOpen: false }
  await house.control('data.put', { documents: { offices: [document] } })
}

interface Taught {
  _id: string
  teachers: object[]
}

/** Somebody of the school also teaches in a class. */
export async function teachIn(
  house: House,
  classId: string,
  teacher: { openid: string; name: string; subject: string },
): Promise<void> {
  const found = (await stored<Taught>(house, 'classes')).find(({ _id }) => _id === classId)
  if (!found) throw new Error(`no class ${classId}`)
  const taught = { ...found, teachers: [...found.teachers, { ...teacher, since: 0 }] }
  await house.control('data.put', { documents: { classes: [taught] } })
}

export const addressOf = (page: string, query: Record<string, string>): string =>
  `${page}?${new URLSearchParams(query)}`
