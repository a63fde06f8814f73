// Proves that the new first grade comes by import after the others have gone up, and meets none of theirs (L13).
import {
  HEAD_TEACHER,
  PRINCIPAL,
  importFile,
  openHouse,
  openSchool,
  type House,
  type OpenSchool,
} from '../people/house'

let house: House
let school: OpenSchool
beforeAll(async () => {
  house = await openHouse()
  school = await openSchool(house)
})
afterAll(() => house?.cloud.stop())

interface ClassRow {
  _id: string
  name: string
  roster: { name: string }[]
}
const rows = async () => Object.fromEntries((await house.stored<ClassRow>('classes')).map((each) => [each.name, each]))

test('L13 the new 一（1）班 is another class than the one that was called so, and neither loses a child', async () => {
  const { schoolId } = school
  const before = await rows()
  const { year, plan } = await house.get(PRINCIPAL, 'year.read', { schoolId })
  const { run } = await house.get(PRINCIPAL, 'year.run', { schoolId, year, digest: plan?.digest ?? '' })
  expect(run?.state).toBe('done')

  const roster = Buffer.from('班级,学号,姓名\n一（1）班,1,甄新一\n一（1）班,2,甄新二\n一（2）班,1,甄新三\n')
  const imported = await importFile(house, schoolId, roster)
  const after = await rows()
  expect(after['二（1）班']).toMatchObject({ _id: before['一（1）班']?._id, roster: before['一（1）班']?.roster })
  expect(after['一（1）班']?._id).toBe(imported['一（1）班'])
  expect(after['一（1）班']?._id).not.toBe(before['一（1）班']?._id)
  expect(after['一（1）班']?.roster.map(({ name }) => name)).toEqual(['甄新一', '甄新二'])
  expect(after['一（2）班']?.roster).toHaveLength(1)
  const { identities } = await house.get(HEAD_TEACHER, 'session.read', {})
  expect(identities).toMatchObject([{ className: '二（1）班' }])
})

test('L13 undone after that, the new classes make room and lose nothing', async () => {
  const { schoolId } = school
  const { run } = await house.get(PRINCIPAL, 'year.undo', { schoolId, year: 2026 })
  expect(run?.state).toBe('undone')
  const after = await rows()
  expect(after['一（1）班']?.roster.length).toBeGreaterThan(2)
  expect(after['新一（1）班']?.roster.map(({ name }) => name)).toEqual(['甄新一', '甄新二'])
})
