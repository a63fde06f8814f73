// Decides which school is in the cloud, and so whose phones come up: the demo school, the one kept from before.
import { describeLocalCloud, issueActivationCode } from '../scripts/activation.mjs'
import { fileIdOf } from './cloud/storage/file-store'
import type { DeskPerson } from './desk/start-desk'
import type { PhoneSpec } from './phone/start-phones'

interface Resident {
  openid: string
  /** As others see them. */
  label: string
  role: string
  /** How the desk names their part. */
  part: string
}

/** What `demo/` was built to: all that is known here of a school. */
export interface DemoModule {
  /**
   * @param now epoch milliseconds, where its past ends
   * @param nameFile the id of the file at a path
   */
  buildDemo(
    now: number,
    nameFile: (path: string) => string,
  ): {
    collections: Record<string, object[]>
    files: readonly { path: string; type: string; content: Buffer }[]
    people: readonly Resident[]
  }
  /** Roles whose phones come up first. */
  FIRST_PHONES: readonly string[]
  /** Whose phones come up where there is no demo school. */
  STRANGERS: readonly Resident[]
}

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

function describePeople(
  people: readonly Resident[],
  firstPhones: readonly string[],
): Pick<Settled, 'phones' | 'people'> {
  const first = firstPhones.flatMap((role) => people.find((person) => person.role === role) ?? [])
  return {
    phones: first.map(({ openid, label, role }) => ({ id: role, openid, label })),
    people: people.map(({ openid, label, part }) => ({ openid, name: label, role: part })),
  }
}

/**
 * Finds the school that is there; into an empty cloud it brings the demo school if that is wanted, else a code that opens
 * a school. The cloud's timers rest until then: one that counts what has changed would count before it is there.
 * @param url base address of the local cloud
 */
export async function settleSchool(
  url: string,
  { buildDemo, FIRST_PHONES, STRANGERS }: DemoModule,
  wantsDemo: boolean,
): Promise<Settled> {
  const now = Date.parse((await control<{ now: string }>(url, 'clock.read')).now)
  const { documents: schools } = await control<{ documents: { _id: string }[] }>(url, 'data.export', {
    collection: 'schools',
  })
  const demo = buildDemo(now, fileIdOf)
  const strangers = describePeople(STRANGERS, FIRST_PHONES)
  const residents = describePeople(demo.people, FIRST_PHONES)
  const demoIds = demo.collections['schools']?.map((school) => (school as { _id: string })._id)
  if (schools.some(({ _id }) => demoIds?.includes(_id))) return residents
  if (schools.length > 0) return strangers
  if (!wantsDemo) return { ...strangers, activationCode: await issueActivationCode(describeLocalCloud(url), now) }
  // Files first: what nothing names does no harm.
  const files = demo.files.map(({ content, ...file }) => ({ ...file, base64: content.toString('base64') }))
  await control(url, 'files.put', { files })
  // In one step: however this ends, the next start finds the whole school or none.
  await control(url, 'data.put', { documents: demo.collections })
  return residents
}
