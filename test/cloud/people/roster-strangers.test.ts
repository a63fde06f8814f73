// Proves that strangers' rosters let nobody in, lose no child, and that two of them at once leave one truth.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Input, RosterChoices } from '@class-pact/core/contract'
import type { ChildDoc, ClassDoc } from '../../../cloudfunctions/domains/class/documents'
import { issueAndActivate, openHouse, PRINCIPAL, ROSTERS, seatStaff, type House } from './house'

let house: House
let schoolId: string
beforeAll(async () => {
  house = await openHouse()
  schoolId = (await issueAndActivate(house, 'TEST-CODE-0001', PRINCIPAL, '向阳小学')).schoolId
})
afterAll(() => house?.cloud.stop())

const stranger = (file: string) => readFileSync(join(ROSTERS, 'strangers', file))
const TEACHER_OF = (classId: string) => `o-head-${classId}`

async function preview(content: Buffer, choices: RosterChoices = {}) {
  const fileId = await house.upload(PRINCIPAL, content, schoolId)
  return { fileId, ...(await house.get(PRINCIPAL, 'roster.preview', { schoolId, fileId, ...choices })) }
}
/** Previews and imports every class of a file; gives the first one's id. */
async function bringIn(content: Buffer, choices: RosterChoices = {}): Promise<string> {
  const { fileId, digest, classes } = await preview(content, choices)
  const ids: string[] = []
  for (const { className } of classes) {
    const input = { schoolId, fileId, digest, className, ...choices }
    ids.push((await house.get(PRINCIPAL, 'roster.import', input)).classId)
  }
  return ids[0] ?? ''
}
const childrenOf = async (classId: string) =>
  (await house.stored<ChildDoc>('children')).filter((child) => child.classId === classId)
const rollOf = async (classId: string) =>
  (await house.stored<ClassDoc>('classes')).find(({ _id }) => _id === classId)?.roster ?? []

/** An invitation to the whole class, from its head teacher. */
async function openDoor(classId: string): Promise<string> {
  const teacher = TEACHER_OF(classId)
  await seatStaff(house, classId, teacher, 'head_teacher', '王敏', '语文')
  return (await house.get(teacher, 'invitation.create', { purpose: 'class', classId })).token
}
type Claim = Omit<Input<'join.guardian'>, 'token' | 'consent'>
const knock = (openid: string, token: string, claim: Claim) =>
  house.get(openid, 'join.guardian', { token, consent: true, ...claim })

test('M02 the head teacher’s number in the list seats nobody, and is no family’s number', async () => {
  const classId = await bringIn(stranger('PC-01-head-teacher-phone.xlsx'))
  const token = await openDoor(classId)
  const claim = { childName: '林小禾', guardianName: '陌生人', relation: 'other', phone: '13900001099' } as const
  expect(await knock('o-stranger', token, claim)).toMatchObject({ outcome: 'applied' })
  const [child] = await childrenOf(classId)
  const { phones } = await house.get(TEACHER_OF(classId), 'child.phones', { childId: child?._id ?? '' })
  expect(phones).toEqual([{ relation: '', name: '林大山', phone: '13900001002' }])
})

test('M02 a mother in the national register’s list is known, one on the pupil’s number is not', async () => {
  const classId = await bringIn(stranger('PC-05-national-members.xlsx'))
  const token = await openDoor(classId)
  const anybody = { childName: '林小禾', guardianName: '陌生人', relation: 'father', phone: '13900001001' } as const
  expect(await knock('o-other', token, anybody)).toMatchObject({ outcome: 'applied' })
  const mother = { childName: '林小禾', guardianName: '周小溪', relation: 'mother', phone: '13900001003' } as const
  expect(await knock('o-zhou', token, mother)).toMatchObject({ outcome: 'seated' })
  const [child] = await childrenOf(classId)
  expect(child?.contacts).toEqual([
    { relation: '父亲', name: '林大山', phone: '13900001002' },
    { relation: '母亲', name: '周小溪', phone: '13900001003' },
  ])
})

test('M02 a character of the private zone is the one of the keyboard', async () => {
  const token = await openDoor(await bringIn(stranger('PC-15-private-zone.xlsx')))
  const father = { childName: '张䶮', guardianName: '张远', relation: 'father', phone: '13900001071' } as const
  expect(await knock('o-zhang', token, father)).toMatchObject({ outcome: 'seated' })
})

test('M19 a corrected name is the same child, its mother stays, and a child who is not in the file is named', async () => {
  const classId = await bringIn(stranger('PC-07-before.xlsx'))
  const token = await openDoor(classId)
  const mother = { childName: '李子函', guardianName: '方圆', relation: 'mother', phone: '13900001095' } as const
  expect(await knock('o-fang', token, mother)).toMatchObject({ outcome: 'seated' })
  const after = stranger('PC-07-after.xlsx')
  expect((await preview(after)).classes).toMatchObject([
    { added: 0, renamed: [{ row: 2, from: '李子函', to: '李子涵' }], missing: [{ no: '52', name: '赵走' }] },
  ])
  await bringIn(after)
  expect((await rollOf(classId)).map(({ no, name }) => `${no} ${name}`)).toEqual(['51 李子涵', '52 赵走', '53 周留'])
  const renamed = (await childrenOf(classId)).find(({ name }) => name === '李子涵')
  expect(renamed?.guardians).toMatchObject([{ openid: 'o-fang' }])
  const gone = (await childrenOf(classId)).find(({ name }) => name === '赵走')
  await bringIn(after, { missing: [{ childId: gone?._id ?? '', answer: 'left' }] })
  expect((await rollOf(classId)).map(({ no, name }) => `${no} ${name}`)).toEqual(['51 李子涵', '53 周留'])
})

