// Proves that a school hears which rules were wrong, keeps words with consent alone, and can soften a rule (G15).
import type { Input } from '@class-pact/core/contract'
import {
  CLASS,
  HEAD_TEACHER,
  OFFICE,
  PRINCIPAL,
  SCHOOL,
  aNotice,
  childId,
  fatherOf,
  givenSchool,
  motherOf,
  type GivenSchool,
} from '../given-school'

const [MOTHER, FATHER, OTHER] = [motherOf(childId(CLASS, 0)), fatherOf(childId(CLASS, 0)), motherOf(childId(CLASS, 1))]
const TRADE = '校门口的书店明天八折，班里的书单都有，书名见下。'

let school: GivenSchool
beforeEach(async () => {
  school = await givenSchool()
})
afterEach(() => school.stop())

const wrong = (changes: Partial<Input<'misjudgement.tell'>> = {}): Input<'misjudgement.tell'> => ({
  ...({ schoolId: SCHOOL, rule: 'C10', pactVersion: 1, verdict: 'hold', kind: 'notice', text: TRADE } as const),
  consents: true as const,
  ...changes,
})
const tell = (openid: string, changes?: Partial<Input<'misjudgement.tell'>>) =>
  school.ask(openid, 'misjudgement.tell', wrong(changes))
const list = () => school.get(PRINCIPAL, 'misjudgement.list', { schoolId: SCHOOL })
/** Five times by three people. */
async function tellOften(rule = 'C10') {
  const tellers = [MOTHER, FATHER, OTHER, MOTHER, FATHER]
  for (const [at, openid] of tellers.entries()) await tell(openid, { rule, text: `${TRADE}第${at}次` })
}

describe('given a refusal that was wrong', () => {
  test('G15 when its writer says so and agrees, then the principal reads the words and no name', async () => {
    expect(await tell(MOTHER)).toEqual({ ok: true, data: {} })
    const { rules, misjudgements, total } = await list()
    expect(rules).toEqual([{ rule: 'C10', count: 1, people: 1, proposed: false }])
    expect([misjudgements, total]).toEqual([
      [expect.objectContaining({ rule: 'C10', text: TRADE, role: 'guardian' })],
      1,
    ])
    expect(JSON.stringify(misjudgements)).not.toContain(MOTHER)
    expect(await school.ask(OFFICE, 'misjudgement.list', { schoolId: SCHOOL })).toMatchObject({ ok: false })
  })

  test.each([
    ['without consent', { consents: false as unknown as true }, 'consents'],
    ['with a rule that is none', { rule: 'C1' }, 'rule'],
    ['with nothing in it', { text: '  ' }, 'text'],
    ['with more than an example', { text: '字'.repeat(501) }, 'text'],
  ])('M12 when it is told %s, then the field is named and nothing is kept', async (_, changes, field) => {
    expect(await tell(MOTHER, changes)).toMatchObject({ ok: false, error: { code: 'INPUT_INVALID', field } })
    expect(await school.stored('misjudgements')).toEqual([])
  })

  test('C04 when WeChat refuses its words, then they are not kept', async () => {
    await school.cloud.control('verdicts.set', { suggest: 'risky', label: 20006, times: 3 })
    expect(await tell(MOTHER)).toMatchObject({ ok: false, error: { code: 'POST_REFUSED' } })
    expect(await school.stored('misjudgements')).toEqual([])
  })

  test('M12 when its writer asks for a copy, then it is in it; when they are forgotten, then it is gone', async () => {
    await tell(MOTHER)
    await tell(FATHER)
    expect(await school.get(MOTHER, 'person.export', {})).toMatchObject({ misjudged: [{ rule: 'C10', text: TRADE }] })
    await school.get(MOTHER, 'person.delete', { confirm: true } as unknown as Input<'person.delete'>)
    await school.tick()
    const kept = await school.stored<{ openid: string }>('misjudgements')
    expect(kept.map(({ openid }) => openid)).toEqual([FATHER])
  })
})

describe('given a rule that was wrong often', () => {
  test('G15 when five were told by three people, then it is proposed to tell only; a contradicted one does not count', async () => {
    await tellOften()
    expect((await list()).rules).toEqual([{ rule: 'C10', count: 5, people: 3, proposed: true }])
    const [first] = (await list()).misjudgements
    const answer = { misjudgementId: first?.misjudgementId ?? '', agrees: false }
    expect(await school.get(PRINCIPAL, 'misjudgement.answer', answer)).toMatchObject({ agreed: false })
    expect((await list()).rules).toEqual([expect.objectContaining({ count: 4, proposed: false })])
    await school.get(PRINCIPAL, 'misjudgement.answer', { ...answer, agrees: true })
    expect((await list()).rules).toEqual([expect.objectContaining({ count: 5, proposed: true })])
  })

  test('C05 when it is a rule of the law, then it is counted and never proposed, nor can a pact soften it', async () => {
    await tellOften('C05')
    expect((await list()).rules).toEqual([{ rule: 'C05', count: 5, people: 3, proposed: false }])
    const soften = {
      schoolId: SCHOOL,
      version: 2,
      effectiveFrom: '2026-09-02',
      changes: { rules: {}, soft: { C05: true } },
    }
    expect(await school.ask(PRINCIPAL, 'pact.adopt', soften)).toMatchObject({
      ok: false,
      error: { code: 'INPUT_INVALID', field: 'changes.soft.C05' },
    })
  })

  test('C13 when the principal lets it tell only, then from that day the same post goes out, and before it does not', async () => {
    const post = () => school.ask(HEAD_TEACHER, 'notice.publish', aNotice({ body: '我在群里发个红包，大家来抢。' }))
    const soften = {
      schoolId: SCHOOL,
      version: 2,
      effectiveFrom: '2026-09-02',
      changes: { rules: {}, soft: { C13: true } },
    }
    expect(await school.get(PRINCIPAL, 'pact.adopt', soften)).toMatchObject({ version: 2, soft: ['C13'] })
    expect(await post()).toMatchObject({ ok: false, error: { code: 'POST_REFUSED', rule: 'C13' } })
    await school.at('2026-09-02T10:00:00+08:00')
    expect(await post()).toMatchObject({
      ok: true,
      data: { state: 'published', reasons: [expect.objectContaining({ rule: 'C13', verdict: 'warn' })] },
    })
    const again = { ...soften, version: 3, effectiveFrom: '2026-09-03', changes: { rules: {}, soft: { C13: false } } }
    expect((await school.get(PRINCIPAL, 'pact.adopt', again)).soft).toBeUndefined()
  })
})

test('G15 given another school’s principal, then they read nothing of it', async () => {
  await tell(MOTHER)
  expect(await school.ask('o-somebody', 'misjudgement.list', { schoolId: SCHOOL })).toMatchObject({
    ok: false,
    error: { code: 'FORBIDDEN' },
  })
})

test('given four hundred examples, then the list takes at most 3 calls and hands out a page', async () => {
  const [row] = await tell(MOTHER).then(() => school.stored<{ _id: string; at: number }>('misjudgements'))
  if (!row) throw new Error('nothing was told')
  const documents = Array.from({ length: 400 }, (_, at) => ({ ...row, _id: `example-${at}`, at: row.at - at }))
  await school.cloud.control('data.import', { collection: 'misjudgements', documents })
  await school.cloud.control('counters.reset')
  const { misjudgements, total, next } = await list()
  expect([total, misjudgements.length < 100, next !== undefined]).toEqual([401, true, true])
  expect(await school.databaseCalls('misjudgement.list')).toBeLessThanOrEqual(4)
})
