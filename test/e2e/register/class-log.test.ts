// Proves that a log is filled by a subject teacher, signed from 今天, and that missing days stand before the principal.
import type { House } from '../main-job/house'
import { stored } from '../main-job/steps'
import {
  CLASS,
  FORM,
  LIST,
  LONG_MS,
  PRINCIPAL,
  SCHOOL,
  SUMMARY,
  addressOf,
  startKeeping,
  teachIn,
} from './given-keeping'
import { signOn } from './sign-on'

let house: House
beforeAll(async () => {
  house = await startKeeping('2026-09-01T15:00:00+08:00', 'class-log')
}, LONG_MS)
afterAll(() => house.stop())

it(
  'D01 given a day, when a subject teacher fills the log, then it waits for the head teacher on 今天, who signs it',
  async () => {
    const { principal, teacher } = house
    // In a small school the principal also teaches.
    await teachIn(house, CLASS, { openid: PRINCIPAL, name: '李建华', subject: '科学' })
    await principal.open(addressOf(LIST, { schoolId: SCHOOL, classId: CLASS }))
    await principal.see('随时可记')
    await principal.tap(['.cell'], '班级日志')
    await principal.reach(FORM)
    await principal.tap(['form-fill', '.fill-line'], '课间没有追逐打闹')
    await principal.type('课间没有追逐打闹，没做到的原因', '两人追跑，已提醒', 'form-fill')
    await principal.press('记下')
    await principal.see('没做到：两人追跑，已提醒')
    await principal.rest()
    await teacher.open('pages/today/today')
    await teacher.tap(['today-staff', 'register-cell', '.cell'], '班级日志·签阅')
    await teacher.reach(LIST)
    await teacher.tap(['.cell'], '班级日志：待签阅')
    await teacher.reach(FORM)
    await teacher.see('科学李老师')
    await teacher.see('两人追跑，已提醒')
    await signOn(teacher)
    await teacher.press('签阅')
    await teacher.see('办完')
    expect(await stored<object>(house, 'entries')).toMatchObject([{ state: 'done', subject: { id: CLASS } }])
    await teacher.open('pages/today/today')
    await teacher.settle()
    expect(await teacher.words()).not.toContain('班级日志')
  },
  LONG_MS,
)

it(
  'D01 given half past four, then the principal sees on 今天 which class has none, and a day later both days',
  async () => {
    const { principal } = house
    await house.control('clock.set', { now: '2026-09-01T16:30:00+08:00' })
    await principal.open(addressOf('packages/register/settings/settings', { schoolId: SCHOOL }))
    await principal.see('现在记1项')
    await principal.open('pages/today/today')
    await principal.tap(['today-principal', 'register-cell', '.cell'])
    await principal.reach(LIST)
    await principal.see('班级日志')
    await principal.find(['.due-n'], '1/2')
    await principal.open(addressOf(SUMMARY, { register: 'class-log', schoolId: SCHOOL }))
    await principal.tap(['chart-card', '.chart-toggle'], '看文字')
    await principal.find(['chart-card', '.chart-line'], '五（1）班，要1次，记了0次，还差1次')
    await house.control('clock.set', { now: '2026-09-02T17:00:00+08:00' })
    await principal.open(LIST)
    await principal.find(['.due-n'], '0/2')
    await principal.find(['.due-n'], '1/2')
    await principal.picture('register-missing')
  },
  LONG_MS,
)
