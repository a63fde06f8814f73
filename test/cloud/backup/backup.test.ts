// Proves that a school is backed up whole and alone, and lives on elsewhere, file for file and act for act.
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { functionOf, type ActionName, type Input, type Output, type Reply } from '@class-pact/core/contract'
import { askAgain } from '../ask-again'
import { removeFolder, startCloudProcess, type CloudProcess } from '../cloud-process'
import { newRequestId, NOW, type House } from '../people/house'
import { aPng, uploadAs } from '../uploads'
import {
  CHILD,
  CLASS,
  everything,
  fileIdsIn,
  filesOf,
  givenTwoSchools,
  MOTHER,
  NEIGHBOUR,
  NOTICE,
  PRINCIPAL,
  SCHOOL,
  sorted,
  TEACHER,
  type Documents,
} from './given-two-schools'
import { succeedScript } from './run-script'

const SECOND = 'second-env'
/** Of no school: places for uploads, and what the bureau has written to many. */
const PASSING = ['uploads', 'bureau_notices']

let house: House
let second: CloudProcess
let folder: string
let before: Documents
let after: Documents
beforeAll(async () => {
  house = await givenTwoSchools()
  folder = join(mkdtempSync(join(tmpdir(), 'class-pact-backup-')), 'school')
  await succeedScript('backup', ['--school', SCHOOL, '--env', house.cloud.url, '--to', folder])
  before = await everything(house.cloud)
  second = await startCloudProcess({ now: NOW, environmentId: SECOND })
  await succeedScript('restore', ['--from', folder, '--into', second.url])
  after = await everything(second)
})
afterAll(async () => {
  await Promise.all([house?.cloud.stop(), second?.stop()])
  removeFolder(join(folder, '..'))
})

const askSecond = <Name extends ActionName>(openid: string, action: Name, input: Input<Name>) =>
  askAgain(second, async () => {
    const call = { action, requestId: newRequestId(), input }
    const { result, error } = await second.call<Reply<Output<Name>>>(openid, functionOf(action), call)
    if (!result) throw new Error(`${action}: ${error?.errMsg}`)
    return result
  })

async function get<Name extends ActionName>(openid: string, action: Name, input: Input<Name>): Promise<Output<Name>> {
  const reply = await askSecond(openid, action, input)
  if (!reply.ok) throw new Error(`${action}: ${JSON.stringify(reply.error)}`)
  return reply.data
}

const isOfSchool = ({ _id, schoolId }: Record<string, unknown>) => (schoolId ?? _id) === SCHOOL
const own = (name: string) => (before[name] ?? []).filter(isOfSchool)
/** As it has to be in the other environment: everything equal but the environment in the ids of files. */
const moved = (documents: unknown) =>
  JSON.parse(JSON.stringify(documents).replaceAll('local-env', SECOND)) as Documents[string]

test('G23 given a backup and a restore, then every document of the school is equal but for the environment of its files', () => {
  const compared = Object.keys(before).filter((name) => !['schools', 'people', ...PASSING].includes(name))
  for (const name of compared) expect([name, sorted(after[name])]).toEqual([name, sorted(moved(own(name)))])
  expect(compared.filter((name) => own(name).length > 0).length).toBeGreaterThan(9)
})

test('G23 given the school itself, then it is equal, and its trail says in addition that it was restored', () => {
  const [school] = after['schools'] ?? []
  const [original] = own('schools')
  const { trail, ...rest } = school as { trail: { action: string }[] }
  const { trail: earlier, ...expected } = original as { trail: { action: string }[] }
  expect(rest).toEqual(moved(expected))
  expect(trail.slice(0, -1)).toEqual(earlier)
  expect(trail.slice(-2).map(({ action }) => action)).toEqual(['school.backup', 'school.restore'])
})

test('G23 given the files that documents name, then each has the same bytes at the same path', async () => {
  const named = fileIdsIn(after)
  expect(named.length).toBeGreaterThan(3)
  expect(named.filter((fileId) => !fileId.startsWith(`cloud://${SECOND}.`))).toEqual([])
  const original = Object.fromEntries(Object.keys(before).map((name) => [name, own(name)]))
  expect(await filesOf(second, named)).toEqual(await filesOf(house.cloud, fileIdsIn(original)))
})

test('G23 given a neighbour in the same environment, then nothing of it is in the restored one, nor of uploads', () => {
  const { people: _people, ...others } = after
  expect(JSON.stringify(others)).not.toContain(NEIGHBOUR)
  for (const name of PASSING) expect(after[name]).toEqual([])
  expect(after['people']?.map(({ _id }) => _id)).not.toContain('o-neighbour')
})

test('M12 given people with a place in the school, then their consent comes along, and nobody else does', () => {
  const placed = JSON.stringify([
    own('schools'),
    own('classes'),
    own('children'),
    own('offices'),
    own('applications'),
    own('bureau_seats'),
  ])
  const expected = (before['people'] ?? []).filter(({ _id }) => placed.includes(`"${String(_id)}"`))
  expect(sorted(after['people'])).toEqual(sorted(expected))
})

test('G12 given the restored audit, then the principal reads it whole, and every row continues the one before', async () => {
  const { rows, intact } = await get(PRINCIPAL, 'audit.export', { schoolId: SCHOOL })
  expect(rows.length).toBeGreaterThan(100)
  expect(intact).toBe(true)
})

test('G23 given the restored school, then a guardian reads a notice and signs, and the scheduler goes on with it', async () => {
  const slip = (after['slips'] ?? []).find(({ _id }) => _id === `${NOTICE}.${CLASS}`)
  const entries = slip?.['entries'] as Record<string, { signedAt?: number }>
  const seats = (after['children'] ?? []).map(({ _id, guardians }) => [_id, guardians]) as [
    string,
    { openid: string }[],
  ][]
  const [childId, [guardian]] = seats.find(([id, [first]]) => first && entries[id] && !entries[id]?.signedAt) ?? [
    '',
    [],
  ]
  const openid = guardian?.openid ?? ''
  const read = { noticeId: NOTICE, classId: CLASS, childId }
  expect(await get(openid, 'notice.read', read)).toMatchObject({ title: '秋游通知' })
  const signature = await uploadAs({ cloud: second, ask: askSecond }, openid, 'signature', aPng())
  await get(openid, 'slip.sign', { ...read, version: 1, signature })
  const board = await get(TEACHER, 'board.read', { noticeId: NOTICE, classId: CLASS })
  expect(board.counts.signed).toBe(Object.values(entries).filter(({ signedAt }) => signedAt).length + 1)
  const { runs } = await second.control<{ runs: { error?: string }[] }>('timers.run', { name: 'scheduler', times: 2 })
  expect(runs.filter(({ error }) => error)).toEqual([])
  const { rows, intact } = await get(PRINCIPAL, 'audit.export', { schoolId: SCHOOL, after: 0 })
  expect(intact).toBe(true)
  expect(rows.map(({ said }) => said)).toContain('运维人员从备份恢复全校数据')
})

test('G23 given the folder, then only its owner reads it, and no name, openid or telephone number stands open in it', () => {
  for (const name of readdirSync(folder)) expect([name, statSync(join(folder, name)).mode & 0o077]).toEqual([name, 0])
  const all = Buffer.concat(readdirSync(folder).map((name) => readFileSync(join(folder, name))))
  for (const open of ['张小明', MOTHER, '秋游', CHILD]) expect([open, all.includes(open)]).toEqual([open, false])
})
