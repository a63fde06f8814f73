// Decides how the tests of people set up a school: the way a school does it, through the doors.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  functionOf,
  type ActionName,
  type Identity,
  type Input,
  type Output,
  type Reply,
} from '@class-pact/core/contract'
import { askAgain } from '../ask-again'
import { startCloudProcess, type CloudProcess, type CloudProcessOptions } from '../cloud-process'
import { uploadAs } from '../uploads'

/** A Tuesday morning in term. */
export const NOW = '2026-09-01T10:00:00+08:00'
export const ROSTERS = join(__dirname, '..', '..', 'data', 'rosters')

export const PRINCIPAL = 'o-principal'
export const HEAD_TEACHER = 'o-wang'
export const OTHER_HEAD_TEACHER = 'o-zhao'
export const TEACHER = 'o-li'

let requests = 0
export const newRequestId = () => `request-${++requests}`

export interface House {
  cloud: CloudProcess
  /** Calls one action as the phone of a person does. */
  ask<Name extends ActionName>(
    openid: string,
    action: Name,
    input: Input<Name>,
    requestId?: string,
  ): Promise<Reply<Output<Name>>>
  /** The same, where it has to succeed. */
  get<Name extends ActionName>(
    openid: string,
    action: Name,
    input: Input<Name>,
    requestId?: string,
  ): Promise<Output<Name>>
  /** The stored documents of a collection. */
  stored<Doc = Record<string, unknown>>(collection: string): Promise<Doc[]>
  /** A roster file, where the phone of the school's leader puts it. */
  upload(openid: string, content: Buffer, schoolId: string): Promise<string>
  issueCode(code: string): Promise<void>
}

/** @param options another database or other functions than those of the product */
export async function openHouse(
  options: Pick<CloudProcessOptions, 'functionsDir' | 'databaseDir'> = {},
): Promise<House> {
  const cloud = await startCloudProcess({ now: NOW, ...options })
  const ask: House['ask'] = (openid, action, input, requestId = newRequestId()) =>
    askAgain(cloud, async () => {
      const call = { action, requestId, input }
      const { result, error } = await cloud.call<Reply<Output<typeof action>>>(openid, functionOf(action), call)
      if (!result) throw new Error(`${action}: ${error?.errMsg}`)
      return result
    })
  return {
    cloud,
    ask,
    async get(openid, action, input, requestId) {
      const reply = await ask(openid, action, input, requestId)
      if (!reply.ok) throw new Error(`${action}: ${JSON.stringify(reply.error)}`)
      return reply.data
    },
    async stored<Doc>(collection: string) {
      return (await cloud.control<{ documents: Doc[] }>('data.export', { collection })).documents
    },
    async upload(openid, content, schoolId) {
      return uploadAs({ cloud, ask }, openid, 'roster', content, schoolId)
    },
    async issueCode(code) {
      const now = Date.parse(NOW)
      const document = {
        _id: code,
        origin: code,
        purpose: 'activate',
        schoolId: '',
        schoolName: '',
        schoolKind: 'primary',
        pactVersion: 1,
        inviter: { openid: '', card: '' },
        usesLeft: 1,
        createdAt: now,
        expiresAt: now + 86_400_000,
        trail: [],
        audited: 0,
        trailOpen: false,
      }
      await cloud.control('data.import', { collection: 'invitations', documents: [document] })
    },
  }
}

export interface OpenSchool {
  schoolId: string
  /** Class name → id. */
  classes: Record<string, string>
  principal: Identity
}

/** Another school, still empty. */
export async function issueAndActivate(house: House, code: string, openid: string, schoolName: string) {
  await house.issueCode(code)
  const input = { code, consent: true, schoolName, kind: 'primary', principalName: '邻校长' } as const
  return house.get(openid, 'school.activate', input)
}

/** A school with its classes from a roster file, a head teacher each, and a subject teacher in the first. */
export async function openSchool(house: House, file = 'grade-1.xlsx', code = 'TEST-CODE-0001'): Promise<OpenSchool> {
  await house.issueCode(code)
  const kind = file.startsWith('kindergarten') ? ('kindergarten' as const) : ('primary' as const)
  const activated = await house.get(PRINCIPAL, 'school.activate', {
    code,
    consent: true,
    schoolName: '向阳小学',
    kind,
    principalName: '李建国',
  })
  const { schoolId } = activated
  const classes = await importFile(house, schoolId, readFileSync(join(ROSTERS, file)))
  const classIds = Object.values(classes)
  await seatStaff(house, classIds[0] ?? '', HEAD_TEACHER, 'head_teacher', '王小丽', '语文')
  if (classIds[1]) await seatStaff(house, classIds[1], OTHER_HEAD_TEACHER, 'head_teacher', '赵强', '数学')
  await seatStaff(house, classIds[0] ?? '', TEACHER, 'teacher', '李芳', '英语')
  return { schoolId, classes, principal: activated.identity }
}

export async function importFile(house: House, schoolId: string, content: Buffer): Promise<Record<string, string>> {
  const fileId = await house.upload(PRINCIPAL, content, schoolId)
  const preview = await house.get(PRINCIPAL, 'roster.preview', { schoolId, fileId })
  const classes: Record<string, string> = {}
  for (const { className } of preview.classes) {
    const input = { schoolId, fileId, digest: preview.digest, className }
    classes[className] = (await house.get(PRINCIPAL, 'roster.import', input)).classId
  }
  return classes
}

export async function seatStaff(
  house: House,
  classId: string,
  openid: string,
  role: 'head_teacher' | 'teacher',
  name: string,
  subject: string,
): Promise<Identity> {
  const { token } = await house.get(PRINCIPAL, 'invitation.create', { purpose: 'staff', classId, role })
  return confirmStaff(house, openid, { token, name, subject })
}

/** Whoever was invited answers, and the principal says that it is them. */
export async function confirmStaff(
  house: House,
  openid: string,
  { token, name, subject }: { token: string; name: string; subject?: string },
): Promise<Identity> {
  const answered = await house.get(openid, 'join.staff', { token, consent: true, name, ...(subject && { subject }) })
  if (answered.outcome === 'seated') return answered.identity
  await house.get(PRINCIPAL, 'application.decide', { applicationId: answered.applicationId, approve: true })
  const joined = await house.get(openid, 'join.staff', { token, consent: true, name, ...(subject && { subject }) })
  if (joined.outcome !== 'seated') throw new Error('not among the staff')
  return joined.identity
}

/** A token for the family of one child, from its head teacher. */
export async function inviteFamily(house: House, classId: string, childId: string): Promise<string> {
  return (await house.get(HEAD_TEACHER, 'invitation.create', { purpose: 'child', classId, childId })).token
}

export async function seat(house: House, openid: string, classId: string, childId: string): Promise<Identity> {
  const token = await inviteFamily(house, classId, childId)
  const joined = await house.get(openid, 'join.guardian', { token, consent: true, relation: 'mother' })
  if (joined.outcome !== 'seated') throw new Error('not seated')
  return joined.identity
}
