// Proves that rosters come in after a preview, class by class, once, whatever happens on the way.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import writeExcel from 'write-excel-file/node'
import type { ChildDoc, ClassDoc } from '../../../cloudfunctions/domains/class/documents'
import {
  HEAD_TEACHER,
  importFile,
  issueAndActivate,
  newRequestId,
  openHouse,
  openSchool,
  PRINCIPAL,
  ROSTERS,
  seat,
  type House,
  type OpenSchool,
} from './house'

let house: House
let school: OpenSchool
const grade = readFileSync(join(ROSTERS, 'grade-1.xlsx'))

beforeAll(async () => {
  house = await openHouse()
  school = await openSchool(house)
})
afterAll(() => house?.cloud.stop())

type Row = (string | number | null)[]
const workbook = (rows: Row[], sheet = '名单'): Promise<Buffer> =>
  writeExcel(
    rows.map((row) => row.map((value) => (value === null ? null : { value }))),
    { sheet },
  ).toBuffer()

const roll = async (className: string) => {
  const found = (await house.stored<ClassDoc>('classes')).find(({ name }) => name === className)
  return (found?.roster ?? []).map(({ no, name }) => `${no} ${name}`)
}
const stamp = async () => JSON.stringify([await house.stored('children'), await house.stored('classes')])
const preview = async (content: Buffer) => {
  const fileId = await house.upload(PRINCIPAL, content, school.schoolId)
  return house.get(PRINCIPAL, 'roster.preview', { schoolId: school.schoolId, fileId })
}

test('a preview names classes and problems, and stores nothing', async () => {
  const before = await stamp()
  const seen = await preview(
    await workbook([
      ['班级', '学号', '姓名'],
      ['二(1)班', 1, '甲同学'],
      ['二(1)班', 2, null],
      ['二(1)班', 1, '乙同学'],
    ]),
  )
  expect(seen).toMatchObject({
    rows: 3,
    importable: 1,
    classes: [{ className: '二（1）班', children: 1, added: 1, isNew: true, sample: ['甲同学'] }],
    problems: [
      { row: 3, code: 'name_missing', blocking: true },
      { row: 4, code: 'number_taken', blocking: true, otherRow: 2 },
    ],
    columns: [
      { sheet: '名单', row: 1, column: 'A', header: '班级', meaning: 'class', owner: 'child' },
      { sheet: '名单', row: 1, column: 'B', header: '学号', meaning: 'number', owner: 'child' },
      {
        sheet: '名单',
        row: 1,
        column: 'C',
        header: '姓名',
        meaning: 'name',
        owner: 'child',
        samples: ['甲*学', '乙*学'],
      },
    ],
  })
  expect(await stamp()).toBe(before)
})

test('rows are numbered as Excel numbers them, also below blank rows', async () => {
  const seen = await preview(
    await workbook([[null], [null], ['班级', '姓名'], [null, null], ['二1班', null, null], ['实验', '甲同学']]),
  )
  expect(seen.problems.map(({ row, code }) => [row, code])).toEqual([
    [5, 'row_skipped'],
    [6, 'class_unreadable'],
  ])
})

test('the same file again changes nothing, and neither does another order', async () => {
  const before = await stamp()
  const seen = await preview(grade)
  expect(seen.classes.map(({ added, isNew }) => [added, isNew])).toEqual([
    [0, false],
    [0, false],
    [0, false],
  ])
  await importFile(house, school.schoolId, grade)
  expect(await stamp()).toBe(before)
})

test('M05 two imports of one new class at once leave one class and every child once', async () => {
  const rows: Row[] = [
    ['班级', '学号', '姓名', '家长', '电话'],
    ...Array.from({ length: 30 }, (_, at): Row => [
      '三年2班',
      at + 1,
      `孩${'甲乙丙丁戊己庚辛壬癸'[at % 10]}${'一二三'[Math.floor(at / 10)]}`,
      null,
      null,
    ]),
  ]
  const fileId = await house.upload(PRINCIPAL, await workbook(rows), school.schoolId)
  const { schoolId } = school
  const { digest } = await house.get(PRINCIPAL, 'roster.preview', { schoolId, fileId })
  const input = { schoolId, fileId, digest, className: '三（2）班' }
  const replies = await Promise.all([1, 2, 3].map(() => house.ask(PRINCIPAL, 'roster.import', input)))
  expect(replies.every((reply) => reply.ok)).toBe(true)
  const classes = (await house.stored<ClassDoc>('classes')).filter(({ name }) => name === '三（2）班')
  expect(classes).toHaveLength(1)
  expect(classes[0]?.roster).toHaveLength(30)
  const children = (await house.stored<ChildDoc>('children')).filter(({ classId }) => classId === classes[0]?._id)
  expect(children).toHaveLength(30)
  expect((await roll('三（2）班')).slice(0, 2)).toEqual(['1 孩甲一', '2 孩乙一'])
})