test('namesakes keep the marks that tell them apart on the roll, and a family is known by the name alone', async () => {
  const classId = await bringIn(stranger('PC-12-big-and-small.xlsx'))
  expect((await rollOf(classId)).filter(({ name }) => name.startsWith('张伟')).map(({ name }) => name)).toEqual([
    '张伟（大）',
    '张伟（小）',
  ])
  await bringIn(stranger('PC-12-big-and-small.xlsx'))
  expect((await childrenOf(classId)).filter(({ name }) => name === '张伟')).toHaveLength(2)
  const rows = [
    '班级,姓名,性别,家长,家长电话',
    '二（1）班,张伟（大）,男,张大山,13900001081',
    '二（1）班,张伟（小）,女,张小山,13900001082',
  ]
  await bringIn(Buffer.from(rows.join('\n')))
  expect((await childrenOf(classId)).filter(({ name }) => name === '张伟')).toHaveLength(2)
  const { token } = await house.get(TEACHER_OF(classId), 'invitation.create', { purpose: 'class', classId })
  const father = { childName: '张伟', guardianName: '张小山', relation: 'father', phone: '13900001082' } as const
  const joined = await knock('o-small', token, father)
  const small = (await childrenOf(classId)).find(({ mark }) => mark === '小')
  expect(joined).toMatchObject({ outcome: 'seated', identity: { childId: small?._id } })
})

test('M05 a list without a class comes in by the leader’s answer, and an import with another answer is refused', async () => {
  const file = stranger('PC-04-no-class.xlsx')
  const asked = await preview(file)
  expect(asked).toMatchObject({ importable: 0, questions: [{ code: 'class', sheet: 'Sheet1', written: '', rows: 2 }] })
  const choices = { classes: [{ sheet: 'Sheet1', written: '', className: '六（2）班' }] }
  const answered = await preview(file, choices)
  expect(answered.classes).toMatchObject([{ className: '六（2）班', children: 2, isNew: true }])
  const input = { schoolId, fileId: answered.fileId, className: '六（2）班' }
  const other = { classes: [{ sheet: 'Sheet1', written: '', className: '六（3）班' }] }
  for (const wrong of [
    { ...input, digest: asked.digest, ...choices },
    { ...input, digest: answered.digest, ...other },
  ]) {
    expect(await house.ask(PRINCIPAL, 'roster.import', wrong)).toMatchObject({ error: { code: 'FILE_CHANGED' } })
  }
  await house.get(PRINCIPAL, 'roster.import', { ...input, digest: answered.digest, ...choices })
  expect((await house.stored<ClassDoc>('classes')).find(({ name }) => name === '六（2）班')?.roster).toHaveLength(2)
})

test.each([
  ['PC-03-two-lists-side-by-side.xlsx', '二（3）班', ['21 石磊', '22 高天', '23 白云飞', '24 江小雨']],
  ['PC-09-class-as-date.xlsx', '三（2）班', ['1 林小禾', '2 马一诺']],
  ['PC-24-gbk.csv', '二（1）班', ['1 林小禾']],
])('M05 the strange file %s comes in whole', async (file, className, roll) => {
  await bringIn(stranger(file))
  const found = (await house.stored<ClassDoc>('classes')).find(({ name }) => name === className)
  const names = found?.roster.map(({ no, name }) => `${no} ${name}`)
  expect(names).toEqual(expect.arrayContaining(roll))
})

test('M05 two files into one class at once leave as many children on the roll as are stored, round after round', async () => {
  const file = (round: number, which: string) => {
    const rows = Array.from({ length: 12 }, (_, at) => {
      const letters = `${'甲乙丙丁戊己庚辛壬癸子丑'[at]}${which}${'一二三四五'[round]}`
      return `五（9）班,孩${letters},139${String(round)}${which === '东' ? 1 : 2}0000${String(at + 10)}`
    })
    return Buffer.from(['班级,姓名,家长电话', ...rows].join('\n'))
  }
  let classId = ''
  for (let round = 0; round < 3; round++) {
    const [east, west] = await Promise.all([bringIn(file(round, '东')), bringIn(file(round, '西'))])
    expect(east).toBe(west)
    classId = east
    const stored = (await childrenOf(classId)).map(({ _id }) => _id).sort()
    const onTheRoll = (await rollOf(classId)).map(({ childId }) => childId).sort()
    expect(stored).toHaveLength(24 * (round + 1))
    expect(onTheRoll).toEqual(stored)
  }
})
