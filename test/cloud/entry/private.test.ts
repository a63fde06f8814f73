// Decides that a contact book is one family's alone, and a record of a conflict only the head teacher's and the leaders' (H16, D16).
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
  motherOf,
} from '../given-school'
import { DUTY, EQUIPMENT, GRADE, dataOf, givenRegisters, type Registers } from './given-registers'

const CHILD = childId(CLASS, 0)
const MOTHER = motherOf(CHILD)
const OTHER_MOTHER = motherOf(childId(CLASS, 1))
const FORBIDDEN = { error: { code: 'FORBIDDEN' } }
const GOOD = [{ question: 'day', choices: ['good'] }]

let school: Registers
beforeEach(async () => {
  school = await givenRegisters(['contact-book', 'conflicts'])
})
afterEach(() => school.stop())

const book = (who: string, more: object = {}) =>
  school.read(who, {
    register: 'contact-book',
    childId: CHILD,
    ...(who.includes('mother') && { classId: undefined }),
    ...more,
  })

test('H16 given a day, then three sections have three writers, and each family sees its own child’s book alone', async () => {
  const written = dataOf(
    await school.write(HEAD_TEACHER, {
      ...{ register: 'contact-book', childId: CHILD },
      answers: [...GOOD, { question: 'homework', text: '背诵第三课' }],
    }),
  )
  const { entryId = '' } = written
  const seen = dataOf(await book(MOTHER))
  expect(seen).toMatchObject({ entryId, version: 1, subject: { id: CHILD }, className: '三（2）班' })
  expect(seen.parts.map(({ id, mine }) => [id, mine])).toEqual([
    ['fill', false],
    ['pupil', true],
    ['home', true],
  ])
  expect(seen.children).toBeUndefined()
  const done = await school.part(MOTHER, {
    ...{ entryId, part: 'pupil', version: 1 },
    answers: [{ question: 'homework', choices: ['done'] }],
  })
  expect(done).toMatchObject({ data: { version: 2 } })
  const home = { entryId, part: 'home', version: 2, answers: [{ question: 'study', choices: ['self'] }] }
  // Of two parents at once one is kept, and the other reads again.
  const both = await Promise.all([school.part(MOTHER, home), school.part(`o-father-${CHILD}`, home)])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'ENTRY_CHANGED' } })
  const [kept] = await school.kept()
  expect(Object.keys(kept?.parts ?? {}).sort()).toEqual(['fill', 'home', 'pupil'])

  for (const who of [OTHER_MOTHER, TEACHER, OTHER_HEAD_TEACHER, DUTY, EQUIPMENT, GRADE]) {
    expect(await book(who)).toMatchObject(FORBIDDEN)
    expect(await school.ask(who, 'entry.read', { schoolId: SCHOOL, entryId })).toMatchObject(FORBIDDEN)
    expect(await school.part(who, { ...home, version: 3 })).toMatchObject(FORBIDDEN)
  }
  expect(await school.ask(PRINCIPAL, 'entry.read', { schoolId: SCHOOL, entryId })).toMatchObject({ ok: true })
  const table = { register: 'contact-book', schoolId: SCHOOL }
  expect(await school.ask(MOTHER, 'register.table', { ...table, childId: CHILD })).toMatchObject({ data: { total: 1 } })
  expect(await school.ask(OTHER_MOTHER, 'register.table', { ...table, childId: CHILD })).toMatchObject(FORBIDDEN)
  expect(await school.ask(MOTHER, 'register.table', { ...table, classId: CLASS })).toMatchObject(FORBIDDEN)
  expect(await school.ask(MOTHER, 'register.summary', { ...table, classId: CLASS })).toMatchObject(FORBIDDEN)
  // A child of another class is none of this class's.
  const strange = { register: 'contact-book', childId: childId(OTHER_CLASS, 0), answers: GOOD }
  expect(await school.write(HEAD_TEACHER, strange)).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'subject' },
  })
})

test('H16 D13 given a child who has gone to another class, then its entries stay, and its new head teacher finds them', async () => {
  const answers = { register: 'contact-book', childId: CHILD, answers: GOOD }
  const { entryId = '' } = dataOf(await school.write(HEAD_TEACHER, answers))
  await school.get(PRINCIPAL, 'child.move', { childId: CHILD, toClassId: OTHER_CLASS })
  const at = { schoolId: SCHOOL, entryId }
  expect(await school.ask(OTHER_HEAD_TEACHER, 'entry.read', at)).toMatchObject({ data: { className: '三（2）班' } })
  expect(await school.ask(MOTHER, 'entry.read', at)).toMatchObject({ ok: true })
  const asked = { register: 'contact-book', schoolId: SCHOOL, classId: OTHER_CLASS, childId: CHILD }
  expect((await school.get(OTHER_HEAD_TEACHER, 'register.table', asked)).rows).toMatchObject([{ entryId }])
})

test('D16 given a conflict of two children, then only the head teacher and the leaders read it, and close it with an outcome', async () => {
  const written = dataOf(
    await school.write(HEAD_TEACHER, {
      register: 'conflicts',
      answers: [
        { question: 'kind', choices: ['pupils'] },
        { question: 'children', refs: [CHILD, childId(CLASS, 1)] },
        { question: 'what', text: '课间推搡，已分开。' },
      ],
    }),
  )
  const { entryId = '' } = written
  expect(written.children).toHaveLength(4)
  const at = { schoolId: SCHOOL, entryId }
  for (const who of [MOTHER, OTHER_MOTHER, TEACHER, DUTY, EQUIPMENT, GRADE, OTHER_HEAD_TEACHER]) {
    expect(await school.ask(who, 'entry.read', at)).toMatchObject(FORBIDDEN)
    expect(await school.read(who, { register: 'conflicts' })).toMatchObject(FORBIDDEN)
    expect(await school.ask(who, 'register.table', { register: 'conflicts', schoolId: SCHOOL })).not.toMatchObject({
      data: { total: 1 },
    })
  }
  expect(await school.ask(OFFICE, 'entry.read', at)).toMatchObject({ ok: true })
  const outcome = [
    { question: 'outcome', choices: ['settled'] },
    { question: 'done', text: '分别谈话，互相道歉。' },
  ]
  expect(await school.part(HEAD_TEACHER, { entryId, part: 'outcome', version: 1, answers: outcome })).toMatchObject({
    data: { state: 'done' },
  })
  // Closed by the leaders' word as well, until somebody puts it right: the record keeps both.
  expect(await school.part(PRINCIPAL, { entryId, part: 'outcome', version: 2, answers: outcome })).toMatchObject({
    data: { version: 3 },
  })
  const strange = [
    { question: 'kind', choices: ['pupils'] },
    { question: 'children', refs: [childId(OTHER_CLASS, 0)] },
    { question: 'what', text: '课间推搡。' },
  ]
  expect(await school.write(HEAD_TEACHER, { register: 'conflicts', answers: strange })).toMatchObject({
    error: { code: 'INPUT_INVALID', field: 'answers.children' },
  })
})
