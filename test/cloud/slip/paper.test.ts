// Decides that what a class has not signed on phones goes out on paper, comes back by a scan, and counts once.
import { read, utils } from '@e965/xlsx'
import type { Input } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  TEACHER,
  anOuting,
  childId,
  childName,
  fatherOf,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { codesOn, shapesOn, textOn } from './read-paper'

const CHILDREN = 60
const FORBIDDEN = { ok: false, error: { code: 'FORBIDDEN' } }
const NOW = Date.parse('2026-09-01T10:00:00+08:00')

let school: GivenSchool
beforeAll(async () => {
  school = await givenSchool({ children: CHILDREN })
})
afterAll(() => school.stop())

const download = async (url: string) => Buffer.from(await (await fetch(url)).arrayBuffer())
const publish = async (changes = {}, by = HEAD_TEACHER) => {
  await school.advance(61_000)
  const { noticeId } = await school.get(by, 'notice.publish', anOuting(changes))
  return { noticeId, classId: CLASS }
}
const sign = (at: { noticeId: string; classId: string }, index: number) => {
  const child = childId(CLASS, index)
  return school.get(motherOf(child), 'slip.sign', { ...at, childId: child, version: 1, typedName: '王芳' })
}
/** What stands in the code of each child's slip, in the order of the sheets. */
const printCodes = async (at: { noticeId: string; classId: string }, childIds?: string[]) => {
  const printed = await school.get(HEAD_TEACHER, 'board.print', { ...at, as: 'slips', ...(childIds && { childIds }) })
  return codesOn(await download(printed.url))
}
const scanned = (text: string) => ({ code: text.replace('paper=', '') })
const note = (slip: { noticeId: string; classId: string }, child: string): Input<'slip.followUp'> => ({
  ...{ ...slip, childId: child, way: 'paper', told: '奶奶', at: NOW, once: true },
})
const boardOf = (at: { noticeId: string; classId: string }) => school.get(HEAD_TEACHER, 'board.read', at)

test('N08 given sixty children of whom two signed, then fifty-eight slips are printed, each with its child and a code that says nothing', async () => {
  const at = await publish()
  await sign(at, 0)
  await sign(at, 1)
  const printed = await school.get(HEAD_TEACHER, 'board.print', { ...at, as: 'slips' })
  expect(printed).toMatchObject({ name: '秋游通知纸质回执单.pdf', children: CHILDREN - 2, annex: false })
  const content = await download(printed.url)
  const text = textOn(content)
  expect(text).toContain('幸福街小学')
  expect(text).toContain(`3号　${childName(2)}　家长：`)
  expect(text).not.toContain(`${childName(0)}　家长：`)
  expect(text.match(/家长签字/g)).toHaveLength(CHILDREN - 2)
  for (const words of ['秋游通知', '地点：植物园', '与孩子的关系', '9月2日18:00前']) expect(text).toContain(words)
  expect(shapesOn(content)).toHaveLength(CHILDREN - 2)
  const codes = await printCodes(
    at,
    [2, 3, 59].map((index) => childId(CLASS, index)),
  )
  expect(new Set(codes).size).toBe(3)
  for (const code of codes) {
    expect(code.length).toBeLessThanOrEqual(64)
    for (const known of [at.noticeId, CLASS, childName(2)]) expect(code).not.toContain(known)
  }
})

test('X04 given a signed paper, then its code leads the teacher to the child, and twice is once, also in the same moment', async () => {
  const at = await publish()
  const child = childId(CLASS, 2)
  const [code = ''] = await printCodes(at, [child])
  const paper = await school.get(HEAD_TEACHER, 'paper.read', scanned(code))
  expect(paper).toMatchObject({ ...at, title: '秋游通知', state: 'published', printed: 1, version: 1 })
  expect(paper.row).toMatchObject({ childId: child, name: childName(2), state: 'unbound' })

  const both = await Promise.all([1, 2].map(() => school.ask(HEAD_TEACHER, 'slip.followUp', note(at, child))))
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'FOLLOWED_ALREADY' } })
  const board = await boardOf(at)
  expect(board.counts).toMatchObject({ followed: 1, missing: CHILDREN - 1 })
  expect(board.rows.find((row) => row.childId === child)?.followUps).toMatchObject([{ way: 'paper', told: '奶奶' }])
  expect((await school.get(HEAD_TEACHER, 'paper.read', scanned(code))).row.state).toBe('followed')
  expect(await printCodes(at, [child])).toEqual([code])
})

