// Proves that a register leaves as a workbook of exactly what its reader may look through, and that it was taken along.
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  TEACHER,
  childId,
  childName,
  motherOf,
  newRequestId,
} from '../given-school'
import { DUTY, GRADE, givenRegisters, type Registers } from '../entry/given-registers'
import { download, figureOf, openBook } from './given-exports'
import { unzipSync, strFromU8 } from 'fflate'

const TODAY = '2026-09-01'
const FORBIDDEN = { error: { code: 'FORBIDDEN' } }
let school: Registers
beforeEach(async () => {
  school = await givenRegisters(['contacts', 'class-log', 'special-pupils'])
})
afterEach(() => school.stop())

const contact = (who: string, index: number, matter: string) =>
  school.write(who, {
    ...{ register: 'contacts', childId: childId(CLASS, index) },
    answers: [
      { question: 'way', choices: ['phone'] },
      { question: 'day', day: TODAY },
      { question: 'matter', text: matter },
    ],
  })
const take = (who: string, more = {}, requestId = newRequestId()) =>
  school.ask(who, 'register.export', { register: 'contacts', schoolId: SCHOOL, classId: CLASS, ...more }, requestId)
const taken = async (who: string, more = {}) => {
  const reply = await take(who, more)
  if (!reply.ok) throw new Error(JSON.stringify(reply.error))
  return { ...reply.data, book: await openBook(reply.data.url) }
}

test('H01 given contacts of a class, then its head teacher has each in a row under the school’s heading, with real days', async () => {
  await contact(HEAD_TEACHER, 0, '=1+1')
  await contact(TEACHER, 1, '作业')
  const { book, name, rows } = await taken(HEAD_TEACHER)
  expect({ name, rows, names: book.names }).toEqual({
    name: '三（2）班联系家长.xlsx',
    rows: 2,
    names: ['记录', '汇总'],
  })
  const lines = book.lines('记录')
  expect(lines[0]).toEqual(['幸福街小学'])
  expect(lines[1]?.[0]).toBe('三（2）班　联系家长')
  expect(lines[2]?.[0]).toContain('家校联系制度')
  expect(lines[3]?.[0]).toContain(`${TODAY}至${TODAY}`)
  const head = lines[4] ?? []
  expect(head).toEqual(['日期', '班级', '孩子', '方式', '日期', '谈了什么', '家长的意见', '记录人', '记录时间', '状态'])
  const [own, other] = [lines.find((line) => line.includes('=1+1')), lines.find((line) => line.includes('作业'))]
  expect(own?.slice(1, 4)).toEqual(['三（2）班', childName(0), '电话'])
  expect(other?.slice(7, 8)).toEqual(['数学李老师'])
  expect(own?.at(-1)).toBe('办完')
  // A table knows days and hours, and of no time zone: those of Beijing are written.
  expect(own?.[0]).toEqual(new Date(`${TODAY}T00:00:00Z`))
  expect((own?.[8] as Date).toISOString().slice(0, 15)).toBe(`${TODAY}T10:0`)
  expect(book.sheet('记录')['A6']).toMatchObject({ t: 'n', z: 'yyyy-mm-dd' })
  const words = Object.values(book.sheet('记录')).find((cell: { v?: unknown }) => cell.v === '=1+1') as object
  expect(words).toMatchObject({ t: 's' })
  expect(words).not.toHaveProperty('f')
  const figures = book.lines('汇总')
  expect(figureOf(figures, '语文王老师', '已办')).toBe(1)
  expect(figures.some((line) => line.includes('数学李老师'))).toBe(true)
})

test('H01 given a teacher of the class, then the file holds what they wrote themselves, and says so', async () => {
  await contact(HEAD_TEACHER, 0, '上课走神')
  await contact(TEACHER, 1, '作业')
  const { book, rows } = await taken(TEACHER)
  expect(rows).toBe(1)
  const text = JSON.stringify(book.names.map((name) => book.lines(name)))
  expect(text).toContain('只含本人所记')
  expect(text).toContain('作业')
  expect(text).not.toContain('上课走神')
  expect(text).not.toContain('王老师')
})

test('H01 D13 given people who may not look through a register, then there is no file of it', async () => {
  await contact(HEAD_TEACHER, 0, '上课走神')
  for (const who of [OTHER_HEAD_TEACHER, DUTY, motherOf(childId(CLASS, 0)), 'o-nobody'])
    expect(await take(who)).toMatchObject(FORBIDDEN)
  // Of a private register a teacher of the class has nothing, an officer neither.
  const secret = { register: 'special-pupils' }
  for (const who of [TEACHER, GRADE, DUTY]) expect(await take(who, secret)).toMatchObject(FORBIDDEN)
  expect(await take(HEAD_TEACHER, secret)).toMatchObject({ data: { rows: 0 } })
  expect(await take(HEAD_TEACHER, { classId: OTHER_CLASS })).toMatchObject(FORBIDDEN)
  for (const register of ['home-visits', 'own:1'])
    expect(await take(HEAD_TEACHER, { register })).toMatchObject(FORBIDDEN)
  expect((await school.stored<{ _id: string; trail: object[] }>('schools'))[0]?.trail).toHaveLength(1)
})

test('D01 given a log with a tick, then the leaders have the whole school in one file, the days asked for alone', async () => {
  await school.write(TEACHER, { register: 'class-log', answers: [{ question: 'notes', text: '一切正常' }] })
  const whole = { register: 'class-log', classId: undefined }
  const { book, rows } = await taken(OFFICE, whole)
  expect(rows).toBe(1)
  const [head = [], row = []] = book.lines('记录').slice(-2)
  expect(row[head.indexOf('班级')]).toBe('三（2）班')
  expect(row).toContain('✓')
  expect(row).toContain('在办')
  expect(head.some((title) => String(title).endsWith('：谁'))).toBe(true)
  expect(figureOf(book.lines('汇总'), '三（2）班', '应办')).toBe(1)
  expect((await taken(PRINCIPAL, { ...whole, from: '2026-09-02' })).rows).toBe(0)
  expect((await taken(PRINCIPAL, { ...whole, to: '2026-09-01' })).rows).toBe(1)
})

test('G12 given a file that was taken along, then the trail says who took it, once, also when the phone asks again', async () => {
  const requestId = newRequestId()
  const both = [await take(HEAD_TEACHER, {}, requestId), await take(HEAD_TEACHER, {}, requestId)]
  expect(both.map(({ ok }) => ok)).toEqual([true, true])
  const [kept] = await school.stored<{ trail: { action: string; by: string; detail: object }[] }>('schools')
  expect(kept?.trail).toMatchObject([
    { action: 'register.export', by: HEAD_TEACHER, detail: { register: 'contacts', classId: CLASS, rows: 0 } },
  ])
})

test('H01 given the file, then its head stays where it is', async () => {
  const reply = await take(HEAD_TEACHER)
  const files = unzipSync(new Uint8Array(await download(reply.ok ? reply.data.url : '')))
  const sheet = files['xl/worksheets/sheet1.xml']
  expect(sheet && strFromU8(sheet)).toMatch(/<pane ySplit="5" topLeftCell="A6"[^>]* state="frozen"\/>/)
})
