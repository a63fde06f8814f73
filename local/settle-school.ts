// Decides which school is in the cloud, and so whose phones come up: the demo school, the one kept from before, or none yet.
import type { Role } from '@class-pact/core/contract'
import { describeLocalCloud, issueActivationCode } from '../scripts/activation.mjs'
import { buildDemo, type DemoPerson } from './demo'
import type { DeskPerson } from './desk/start-desk'
import type { PhoneSpec } from './phone/start-phones'

/** How the desk names a person's part. */
const ROLE_WORDS: Record<Role, string> = {
  head_teacher: '班主任',
  guardian: '家长',
  principal: '校长',
  teacher: '任课教师',
  office: '教导处',
  supervisor: '监督员',
}
/** Whose phones come up first. */
const FIRST_PHONES: Role[] = ['head_teacher', 'guardian', 'principal']
/** Three people who belong to no school yet. */
const STRANGERS: DemoPerson[] = FIRST_PHONES.map((role) => ({ openid: `o-${role}`, label: ROLE_WORDS[role], role }))

export interface Settled {
  /** The phones that come up, with the role as their id. */
  phones: PhoneSpec[]
  /** Everybody whose phone can be put on the desk. */
  people: DeskPerson[]
  /** Opens a school of one's own; only where there is none. */
  activationCode?: string
}

/** One operation of the cloud's `POST /control`. @throws when the cloud refuses it */
async function control<T>(url: string, op: string, operands: Record<string, unknown> = {}): Promise<T> {
  const response = await fetch(`${url}/control`, { method: 'POST', body: JSON.stringify({ ...operands, op }) })
  const reply = (await response.json()) as T & { error?: string }
  if (!response.ok) throw new Error(`The local cloud refused ${op}: ${String(reply.error)}`)
  return reply
}

function describePeople(people: DemoPerson[]): Pick<Settled, 'phones' | 'people'> {
  const first = FIRST_PHONES.flatMap((role) => people.find((person) => person.role === role) ?? [])
  return {
    phones: first.map(({ openid, label, role }) => ({ id: role, openid, label })),
    people: people.map(({ openid, label, role }) => ({ openid, name: label, role: ROLE_WORDS[role] })),
  }
}

/**
 * Finds the school that is there; into an empty cloud it brings the demo school if that is wanted, else a code that opens
 * a school.
 * @param url base address of the local cloud
 */
export async function settleSchool(url: string, wantsDemo: boolean): Promise<Settled> {
  const now = Date.parse((await control<{ now: string }>(url, 'clock.read')).now)
  const { documents: schools } = await control<{ documents: { _id: string }[] }>(url, 'data.export', {
    collection: 'schools',
  })
  const demo = buildDemo(now)
  const demoIds = demo.collections['schools']?.map((school) => (school as { _id: string })._id)
  if (schools.some(({ _id }) => demoIds?.includes(_id))) return describePeople(demo.people)
  if (schools.length > 0) return describePeople(STRANGERS)
  if (!wantsDemo)
    return { ...describePeople(STRANGERS), activationCode: await issueActivationCode(describeLocalCloud(url), now) }
  // In one step: however this ends, the next start finds the whole school or none.
  await control(url, 'data.put', { documents: demo.collections })
  return describePeople(demo.people)
}