test('X04 N05 given a family that signed meanwhile, then its paper changes nothing', async () => {
  const at = await publish()
  const child = childId(CLASS, 0)
  const [code = ''] = await printCodes(at, [child])
  await sign(at, 0)
  expect((await school.get(HEAD_TEACHER, 'paper.read', scanned(code))).row.state).toBe('signed')
  expect(await school.ask(HEAD_TEACHER, 'slip.followUp', note(at, child))).toMatchObject({
    error: { code: 'FOLLOWED_ALREADY' },
  })
  expect((await boardOf(at)).counts).toMatchObject({ signed: 1, followed: 0 })
})

test('N06 N16 given anybody who may not act on the board, then a paper looks like a code of nobody', async () => {
  const at = await publish()
  const [code = ''] = await printCodes(at, [childId(CLASS, 0)])
  const nobodys = { code: `${'x'.repeat(24)}.${'y'.repeat(10)}` }
  const others = [motherOf(childId(CLASS, 0)), motherOf(childId(CLASS, 1)), OTHER_HEAD_TEACHER, TEACHER, PRINCIPAL]
  for (const who of others) expect(await school.ask(who, 'paper.read', scanned(code))).toEqual(FORBIDDEN)
  expect(await school.ask(HEAD_TEACHER, 'paper.read', nobodys)).toEqual(FORBIDDEN)
  expect((await boardOf(at)).counts.followed).toBe(0)
})

test('N08 M14 given the roles, then whoever acts prints slips, whoever looks prints the list, and others nothing', async () => {
  const at = await publish({}, TEACHER)
  const print = (who: string, as: 'slips' | 'list' | 'table') => school.ask(who, 'board.print', { ...at, as })
  for (const who of [TEACHER, HEAD_TEACHER]) expect((await print(who, 'slips')).ok).toBe(true)
  for (const who of [PRINCIPAL, OFFICE]) {
    expect(await print(who, 'slips')).toEqual(FORBIDDEN)
    expect((await print(who, 'list')).ok).toBe(true)
    expect((await print(who, 'table')).ok).toBe(true)
  }
  for (const who of [OTHER_HEAD_TEACHER, motherOf(childId(CLASS, 0))]) {
    for (const as of ['slips', 'list', 'table'] as const) expect(await print(who, as)).toEqual(FORBIDDEN)
  }
  const [slip] = (await school.stored<{ noticeId: string; trail: { action: string; by: string }[] }>('slips')).filter(
    ({ noticeId }) => noticeId === at.noticeId,
  )
  expect(slip?.trail.filter(({ action }) => action === 'slip.print')).toHaveLength(6)
})

test('N08 given a letter of 5,000 characters, then slips have its beginning, and the last sheets the whole of it', async () => {
  const lines = Array.from(
    { length: 100 },
    (_, index) => `第${index + 1}条：${'请各位家长按时接送孩子并注意交通安全，'.repeat(2)}谢谢。`,
  )
  const at = await publish({ body: lines.join('\n').slice(0, 4_900) })
  const printed = await school.get(HEAD_TEACHER, 'board.print', { ...at, as: 'slips', childIds: [childId(CLASS, 2)] })
  expect(printed).toMatchObject({ children: 1, annex: true })
  const text = textOn(await download(printed.url))
  expect(text).toContain('全文见附页')
  expect(text).toContain('附页1：通知全文')
  expect(text).toContain('第100条：')
})

