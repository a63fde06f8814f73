// Decides that figures count what nobody typed again, and that children never stand by score (H01 H02 X07 X08).
import { REGISTERS, type Register } from '@class-pact/core/register'
import { CLASS, HEAD_TEACHER, PRINCIPAL, SCHOOL, TEACHER, aNotice, childId, motherOf } from '../given-school'
import { anEntry, keepEntries } from '../register/given-entries'
import { aLetter, aTalk } from '../talk/given-talk'
import { dataOf, givenRegisters, type Registers } from './given-registers'

let school: Registers
afterEach(() => school.stop())

const CHILD = childId(CLASS, 0)
const summary = (who: string, register: string, more: object = {}) =>
  school.get(who, 'register.summary', { register, schoolId: SCHOOL, ...more })
const short = (lines: { name: string; done: number; needed: number }[]) =>
  lines.map(({ name, done, needed }) => `${name} ${done}/${needed}`)

/** A letter that answers a family, and a call about a notice: nobody writes them down once more. */
async function aLetterAndACall() {
  const { talkId } = await school.get(motherOf(CHILD), 'talk.open', aTalk())
  await school.get(HEAD_TEACHER, 'talk.send', aLetter(talkId))
  const draft = aNotice({ audience: { to: 'classes', classIds: [CLASS] } })
  const { noticeId } = await school.get(HEAD_TEACHER, 'notice.publish', draft)
  await school.at('2026-09-01T11:00:00+08:00')
  await school.get(HEAD_TEACHER, 'slip.followUp', {
    ...{ noticeId, classId: CLASS, childId: CHILD, way: 'phone', told: '妈妈' },
    at: Date.parse('2026-09-01T10:30:00+08:00'),
  })
}

test('H01 H20 X07 given a letter and a call, then the month of each teacher counts them, and the next month does not', async () => {
  school = await givenRegisters(['contacts', 'home-visits'])
  await aLetterAndACall()
  const figures = await summary(PRINCIPAL, 'contacts')
  expect(figures).toMatchObject({ per: 'teacher', slot: 'm2026-09' })
  expect(short(figures.lines)).toContain('语文王老师 2/4')
  expect(short(figures.lines)).toContain('数学李老师 0/4')
  // What stands in a register of visits is a contact of the month as well, once.
  const answers = [
    { question: 'kind', choices: ['own'] },
    { question: 'day', day: '2026-09-01' },
    { question: 'matter', text: '说了作息' },
  ]
  dataOf(await school.write(HEAD_TEACHER, { register: 'home-visits', subject: CHILD, answers }))
  expect(short((await summary(PRINCIPAL, 'contacts')).lines)).toContain('语文王老师 3/4')
  // Whoever reads only their own sees only their own.
  expect(short((await summary(TEACHER, 'contacts')).lines)).toEqual(['数学李老师 0/4'])
  await school.at('2026-10-08T10:00:00+08:00')
  expect(short((await summary(PRINCIPAL, 'contacts')).lines)).toContain('语文王老师 0/4')
  expect(short((await summary(PRINCIPAL, 'contacts', { on: '2026-09-20' })).lines)).toContain('语文王老师 3/4')
})

test('H02 X07 given a letter and a call, then the child has 2/2; marked, 2/4, which no family and no other teacher reads', async () => {
  school = await givenRegisters(['contact-card', 'special-pupils'])
  await aLetterAndACall()
  const ofClass = { classId: CLASS }
  const lines = async (who = HEAD_TEACHER) => short((await summary(who, 'contact-card', ofClass)).lines)
  expect((await lines())[0]).toMatch(/ 2\/2$/)
  const why = [{ question: 'why', choices: ['study'] }]
  dataOf(await school.write(HEAD_TEACHER, { register: 'special-pupils', subject: CHILD, answers: why }))
  expect((await lines())[0]).toMatch(/ 2\/4$/)
  for (const register of ['contact-card', 'special-pupils'])
    for (const action of ['register.summary', 'register.table'] as const)
      expect(
        await school.ask(motherOf(CHILD), action, { register, schoolId: SCHOOL, classId: CLASS, childId: CHILD }),
      ).toMatchObject({ error: { code: 'FORBIDDEN' } })
})

test('X08 given any register about children, then its figures stand in the order of the roster, whatever was given', async () => {
  const ofChildren = Object.entries<Register>(REGISTERS).filter(
    ([, { about, quota }]) => (about === 'child' || about === 'family') && quota?.per !== 'filler',
  )
  const ids = ofChildren.map(([id]) => id)
  school = await givenRegisters(ids)
  const roster = [0, 1, 2, 3].map((at) => childId(CLASS, at))
  // The last of the roster has most of everything.
  for (const [id, { parts }] of ofChildren) {
    const answers = (at: number) =>
      parts[0].fields.flatMap((field) => (field.type === 'number' ? [{ question: field.id, number: at }] : []))
    const empty = await summary(HEAD_TEACHER, id, { classId: CLASS }).catch(() => undefined)
    if (!empty) continue
    const entries = roster.flatMap((child, at) =>
      Array.from({ length: at + 1 }, () => ({
        ...anEntry({
          ...{ register: id, slot: empty.slot, on: empty.from, answers: answers(at) },
          subject: { kind: 'child', id: child, name: `孩子${at}` },
        }),
      })),
    )
    await keepEntries(school, entries)
    const { per, lines } = await summary(HEAD_TEACHER, id, { classId: CLASS })
    expect([id, per, lines.map((line) => line.id)]).toEqual([id, 'child', roster])
    expect(lines.filter(({ points }) => points !== undefined)).toEqual([])
  }
  expect(ids.length).toBeGreaterThan(5)
})
