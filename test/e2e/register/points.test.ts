// Proves that classes are scored on one page, compared by leaders alone, and that no family sees any of it.
import type { House } from '../main-job/house'
import { get, stored } from '../main-job/steps'
import {
  CLASS,
  LIST,
  LONG_MS,
  OTHER_CLASS,
  PRINCIPAL,
  SCHOOL,
  SUMMARY,
  addressOf,
  holdOffice,
  startKeeping,
} from './given-keeping'

const [HYGIENE, PRIZES, CRITICISM] = ['points-hygiene', 'class-prizes', 'class-criticism'] as const
const GRID = 'packages/register/grid/grid'
const FORM = 'packages/register/form/form'
const OFFICER = 'demo-zhao'
const DAY = '2026-09-02'

let house: House
beforeAll(async () => {
  house = await startKeeping(`${DAY}T12:10:00+08:00`, HYGIENE, PRIZES, CRITICISM)
  // A small school: the principal also goes from class to class.
  await holdOffice(house, 'weekly_duty', PRINCIPAL, '李建华')
  await holdOffice(house, 'discipline', OFFICER, '赵志强')
}, LONG_MS)
afterAll(() => house.stop())

const words = async (who: 'principal' | 'teacher', query: Record<string, string>) => {
  const phone = house[who]
  await phone.open(addressOf(SUMMARY, { schoolId: SCHOOL, ...query }))
  await phone.tap(['chart-card', '.chart-toggle'], '看文字')
  return phone
}

it(
  'Q01 Q08 given all classes on one page, when one lacks something, then the others get full marks in one tap',
  async () => {
    const { principal } = house
    await principal.open(addressOf(GRID, { register: HYGIENE, schoolId: SCHOOL }))
    await principal.see('三（2）班')
    const less = () => principal.tap(['.grid-b'], '−')
    await less()
    await less()
    await less()
    await principal.press('记下1行')
    await principal.see('已记1/2')
    await principal.tap(['.text-btn'], '都记10分')
    await principal.press('记下1行')
    await principal.see('已记2/2')
    const entries = await stored<{ subject: { id: string }; parts: { fill: { answers: object[] }[] } }>(
      house,
      'entries',
    )
    expect(entries.map(({ subject, parts }) => [subject.id, parts.fill[0]?.answers[0]])).toEqual([
      [CLASS, { question: 'points', number: 8 }],
      [OTHER_CLASS, { question: 'points', number: 10 }],
    ])
    await principal.picture('register-points-grid')
  },
  LONG_MS,
)

it(
  'Q17 then the principal sees every class with its place, in grade order, and a head teacher the own class’s points alone',
  async () => {
    const principal = await words('principal', { register: HYGIENE })
    await principal.find(['chart-card', '.chart-line'], '三（2）班，8分，满分10分，第2')
    await principal.find(['chart-card', '.chart-line'], '五（1）班，10分，满分10分，第1')
    const teacher = await words('teacher', { register: HYGIENE, classId: CLASS })
    await teacher.find(['chart-card', '.chart-line'], '三（2）班，8分，满分10分')
    const read = await teacher.words()
    for (const other of ['五（1）班', '第1', '第2']) expect(read).not.toContain(other)
    const asked = { register: HYGIENE, schoolId: SCHOOL, classId: OTHER_CLASS }
    expect(await house.call('demo-wang', 'register.summary', asked)).toMatchObject({ error: { code: 'FORBIDDEN' } })
  },
  LONG_MS,
)

it(
  'Q12 Q14 given a first prize and a criticism, then they are seven more and four less, for this class alone',
  async () => {
    const of = { schoolId: SCHOOL, classId: CLASS, version: 0 }
    await get(house, OFFICER, 'register.write', {
      ...{ ...of, register: PRIZES },
      answers: [
        { question: 'prize', choices: ['first'] },
        { question: 'activity', text: '广播操比赛' },
        { question: 'day', day: DAY },
      ],
    })
    await get(house, OFFICER, 'register.write', {
      ...{ ...of, register: CRITICISM },
      answers: [
        { question: 'whom', choices: ['class'] },
        { question: 'matter', text: '课间操缺勤较多' },
        { question: 'day', day: DAY },
      ],
    })
    const teacher = await words('teacher', { register: PRIZES, classId: CLASS })
    await teacher.find(['chart-card', '.chart-line'], '三（2）班，7分')
    await words('teacher', { register: CRITICISM, classId: CLASS })
    await teacher.find(['chart-card', '.chart-line'], '三（2）班，-4分')
    const principal = await words('principal', { register: PRIZES })
    await principal.find(['chart-card', '.chart-line'], '三（2）班，7分，第1')
    await principal.find(['chart-card', '.chart-line'], '五（1）班，0分，第2')
  },
  LONG_MS,
)

it(
  'C18 X08 then a family sees no points: not on 今天, not in its class, not in 我的, not by asking',
  async () => {
    const { guardian } = house
    for (const page of ['pages/today/today', 'pages/class/class', 'pages/me/me', LIST]) {
      await guardian.open(page)
      await guardian.settle()
      const read = await guardian.words()
      for (const kept of ['班级卫生', '比赛获奖', '通报批评', '台账']) expect(read).not.toContain(kept)
    }
    await guardian.open(addressOf(SUMMARY, { register: HYGIENE, schoolId: SCHOOL, classId: CLASS }))
    await guardian.settle()
    expect(await guardian.words()).not.toContain('8分')
    await guardian.open(addressOf(FORM, { register: PRIZES, schoolId: SCHOOL, classId: CLASS }))
    await guardian.settle()
    expect(await guardian.words()).not.toContain('一等奖')
  },
  LONG_MS,
)
