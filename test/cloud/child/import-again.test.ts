// Proves that a roster that is imported again knows its children, and that nobody is dropped or kept in silence (M19).
import { read, utils } from '@e965/xlsx'
import type { RosterChoices } from '@class-pact/core/contract'
import type { ChildDoc, ClassDoc } from '../../../cloudfunctions/domains/class/documents'
import type { SlipDoc } from '../../../cloudfunctions/domains/slip/documents'
import { issueAndActivate, newRequestId, openHouse, PRINCIPAL, seatStaff, type House } from '../people/house'

const TEACHER = 'o-wang'
const MOTHER = 'o-mother'

let house: House
let schoolId: string
let classId: string
beforeEach(async () => {
  house = await openHouse()
  schoolId = (await issueAndActivate(house, 'TEST-CODE-0001', PRINCIPAL, '向阳小学')).schoolId
  classId = (await bringIn(BEFORE))['三（1）班'] ?? ''
  await seatStaff(house, classId, TEACHER, 'head_teacher', '王敏', '语文')
})
afterEach(() => house?.cloud.stop())

const csv = (...rows: string[]) => Buffer.from(['班级,学号,姓名,家长,家长电话', ...rows].join('\n'))
const LI = '三（1）班,1,李子函,方圆,13900001095'
const ZHAO = '三（1）班,2,赵走走,赵父,13900001096'
const ZHOU = '三（1）班,3,周留留,周父,13900001097'
const SUN = '三（1）班,4,孙在在,孙父,13900001098'
const OTHER = '三（2）班,21,钱多多,钱父,13900001099'
const BEFORE = csv(LI, ZHAO, ZHOU, SUN, OTHER)

async function preview(content: Buffer, choices: RosterChoices = {}) {
  const fileId = await house.upload(PRINCIPAL, content, schoolId)
  return { fileId, ...(await house.get(PRINCIPAL, 'roster.preview', { schoolId, fileId, ...choices })) }
}
async function bringIn(content: Buffer, choices: RosterChoices = {}): Promise<Record<string, string>> {
  const { fileId, digest, classes } = await preview(content, choices)
  const ids: Record<string, string> = {}
  for (const { className } of classes) {
    const input = { schoolId, fileId, digest, className, ...choices }
    ids[className] = (await house.get(PRINCIPAL, 'roster.import', input)).classId
  }
  return ids
}
const childOf = async (name: string) => {
  const found = (await house.stored<ChildDoc>('children')).filter((child) => child.name === name)
  expect(found).toHaveLength(1)
  return found[0] as ChildDoc
}
const roll = async (name = '三（1）班') =>
  ((await house.stored<ClassDoc>('classes')).find((each) => each.name === name)?.roster ?? []).map((line) => line.name)
const sit = async (childName: string, guardianName: string, phone: string, openid = MOTHER) => {
  const { token } = await house.get(TEACHER, 'invitation.create', { purpose: 'class', classId })
  const claim = { token, consent: true, childName, guardianName, relation: 'mother', phone } as const
  expect(await house.get(openid, 'join.guardian', claim)).toMatchObject({ outcome: 'seated' })
}
const outing = async () => {
  const draft = {
    kind: 'outing' as const,
    title: '秋游通知',
    replyMode: 'sign' as const,
    photos: [],
    body: '下周四上午八点在操场集合，下午三点半返校，请穿运动鞋。',
    deadline: Date.parse('2026-09-03T18:00:00+08:00'),
    event: { day: '2026-09-10', place: '植物园' },
    audience: { to: 'classes' as const, classIds: [classId] },
  }
  return (await house.get(TEACHER, 'notice.publish', draft)).noticeId
}
const later = async () => {
  await house.cloud.control('clock.advance', { ms: 61_000 })
  await house.cloud.control('timers.run', { name: 'scheduler' })
}

test('M19 M10 given a corrected name under the same number, then guardians stay, their cards follow and wait to be confirmed', async () => {
  await sit('李子函', '方圆', '13900001095')
  const noticeId = await outing()
  const file = csv(LI.replace('函', '涵'), ZHAO, ZHOU, SUN)
  expect((await preview(file)).classes).toMatchObject([
    { added: 0, renamed: [{ from: '李子函', to: '李子涵' }], missing: [], moved: [], returned: [] },
  ])
  await bringIn(file)
  expect((await childOf('李子涵')).guardians).toMatchObject([{ openid: MOTHER, card: '李子涵妈妈' }])
  const { identities } = await house.get(MOTHER, 'session.read', {})
  expect(identities).toMatchObject([{ card: '李子涵妈妈', unconfirmed: true }])
  const { rows } = await house.get(TEACHER, 'board.read', { noticeId, classId })
  expect(rows.map(({ name }) => name)).toContain('李子涵')
})