test('G18 an import that breaks half way is finished by repeating it', async () => {
  const rows: Row[] = [
    ['班级', '姓名', '电话'],
    ['四1班', '钱小一', 13800001001],
    ['四1班', '钱小二', 13800001002],
  ]
  const fileId = await house.upload(PRINCIPAL, await workbook(rows), school.schoolId)
  const { schoolId } = school
  const { digest } = await house.get(PRINCIPAL, 'roster.preview', { schoolId, fileId })
  const input = { schoolId, fileId, digest, className: '四（1）班' }
  await house.cloud.control('faults.set', { target: 'database:modifyDocument:classes', mode: 'fail' })
  expect(await house.ask(PRINCIPAL, 'roster.import', input)).toMatchObject({ ok: false, error: { code: 'TRY_AGAIN' } })
  await house.cloud.control('faults.clear')
  const requestId = newRequestId()
  const finished = await house.get(PRINCIPAL, 'roster.import', input, requestId)
  expect(finished).toMatchObject({ added: 2, unchanged: 0 })
  expect(await house.get(PRINCIPAL, 'roster.import', input, requestId)).toEqual(finished)
  expect(await house.get(PRINCIPAL, 'roster.import', input)).toMatchObject({ added: 0, unchanged: 2 })
  expect(await roll('四（1）班')).toEqual(['1 钱小一', '2 钱小二'])
})

test('a list without numbers keeps its roll order when it comes in another order and with somebody new', async () => {
  const head: Row = ['班级', '姓名', '电话']
  const one: Row = ['五1班', '吴一', 13800002001]
  const two: Row = ['五1班', '吴一', 13800002002]
  await importFile(house, school.schoolId, await workbook([head, one, two]))
  await importFile(house, school.schoolId, await workbook([head, two, ['五1班', '吴三', 13800002003], one]))
  expect(await roll('五（1）班')).toEqual(['1 吴一', '2 吴一', '3 吴三'])
})

test('a child that moved keeps its family, and the family reads the new class', async () => {
  const { '一（1）班': from = '', '一（2）班': to = '' } = school.classes
  const members = (await house.get(HEAD_TEACHER, 'class.members', { classId: from })).members
  const child = members.find(({ name }) => name === '郝乐天')
  await seat(house, 'o-hao', from, child?.childId ?? '')
  await importFile(
    house,
    school.schoolId,
    await workbook([
      ['班级', '学号', '姓名'],
      ['一2班', child?.no ?? '', '郝乐天'],
    ]),
  )
  expect((await roll('一（1）班')).some((line) => line.includes('郝乐天'))).toBe(false)
  expect((await roll('一（2）班')).filter((line) => line.includes('郝乐天'))).toEqual([`${child?.no} 郝乐天`])
  const { identities } = await house.get('o-hao', 'session.read', {})
  expect(identities).toMatchObject([
    { childId: child?.childId, classId: to, className: '一（2）班', card: '郝乐天妈妈' },
  ])
  const moved = (await house.stored<ChildDoc>('children')).find(({ _id }) => _id === child?.childId)
  expect(moved).toMatchObject({ classId: to, guardians: [{ openid: 'o-hao' }], contacts: [{ phone: '17797380363' }] })
})

test('a file that is not the previewed one, or none at all, is refused', async () => {
  const { schoolId } = school
  const fileId = await house.upload(PRINCIPAL, grade, school.schoolId)
  const input = { schoolId, fileId, digest: '0'.repeat(64), className: '一（1）班' }
  expect(await house.ask(PRINCIPAL, 'roster.import', input)).toMatchObject({ error: { code: 'FILE_CHANGED' } })
  const pdf = await house.upload(PRINCIPAL, Buffer.from('%PDF-1.7'), school.schoolId)
  expect(await house.ask(PRINCIPAL, 'roster.preview', { schoolId, fileId: pdf })).toMatchObject({
    error: { code: 'FILE_UNREADABLE', field: 'kind' },
  })
  const missing = `${fileId.slice(0, -4)}none`
  expect(await house.ask(PRINCIPAL, 'roster.preview', { schoolId, fileId: missing })).toMatchObject({
    error: { code: 'FILE_UNREADABLE', field: 'file' },
  })
  const blank = await house.upload(PRINCIPAL, await workbook([['通知'], ['请填报']]), school.schoolId)
  expect(await house.ask(PRINCIPAL, 'roster.preview', { schoolId, fileId: blank })).toMatchObject({
    error: { code: 'FILE_UNREADABLE', field: 'header' },
  })
})

test('C28 a file outside the folder of the school is not read as its roster', async () => {
  const { schoolId } = school
  const other = await issueAndActivate(house, 'TEST-CODE-0404', PRINCIPAL, '邻家小学')
  const elsewhere = await house.upload(PRINCIPAL, grade, other.schoolId)
  const climbing = elsewhere.replace(other.schoolId, `${schoolId}/../${other.schoolId}`)
  for (const fileId of [elsewhere, climbing]) {
    const refused = { ok: false, error: { code: 'INPUT_INVALID', field: 'fileId' } }
    expect(await house.ask(PRINCIPAL, 'roster.preview', { schoolId, fileId })).toEqual(refused)
    const input = { schoolId, fileId, digest: '0'.repeat(64), className: '一（1）班' }
    expect(await house.ask(PRINCIPAL, 'roster.import', input)).toEqual(refused)
  }
})

test('a file with more rows than a school has is refused at once', async () => {
  const rows: Row[] = [['班级', '姓名'], ...Array.from({ length: 5001 }, (): Row => ['一1班', '同名'])]
  const fileId = await house.upload(PRINCIPAL, await workbook(rows), school.schoolId)
  expect(await house.ask(PRINCIPAL, 'roster.preview', { schoolId: school.schoolId, fileId })).toMatchObject({
    error: { code: 'FILE_UNREADABLE', field: 'sheet' },
  })
})
