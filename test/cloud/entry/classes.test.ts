// Proves which classes somebody can choose from in a register: all that are theirs, and no other (M14).
import {
  CLASS,
  HEAD_TEACHER,
  OTHER_CLASS,
  OTHER_HEAD_TEACHER,
  PRINCIPAL,
  SCHOOL,
  childId,
  motherOf,
} from '../given-school'
import { patch } from '../talk/given-talk'
import { givenRegisters, type Registers } from './given-registers'

const TALK = 'own:1'
const OWN = {
  ...({ title: '校长约谈', about: 'child', fills: 'office', period: 'event', times: 1 } as const),
  questions: [{ id: 'words', type: 'text' as const, label: '谈了什么', required: true }],
}

let school: Registers
beforeEach(async () => {
  school = await givenRegisters(['class-log', 'contacts'], { own: { [TALK]: OWN } })
})
afterEach(() => school.stop())

const choicesOf = async (who: string, register: string, more: object = {}) =>
  (await school.get(who, 'register.table', { schoolId: SCHOOL, register, ...more })).classes?.map(
    ({ classId }) => classId,
  )

test('D12 given a head teacher of two classes, then both can be chosen, also while one of them is looked at', async () => {
  const [kept] = (await school.stored<{ _id: string; headTeacher: object }>('classes')).filter(
    ({ _id }) => _id === CLASS,
  )
  await patch(school, 'classes', OTHER_CLASS, { headTeacher: kept?.headTeacher })
  for (const more of [{ classId: CLASS }, { classId: OTHER_CLASS }, {}])
    expect((await choicesOf(HEAD_TEACHER, 'class-log', more))?.sort()).toEqual([OTHER_CLASS, CLASS].sort())
})

test('M14 given whoever leads one class, then it is theirs alone; a leader goes from one class to the next', async () => {
  expect(await choicesOf(OTHER_HEAD_TEACHER, 'contacts', { classId: OTHER_CLASS })).toEqual([OTHER_CLASS])
  const all = await choicesOf(PRINCIPAL, 'class-log')
  expect(all).toHaveLength(2)
  expect(await choicesOf(PRINCIPAL, 'class-log', { classId: CLASS })).toEqual(all)
  expect(
    await school.ask(motherOf(childId(CLASS, 0)), 'register.table', { schoolId: SCHOOL, register: 'class-log' }),
  ).toMatchObject({ ok: false })
})

test('H01 given a leader who opens a sheet about a child without a class, then the classes of the school are offered first', async () => {
  const sheet = await school.get(PRINCIPAL, 'register.read', { schoolId: SCHOOL, register: TALK })
  expect(sheet.classes?.map(({ id }) => id).sort()).toEqual([OTHER_CLASS, CLASS].sort())
  expect(sheet.subjects).toEqual([])
  const chosen = await school.get(PRINCIPAL, 'register.read', {
    ...{ schoolId: SCHOOL, register: TALK, classId: CLASS },
  })
  expect([chosen.classes, (chosen.subjects ?? []).length > 0]).toEqual([undefined, true])
})
