// Proves in the running functions that a school's own paper becomes its pact, which refusals cite (G15, C13, T03).
import type { Input, PactChanges } from '@class-pact/core/contract'
import { changesOfPaper } from '@class-pact/core/pact'
import { openSheet, writePdf } from '../../../cloudfunctions/common/files/write-pdf'
import { aDocx, paragraph } from '../../papers/docx'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  aNotice,
  childId,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'
import { textOn } from '../slip/read-paper'
import { uploadAs } from '../uploads'

const MOTHER = motherOf(childId(CLASS, 0))
const D = '2026-09-02'
const ON_D = '2026-09-02T10:00:00+08:00'
const PAPER = `城东小学班级群管理制度
第一条 文明交流，互相尊重。
第二条 晚上九点半以后、早上七点以前，群里不发消息。
第三条 群里不发红包。
第四条 每个孩子限三位家长进群。
第五条 违反以上规定的，罚款五十元。`

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const draft = (input: Omit<Input<'pact.draft'>, 'schoolId'>, openid = PRINCIPAL) =>
  school.ask(openid, 'pact.draft', { schoolId: SCHOOL, ...input })
const read = (input: Omit<Input<'pact.draft'>, 'schoolId'>) =>
  school.get(PRINCIPAL, 'pact.draft', { schoolId: SCHOOL, ...input })

/** As the principal's phone sends it: what the paper says, and the lines it says it in. */
async function asPaper(text = PAPER): Promise<Pick<Input<'pact.adopt'>, 'changes' | 'own'>> {
  const { title, clauses, nearest } = await read({ text })
  const rules = clauses.flatMap((clause) => clause.rules) as Parameters<typeof changesOfPaper>[0]
  const lines = Object.fromEntries(
    clauses.flatMap(({ line, article, rules: said }) =>
      said.map(({ id }): [string, { line: string; article?: string }[]] => [
        id,
        [{ line, ...(article && { article }) }],
      ]),
    ),
  )
  return { changes: changesOfPaper(rules, { preset: nearest, gaps: ['C10', 'N02'] }), own: { title, lines } }
}
const adopt = async (more: Partial<Input<'pact.adopt'>> = {}) =>
  school.ask(PRINCIPAL, 'pact.adopt', { schoolId: SCHOOL, version: 2, effectiveFrom: D, ...(await asPaper()), ...more })

describe('given a paper', () => {
  test('G15 when the principal pastes it, then each line comes back with what it becomes, and fines become nothing', async () => {
    const { title, clauses } = await read({ text: PAPER })
    expect(title).toBe('城东小学班级群管理制度')
    const said = clauses.filter(({ rules }) => rules.length > 0)
    expect(said.map(({ article, rules }) => [article, rules])).toEqual([
      ['第二条', [{ id: 'T03', params: { from: '21:30', to: '07:00' } }]],
      ['第三条', [{ id: 'C13', params: {} }]],
      ['第四条', [{ id: 'M01', params: { seats: 3 } }]],
    ])
    expect(clauses.map(({ kind }) => kind)).toContain('not_enforced')
    for (const { line } of clauses) expect(PAPER).toContain(line)
  })

  test.each([
    [
      'a .txt in GB18030',
      Buffer.from([0xc8, 0xba, 0xc0, 0xef, 0xb2, 0xbb, 0xb7, 0xa2, 0xba, 0xec, 0xb0, 0xfc, 0xa1, 0xa3]),
    ],
    ['a .docx', Buffer.from(aDocx({ body: paragraph('群里不发红包。') }))],
    ['a PDF', aPaperAsPdf('群里不发红包。')],
  ])('G15 when the principal brings it as %s, then it is read', async (_, content) => {
    const fileId = await uploadAs(school, PRINCIPAL, 'roster', content, SCHOOL)
    const { clauses } = await read({ fileId })
    expect(clauses.map(({ line, rules }) => [line, rules])).toEqual([['群里不发红包。', [{ id: 'C13', params: {} }]]])
  })

  test('G15 when it is no paper, or not the caller’s own, then the answer says why, and nothing is read', async () => {
    const why = async (input: Omit<Input<'pact.draft'>, 'schoolId'>) => {
      const reply = await draft(input)
      return reply.ok ? 'ok' : `${reply.error.code} ${reply.error.field}`
    }
    const scanned = await uploadAs(school, PRINCIPAL, 'roster', writePdf([openSheet()], '空'), SCHOOL)
    const theirs = await uploadAs(school, OFFICE, 'roster', Buffer.from('不发红包'), SCHOOL)
    expect(await why({ fileId: scanned })).toBe('FILE_UNREADABLE paper.scan')
    expect(await why({ fileId: theirs })).toBe('INPUT_INVALID fileId')
    expect(await why({})).toBe('INPUT_INVALID text')
    expect(await why({ text: '   ' })).toBe('INPUT_INVALID text')
    expect(await why({ text: '不'.repeat(30_001) })).toBe('INPUT_INVALID text')
    expect(await draft({ text: PAPER }, OFFICE)).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } })
  })

  test('G15 when it is read, then nothing of it is stored', async () => {
    await read({ text: PAPER })
    const kept = await Promise.all(['pacts', 'schools', 'audit'].map((name) => school.stored(name)))
    expect(JSON.stringify(kept)).not.toContain('红包')
  })
})