test('M19 given children that the file does not have, then each is asked about: 还在, 已转走 or 以后再说', async () => {
  await sit('赵走走', '赵父', '13900001096')
  const noticeId = await outing()
  const file = csv(LI)
  const asked = await preview(file)
  expect(asked.classes).toMatchObject([
    { missing: [{ no: '2', name: '赵走走' }, { name: '周留留' }, { name: '孙在在' }] },
  ])
  const [zhao, zhou, sun] = [await childOf('赵走走'), await childOf('周留留'), await childOf('孙在在')]
  const missing: RosterChoices['missing'] = [
    { childId: zhao._id, answer: 'left' },
    { childId: sun._id, answer: 'here' },
  ]
  const answered = await preview(file, { missing })
  expect(answered.digest).not.toBe(asked.digest)
  expect(answered.classes[0]?.missing.map(({ answer }) => answer)).toEqual(['left', undefined, 'here'])
  await bringIn(file, { missing })

  expect(await roll()).toEqual(['李子函', '周留留', '孙在在'])
  expect(await childOf('赵走走')).toMatchObject({ away: { state: 'left', cause: 'transferred', from: '2026-09-01' } })
  const slip = (await house.stored<SlipDoc>('slips')).find((each) => each.noticeId === noticeId)
  expect(slip?.entries[zhao._id]).toMatchObject({ closed: { why: 'left' } })
  expect((await house.get(MOTHER, 'session.read', {})).identities).toEqual([])
  // Who was not answered about stays, and is a question that members and the next preview show.
  const { members, away } = await house.get(TEACHER, 'class.members', { classId })
  expect(members.find(({ childId }) => childId === zhou._id)?.missedSince).toBeGreaterThan(0)
  expect(members.find(({ childId }) => childId === sun._id)?.missedSince).toBeUndefined()
  expect(away).toMatchObject([{ childId: zhao._id, cause: 'transferred' }])
  const again = (await preview(file)).classes[0]?.missing
  expect(again?.find(({ childId }) => childId === zhou._id)?.since).toBeGreaterThan(0)
  expect(again?.map(({ name }) => name)).toEqual(['周留留', '孙在在'])
  // 还在 on the page, or the next file that has the child, closes the question.
  await bringIn(csv(LI, ZHOU, SUN))
  expect(await childOf('周留留')).not.toHaveProperty('missedSince')
})

test('M19 M05 given answers that are not those of the preview, then the import is refused', async () => {
  const file = csv(LI)
  const { fileId, digest } = await preview(file)
  const missing = [{ childId: (await childOf('赵走走'))._id, answer: 'left' as const }]
  const input = { schoolId, fileId, digest, className: '三（1）班', missing }
  expect(await house.ask(PRINCIPAL, 'roster.import', input)).toMatchObject({ error: { code: 'FILE_CHANGED' } })
  expect(await roll()).toContain('赵走走')
})

test('M19 L12 given a child in another class of the file, then it moves with its family, and the old class closes its line', async () => {
  await sit('赵走走', '赵父', '13900001096')
  const noticeId = await outing()
  const file = csv(LI, ZHOU, SUN, ZHAO.replace('三（1）班', '三（2）班'), OTHER)
  expect((await preview(file)).classes).toMatchObject([
    { className: '三（1）班', missing: [{ name: '赵走走' }] },
    { className: '三（2）班', moved: [{ name: '赵走走', from: '三（1）班' }] },
  ])
  const ids = await bringIn(file)
  expect(await roll()).not.toContain('赵走走')
  expect(await roll('三（2）班')).toContain('赵走走')
  const moved = await childOf('赵走走')
  expect(moved).toMatchObject({ classId: ids['三（2）班'], guardians: [{ openid: MOTHER }], classesBefore: [classId] })
  const slip = (await house.stored<SlipDoc>('slips')).find((each) => each.noticeId === noticeId)
  expect(slip?.entries[moved._id]).toMatchObject({ closed: { why: 'moved' } })
  await later()
  expect(await childOf('赵走走')).not.toHaveProperty('missedSince')
})

