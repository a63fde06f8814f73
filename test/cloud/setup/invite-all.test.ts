// Proves that a school asks in all head teachers at once, and prints a page a class with a code each (M04, M12).
import { unzipSync, strFromU8 } from 'fflate'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_CLASS,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  givenSchool,
  type GivenSchool,
} from '../given-school'

/** Beside the two of the school: forty to be headed. */
const MORE = 40

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool({ children: 2 })
  const documents = Array.from({ length: MORE }, (_, index) => ({
    ...{ _id: `headless-${index}`, schoolId: SCHOOL, name: `五（${index + 1}）班`, order: 10 + index },
    ...{ roster: [], teachers: [], trail: [], audited: 0, trailOpen: false },
  }))
  await school.cloud.control('data.import', { collection: 'classes', documents })
})
afterAll(() => school.stop())

const countOf = (rows: { state: string }[], state: string) => rows.filter((row) => row.state === state).length

test('M04 given forty classes without a head teacher, then one press asks for all of them, and twice asks nobody twice', async () => {
  const before = await school.get(PRINCIPAL, 'head.list', { schoolId: SCHOOL })
  expect([countOf(before.rows, 'none'), countOf(before.rows, 'seated')]).toEqual([MORE, 2])
  const after = await school.get(PRINCIPAL, 'head.invite', { schoolId: SCHOOL })
  expect(countOf(after.rows, 'invited')).toBe(MORE)
  const invitations = await school.stored('invitations')
  expect(await school.get(PRINCIPAL, 'head.invite', { schoolId: SCHOOL })).toEqual(after)
  expect(await school.stored('invitations')).toEqual(invitations)
  expect(invitations).toHaveLength(MORE)
})

test('M04 given one who opens theirs, then the row waits, and holds the post when a leader says so', async () => {
  const { rows } = await school.get(PRINCIPAL, 'head.list', { schoolId: SCHOOL })
  const row = rows.find(({ state }) => state === 'invited')
  const token = row?.path?.split('token=')[1] ?? ''
  const stateOf = async () =>
    (await school.get(PRINCIPAL, 'head.list', { schoolId: SCHOOL })).rows.find(
      ({ classId }) => classId === row?.classId,
    )?.state
  const joined = await school.get('o-new-head', 'join.staff', { token, consent: true, name: '周新', subject: '语文' })
  expect(await stateOf()).toBe(joined.outcome === 'applied' ? 'waiting' : 'seated')
  if (joined.outcome !== 'applied') throw new Error('nobody was asked')
  await school.get(PRINCIPAL, 'application.decide', { applicationId: joined.applicationId, approve: true })
  expect(await stateOf()).toBe('seated')
})

const open = async (url: string) => unzipSync(new Uint8Array(await (await fetch(url)).arrayBuffer()))
const wordsOf = (files: Record<string, Uint8Array>) => strFromU8(files['word/document.xml'] ?? new Uint8Array())

test('M12 given the leaders, then one document has a page a class, each with its code, and printing again makes no new door', async () => {
  const printed = await school.get(OFFICE, 'invitation.print', { schoolId: SCHOOL, of: 'families' })
  expect(printed).toMatchObject({ pages: MORE + 2, name: '幸福街小学邀请页.docx' })
  const files = await open(printed.url)
  const codes = Object.keys(files).filter((name) => name.startsWith('word/media/'))
  expect(codes).toHaveLength(MORE + 2)
  expect(new Set(codes.map((name) => Buffer.from(files[name] ?? []).toString('base64'))).size).toBe(MORE + 2)
  expect(wordsOf(files)).toContain('三（2）班家长，请扫码加入')
  expect(wordsOf(files).match(/pageBreakBefore/g)).toHaveLength(MORE + 1)

  const mine = async () =>
    (await school.stored<{ purpose: string }>('invitations')).filter(({ purpose }) => purpose === 'class').length
  const doors = await mine()
  await school.get(OFFICE, 'invitation.print', { schoolId: SCHOOL, of: 'families' })
  expect(await mine()).toBe(doors)
})

test('M12 given a head teacher, then the own class is printed, and no other, and no list of head teachers', async () => {
  const print = (by: string, classId?: string, of: 'families' | 'heads' = 'families') =>
    school.ask(by, 'invitation.print', { schoolId: SCHOOL, ...(classId && { classId }), of })
  expect(await print(HEAD_TEACHER, CLASS)).toMatchObject({ ok: true, data: { pages: 1 } })
  const forbidden = { ok: false, error: { code: 'FORBIDDEN' } }
  expect(await print(HEAD_TEACHER, OTHER_CLASS)).toMatchObject(forbidden)
  expect(await print(HEAD_TEACHER)).toMatchObject(forbidden)
  expect(await print(HEAD_TEACHER, CLASS, 'heads')).toMatchObject(forbidden)
  expect(await print(TEACHER, CLASS)).toMatchObject(forbidden)
  const heads = await school.get(PRINCIPAL, 'invitation.print', { schoolId: SCHOOL, of: 'heads' })
  expect(heads.pages).toBe(MORE - 1)
  expect(wordsOf(await open(heads.url))).toContain('只能用一次')
})
