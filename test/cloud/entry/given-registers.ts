// Decides how a test gets a school that keeps registers, and the people who fill and look through them.
import type { Input, Office, Output, OwnRegister, Reply } from '@class-pact/core/contract'
import type { Setting } from '@class-pact/core/register'
import {
  CLASS,
  MORNING,
  SCHOOL,
  givenSchool,
  newRequestId,
  type GivenSchool,
  type SchoolOptions,
} from '../given-school'

export const EQUIPMENT = 'o-equipment'
export const DUTY = 'o-duty'
export const GRADE = 'o-grade-four'

const NOW = Date.parse(MORNING)
const noTrail = { trail: [], audited: 0, trailOpen: false }

export interface Registers extends GivenSchool {
  read(who: string, asked: Partial<Input<'register.read'>>): Promise<Reply<Output<'register.read'>>>
  write(
    who: string,
    asked: Partial<Input<'register.write'>>,
    requestId?: string,
  ): Promise<Reply<Output<'register.write'>>>
  part(
    who: string,
    asked: Omit<Input<'entry.part'>, 'schoolId'>,
    requestId?: string,
  ): Promise<Reply<Output<'entry.part'>>>
  /** What is kept of entries. */
  kept(): Promise<KeptEntry[]>
}

export interface KeptEntry {
  _id: string
  register: string
  slot: string
  state: string
  version: number
  place: string
  by: string
  subject: { kind: string; id: string; name: string }
  parts: Record<string, { answers: { question: string; files?: { fileId: string }[] }[] }[]>
  duty?: { kind: string }
}

interface Kept {
  since?: string
  own?: Record<string, OwnRegister>
}

/** Switched on since the summer, with the usual numbers. */
export async function givenRegisters(
  ids: readonly string[],
  { since = '2026-08-01', own = {}, ...options }: SchoolOptions & Kept = {},
): Promise<Registers> {
  const school = await givenSchool(options)
  const settings: Setting[] = [...ids, ...Object.keys(own)].map((register) => ({ register, since, values: {} }))
  const kept = Object.fromEntries(Object.entries(own).map(([id, definition]) => [id, [{ definition, at: NOW }]]))
  await put(school, 'registers', [{ _id: SCHOOL, schoolId: SCHOOL, version: 1, settings, own: kept, ...noTrail }])
  await holdOffice(school, 'equipment', EQUIPMENT, '何丽')
  await holdOffice(school, 'weekly_duty', DUTY, '孙平')
  await holdOffice(school, 'grade_leader', GRADE, '周静', '四')
  const at = { schoolId: SCHOOL, classId: CLASS }
  return {
    ...school,
    read: (who, asked) => school.ask(who, 'register.read', { ...at, register: ids[0] ?? '', ...asked }),
    write: (who, asked, requestId = newRequestId()) =>
      school.ask(
        who,
        'register.write',
        { ...at, register: ids[0] ?? '', version: 0, answers: [], ...asked },
        requestId,
      ),
    part: (who, asked, requestId = newRequestId()) =>
      school.ask(who, 'entry.part', { schoolId: SCHOOL, ...asked }, requestId),
    kept: () => school.stored<KeptEntry>('entries'),
  }
}

const put = (school: GivenSchool, collection: string, documents: object[]) =>
  school.cloud.control('data.put', { documents: { [collection]: documents } })

async function holdOffice(school: GivenSchool, office: Office, openid: string, name: string, grade?: string) {
  const held = {
    schoolId: SCHOOL,
    office,
    openid,
    name,
    state: 'held',
    since: NOW,
    slot: `${SCHOOL}:${office}:${openid}`,
  }
  await put(school, 'offices', [{ _id: `office-${openid}`, ...held, ...(grade && { grade }), ...noTrail }])
  await put(school, 'people', [{ _id: openid, consentAt: NOW, consentVersion: 1, credits: {}, updatedAt: NOW }])
}

/** What a reply brought; a refusal fails the test with its code. */
export function dataOf<Data>(reply: Reply<Data>): Data {
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return reply.data
}