test('N06 X01 X04 given 38 signed, one call and one paper of sixty, then list and table say so, child by child', async () => {
  const at = await publish()
  for (let index = 0; index < CHILDREN; index++) if (index % 3 !== 2 && index < 57) await sign(at, index)
  await school.get(HEAD_TEACHER, 'slip.followUp', { ...note(at, childId(CLASS, 2)), way: 'phone', result: '=1+1' })
  await school.get(HEAD_TEACHER, 'slip.followUp', note(at, childId(CLASS, 5)))
  await school.get(HEAD_TEACHER, 'slip.followUp', note(at, childId(CLASS, 8)))
  await school.get(HEAD_TEACHER, 'slip.followUp', { ...note(at, childId(CLASS, 8)), once: false, takesBack: true })

  const list = await school.get(PRINCIPAL, 'board.print', { ...at, as: 'list' })
  expect(list).toMatchObject({ name: '秋游通知回执总表.pdf', children: CHILDREN })
  const text = textOn(await download(list.url))
  expect(text).toContain('已签38　电话1　纸质1　未送达20　共60')
  for (let index = 0; index < CHILDREN; index++) expect(text.split('\n')).toContain(childName(index))
  expect(text).toContain('纸质告知奶奶，语文王老师')

  const table = await school.get(HEAD_TEACHER, 'board.print', { ...at, as: 'table' })
  expect(table.name).toBe('秋游通知回执表.xlsx')
  const book = read(await download(table.url), { cellFormula: true })
  const [sheet] = Object.values(book.Sheets)
  const rows = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1, defval: '' })
  expect(rows[1]).toEqual(['已签38　电话1　纸质1　未送达20　共60', '', '', '', '', ''])
  expect(rows.slice(3)).toHaveLength(CHILDREN)
  const called = '2026-09-01 10:00，电话，告知奶奶，语文王老师记，=1+1'
  expect(rows[5]).toEqual(['3', childName(2), '已告知', '2026-09-01 10:00', '', called])
  expect(rows[11]?.[5]).toBe(
    '2026-09-01 10:00，纸质，告知奶奶，语文王老师记；2026-09-01 10:00，更正：没有纸质告知奶奶，语文王老师记',
  )
  expect(Object.values(sheet ?? {}).some((cell) => typeof cell === 'object' && cell !== null && 'f' in cell)).toBe(
    false,
  )
})

test('L12 given a child that has left, then it is on no paper, its code says so, and the board counts without it', async () => {
  const at = await publish()
  const child = childId(CLASS, 59)
  const [code = ''] = await printCodes(at, [child])
  await school.get(OFFICE, 'child.leave', { childId: child, cause: 'left', from: '2026-09-01' })
  const board = await boardOf(at)
  expect(board.counts.total).toBe(CHILDREN - 1)
  expect(board.rows.find((row) => row.childId === child)).toMatchObject({ state: 'closed', closed: 'left' })
  expect((await school.get(HEAD_TEACHER, 'paper.read', scanned(code))).row.state).toBe('closed')
  expect(await school.ask(HEAD_TEACHER, 'slip.followUp', note(at, child))).toMatchObject({
    error: { code: 'NOTICE_STATE' },
  })
  const printed = await school.get(HEAD_TEACHER, 'board.print', { ...at, as: 'slips' })
  expect(printed.children).toBe(CHILDREN - 1)
  expect(textOn(await download(printed.url))).not.toContain(childName(59))
  expect(await school.ask(HEAD_TEACHER, 'board.print', { ...at, as: 'slips', childIds: [child] })).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'childIds' },
  })
})

test('N17 given a signature, then the teacher and the own family have the proof, and no other family', async () => {
  const at = await publish()
  const proofOf = (who: string, index: number) =>
    school.ask(who, 'slip.proof', { ...at, childId: childId(CLASS, index) })
  expect(await proofOf(HEAD_TEACHER, 3)).toMatchObject({ ok: true, data: { childName: childName(3) } })
  expect((await school.get(HEAD_TEACHER, 'slip.proof', { ...at, childId: childId(CLASS, 3) })).signed).toBeUndefined()
  await sign(at, 3)
  const signed = { signer: `${childName(3)}妈妈`, version: 1, late: false, typedName: '王芳' }
  for (const who of [HEAD_TEACHER, PRINCIPAL, motherOf(childId(CLASS, 3)), fatherOf(childId(CLASS, 3))]) {
    expect(await proofOf(who, 3)).toMatchObject({ ok: true, data: { title: '秋游通知', signed } })
  }
  for (const who of [motherOf(childId(CLASS, 4)), TEACHER, OTHER_HEAD_TEACHER]) {
    expect(await proofOf(who, 3)).toEqual(FORBIDDEN)
  }
  expect(await proofOf(HEAD_TEACHER, 99)).toEqual(FORBIDDEN)
})

test('N06 given a closed notice, then no slip is printed or noted any more, and the list still is', async () => {
  const at = await publish({ kind: 'notice', replyMode: 'confirm' })
  const [code = ''] = await printCodes(at, [childId(CLASS, 2)])
  await school.get(HEAD_TEACHER, 'slip.close', at)
  expect(await school.get(HEAD_TEACHER, 'paper.read', scanned(code))).toMatchObject({ state: 'closed' })
  expect(await school.ask(HEAD_TEACHER, 'board.print', { ...at, as: 'slips' })).toMatchObject({
    error: { code: 'NOTICE_STATE' },
  })
  expect((await school.ask(HEAD_TEACHER, 'board.print', { ...at, as: 'list' })).ok).toBe(true)
})