test('M19 given a child that had left and is in the file again, then it is the same child; a suspended one stays suspended', async () => {
  await sit('赵走走', '赵父', '13900001096')
  const [zhao, zhou] = [await childOf('赵走走'), await childOf('周留留')]
  await house.get(PRINCIPAL, 'child.leave', { childId: zhao._id, cause: 'left', from: '2026-09-01' })
  await house.get(PRINCIPAL, 'child.leave', { childId: zhou._id, cause: 'suspended', from: '2026-09-01' })
  expect(await roll()).toEqual(['李子函', '孙在在'])
  const without = await preview(csv(LI, SUN))
  expect(without.classes).toMatchObject([{ missing: [], returned: [], suspended: [] }])
  expect((await preview(BEFORE)).classes[0]).toMatchObject({
    ...{ added: 0, missing: [] },
    ...{ returned: [{ name: '赵走走' }], suspended: [{ name: '周留留' }] },
  })
  await bringIn(BEFORE)
  expect(await roll()).toEqual(['李子函', '赵走走', '孙在在'])
  expect((await house.get(MOTHER, 'session.read', {})).identities).toMatchObject([{ childId: zhao._id }])
  expect((await childOf('周留留')).away).toMatchObject({ state: 'suspended' })
})

test('M19 given a repeat of an import after the child has come back by hand, then it does not leave again', async () => {
  const zhao = await childOf('赵走走')
  const missing = [{ childId: zhao._id, answer: 'left' as const }]
  const { fileId, digest } = await preview(csv(LI, ZHOU, SUN), { missing })
  const input = { schoolId, fileId, digest, className: '三（1）班', missing }
  const requestId = newRequestId()
  await house.get(PRINCIPAL, 'roster.import', input, requestId)
  await house.get(PRINCIPAL, 'child.return', { childId: zhao._id })
  await house.get(PRINCIPAL, 'roster.import', input, requestId)
  expect(await childOf('赵走走')).not.toHaveProperty('away')
  expect(await roll()).toContain('赵走走')
})

test('M19 G18 given an import that breaks after a child has left, then the clock takes it off the roll', async () => {
  const zhao = await childOf('赵走走')
  const missing = [{ childId: zhao._id, answer: 'left' as const }]
  const { fileId, digest } = await preview(csv(LI, ZHOU, SUN), { missing })
  await house.cloud.control('faults.set', { target: 'database:modifyDocument:classes', mode: 'fail' })
  const input = { schoolId, fileId, digest, className: '三（1）班', missing }
  expect(await house.ask(PRINCIPAL, 'roster.import', input)).toMatchObject({ ok: false })
  await house.cloud.control('faults.clear')
  await later()
  expect(await roll()).toEqual(['李子函', '周留留', '孙在在'])
})

test('M19 given doubtful rows, then their file has each as the roster wrote it, a word beside it, and no other row', async () => {
  const rows = [
    LI,
    ',5,钱二二,钱父,13900001100',
    '三（1）班,6,,吴父,13900001101',
    SUN,
    '三（1）班,7,郑电电,郑父,1390000',
  ]
  const fileId = await house.upload(PRINCIPAL, csv(...rows), schoolId)
  const problems = await house.get(PRINCIPAL, 'roster.problems', { schoolId, fileId })
  expect(problems).toMatchObject({ fileName: '问题行.xlsx', rows: 3 })
  const book = read(problems.content, { type: 'base64' })
  const sheet = book.Sheets[book.SheetNames[0] ?? '']
  const table = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1 })
  expect(table[0]).toEqual(['班级', '学号', '姓名', '家长', '家长电话', '原表行号', '问题'])
  expect(table.slice(1).map((row) => [row[5], row[6]])).toEqual([
    ['3', expect.stringContaining('班级为空')],
    ['4', expect.stringContaining('姓名为空')],
    ['6', expect.stringContaining('电话不对')],
  ])
  expect(table[1]?.[2]).toBe('钱二二')
  expect(await house.ask(TEACHER, 'roster.problems', { schoolId, fileId })).toMatchObject({
    error: { code: 'FORBIDDEN' },
  })
})
