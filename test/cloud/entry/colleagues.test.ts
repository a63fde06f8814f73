// Proves about whom colleagues write: head teachers alone about them, oneself never where others judge (D08 D11).
import { HEAD_TEACHER, OTHER_HEAD_TEACHER, PRINCIPAL, SCHOOL, TEACHER, keyOf } from '../given-school'
import { EQUIPMENT, dataOf, givenRegisters, type Registers } from './given-registers'

const IDS = ['appraisal-peer', 'appraisal-leaders', 'head-teacher-grade', 'training-mark', 'device-request']
const END = '2027-01-20T09:00:00+08:00'
/** About no class. */
const NONE = { classId: undefined }

let school: Registers
beforeEach(async () => {
  school = await givenRegisters(IDS)
})
afterEach(() => school.stop())

const namesFor = async (who: string, register: string) =>
  dataOf(await school.read(who, { register, ...NONE })).subjects?.map(({ name }) => name)
const judged = ['class', 'pupils', 'families', 'teaching'].map((question) => ({
  question,
  choices: ['good'],
}))

test('D08 D11 given an appraisal or a grade, then it is about those who lead a class, and no other teacher is asked for', async () => {
  await school.at(END)
  for (const register of ['appraisal-leaders', 'head-teacher-grade']) {
    expect(await namesFor(PRINCIPAL, register)).toEqual(['语文王老师', '语文赵老师'])
  }
  const { rows } = await school.get(PRINCIPAL, 'register.due', {
    identity: keyOf('principal', SCHOOL),
  })
  expect(rows.find(({ register }) => register === 'appraisal-leaders')).toMatchObject({ done: 0, needed: 2 })
  const { lines } = await school.get(PRINCIPAL, 'register.summary', {
    schoolId: SCHOOL,
    register: 'appraisal-leaders',
  })
  expect(lines.map(({ name }) => name)).toEqual(['语文王老师', '语文赵老师'])
  const marks = dataOf(await school.read(PRINCIPAL, { register: 'head-teacher-grade', ...NONE })).subjects ?? []
  expect(marks).toHaveLength(2)
})

test('D08 given colleagues who appraise each other, then one is chosen, and nobody is chosen by themselves', async () => {
  await school.at(END)
  expect(await namesFor(HEAD_TEACHER, 'appraisal-peer')).toEqual(['语文赵老师'])
  expect(await namesFor(TEACHER, 'appraisal-peer')).toEqual(['语文王老师', '语文赵老师'])
  const [own] = dataOf(await school.read(TEACHER, { register: 'appraisal-peer', ...NONE })).subjects ?? []
  const given = { register: 'appraisal-peer', ...NONE, answers: judged }
  const refused = {
    ok: false,
    error: { code: 'INPUT_INVALID', field: 'subject' },
  }
  expect(await school.write(HEAD_TEACHER, given)).toMatchObject(refused)
  expect(await school.write(HEAD_TEACHER, { ...given, subject: own?.id ?? '' })).toMatchObject(refused)
  expect(
    await school.write(OTHER_HEAD_TEACHER, {
      ...given,
      subject: own?.id ?? '',
    }),
  ).toMatchObject({ ok: true })
  expect((await school.kept()).map(({ by, subject }) => [by, subject.id])).toEqual([[OTHER_HEAD_TEACHER, HEAD_TEACHER]])
})

test('E05 given a mark that somebody wrote for another, then it counts for whom it is about, and not for who wrote it', async () => {
  const mark = (by: string, id: string) =>
    school.cloud.control('data.import', {
      collection: 'entries',
      documents: [
        {
          ...{
            _id: `mark-${by}`,
            place: `mark-${by}`,
            schoolId: SCHOOL,
            register: 'training-mark',
            slot: 'once',
            by,
          },
          ...{
            on: '2026-09-01',
            subject: { kind: 'teacher', id, name: '某老师' },
            state: 'done',
            version: 1,
          },
          ...{
            parts: { fill: [{ answers: [], by, card: '某老师', at: 0 }] },
            trail: [],
            audited: 0,
            trailOpen: false,
          },
        },
      ],
    })
  // Whoever teaches and keeps the equipment has written the mark of a colleague.
  await mark(TEACHER, HEAD_TEACHER)
  await school.cloud.control('data.import', {
    collection: 'entries',
    documents: [
      {
        ...{
          _id: 'device',
          place: 'device',
          schoolId: SCHOOL,
          register: 'device-file',
          slot: '-',
          by: EQUIPMENT,
        },
        ...{
          on: '2026-09-01',
          subject: { kind: 'class', id: '', name: '' },
          state: 'done',
          version: 1,
        },
        ...{ trail: [], audited: 0, trailOpen: false },
        parts: {
          fill: [
            {
              answers: [{ question: 'name', text: '一体机' }],
              by: EQUIPMENT,
              card: '',
              at: 0,
            },
          ],
        },
      },
    ],
  })
  const answers = [
    { question: 'purpose', choices: ['lesson'] },
    { question: 'day', day: '2026-09-02' },
    { question: 'from', time: '09:00' },
  ]
  const asked = { register: 'device-request', subject: 'device', answers }
  expect(await school.write(TEACHER, asked)).toMatchObject({
    ok: false,
    error: { code: 'REGISTER_FIRST' },
  })
  expect(await school.write(HEAD_TEACHER, asked)).toMatchObject({ ok: true })
})