describe('given a pact that rests on the school’s own paper', () => {
  test('C13 T03 when posts break it, then the refusal and the wait cite the school’s own lines', async () => {
    expect(await adopt()).toMatchObject({ ok: true })
    await school.at(ON_D)
    const refused = await school.ask(HEAD_TEACHER, 'notice.publish', aNotice({ body: '我在群里发个红包，大家来抢。' }))
    const own = { paper: '城东小学班级群管理制度', line: '群里不发红包。', article: '第三条' }
    expect(refused).toMatchObject({
      ok: false,
      error: { code: 'POST_REFUSED', reasons: [{ rule: 'C13', cite: { rule: 'C13', pactVersion: 2, own } }] },
    })
    await school.at('2026-09-02T21:40:00+08:00')
    const late = await school.get(HEAD_TEACHER, 'notice.publish', aNotice())
    expect(late).toMatchObject({
      state: 'queued',
      reasons: [{ rule: 'T03', cite: { own: { line: '晚上九点半以后、早上七点以前，群里不发消息。' } } }],
    })
  })

  test('M01 when a child’s seats are full, then the paper’s line on seats is cited', async () => {
    await adopt()
    const read = await school.get(MOTHER, 'pact.read', { schoolId: SCHOOL, version: 2 })
    expect(read.own?.lines['M01']).toEqual([{ line: '每个孩子限三位家长进群。', article: '第四条' }])
    expect(read.rules['M01']).toEqual({ seats: 3 })
  })

  test('G15 when a line has no rule in the new version, then the answer names it and nothing is adopted', async () => {
    const own = { title: '制度', lines: { C21: [{ line: '可以发作业。' }] } }
    expect(await adopt({ own })).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID', field: 'own.lines.C21' } })
    expect(await school.stored('pacts')).toHaveLength(1)
  })

  test('G15 C04 when WeChat refuses a line, then the answer names the line and nothing is adopted', async () => {
    const paper = await asPaper()
    await school.cloud.control('verdicts.set', { suggest: 'risky', label: 20006, times: 10 })
    const reply = await school.ask(PRINCIPAL, 'pact.adopt', {
      schoolId: SCHOOL,
      version: 2,
      effectiveFrom: D,
      ...paper,
    })
    expect(reply).toMatchObject({ ok: false, error: { code: 'POST_REFUSED', field: expect.stringContaining('own.') } })
    expect(await school.stored('pacts')).toHaveLength(1)
  })

  test('G15 when a later version sets another hour, then that line is cited no more and the others stay', async () => {
    await adopt()
    const changes: PactChanges = { rules: { T03: { from: '20:00', to: '07:00' } } }
    const next = { schoolId: SCHOOL, version: 3, effectiveFrom: '2026-09-03', changes }
    const pact = await school.get(PRINCIPAL, 'pact.adopt', next)
    expect(Object.keys(pact.own?.lines ?? {}).sort()).toEqual(['C13', 'M01'])
    expect(pact.own?.title).toBe('城东小学班级群管理制度')
  })

  test('G15 when two principals adopt at once, then one version 2 stands, whole with its paper', async () => {
    const input = { schoolId: SCHOOL, version: 2, effectiveFrom: D, ...(await asPaper()) }
    const replies = await Promise.all([1, 2, 3].map(() => school.ask(PRINCIPAL, 'pact.adopt', input)))
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect((await school.stored<{ own?: object }>('pacts')).filter(({ own }) => own)).toHaveLength(1)
  })

  test('G15 when it is printed, then the sheet has the school’s lines, our sentence where it has none, and leaves a trace', async () => {
    await adopt()
    const { url, name, rows } = await school.get(HEAD_TEACHER, 'pact.print', { schoolId: SCHOOL, version: 2 })
    const pdf = Buffer.from(await (await fetch(url)).arrayBuffer())
    const text = textOn(pdf).replace(/\s/g, '')
    for (const line of ['城东小学班级群管理制度', '群里不发红包。', '（第三条）', '不做广告，不推销，不做微商。'])
      expect(text).toContain(line)
    expect(text).not.toContain('罚款')
    expect([name.endsWith('.pdf'), rows]).toEqual([true, 5])
    await school.tick()
    const audit = await school.stored<{ action: string }>('audit')
    expect(audit.map(({ action }) => action)).toContain('pact.print')
  })
})

/** A paper that a school's own program would make: one line. */
function aPaperAsPdf(line: string): Buffer {
  const sheet = openSheet()
  sheet.write(line, 60, 100, 12)
  return writePdf([sheet], '制度')
}
