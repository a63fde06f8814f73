// Proves on the phones that a device is signed over, reported, mended and accepted, and how long that took.
import type { House } from '../main-job/house'
import { get, stored } from '../main-job/steps'
import {
  CLASS,
  FORM,
  LIST,
  LONG_MS,
  PRINCIPAL,
  SCHOOL,
  SUBJECT_TEACHER,
  SUMMARY,
  addressOf,
  holdOffice,
  startKeeping,
} from './given-keeping'
import { signOn } from './sign-on'

const REGISTERS = ['device-file', 'device-handover', 'device-repair']
const THIS_CLASS = { schoolId: SCHOOL, classId: CLASS }

interface Kept {
  _id: string
  register: string
  state: string
}

let house: House
beforeAll(async () => {
  house = await startKeeping('2026-09-01T09:00:00+08:00', ...REGISTERS)
  // A small school: the principal also keeps the equipment.
  await holdOffice(house, 'equipment', PRINCIPAL, '李建华')
}, LONG_MS)
afterAll(() => house.stop())

const kept = async (register: string) =>
  (await stored<Kept>(house, 'entries')).find((entry) => entry.register === register)

it(
  'E01 given a new device, when it is written down and handed over, then it waits for the head teacher’s signature',
  async () => {
    const { principal } = house
    await principal.open(addressOf(FORM, { register: 'device-file', ...THIS_CLASS }))
    await principal.type('设备', '触控一体机', 'form-fill')
    await principal.type('编号', 'BBT-302', 'form-fill')
    await principal.press('记下')
    await principal.see('BBT-302')
    const subject = (await kept('device-file'))?._id ?? ''
    await principal.open(addressOf(FORM, { register: 'device-handover', ...THIS_CLASS, subject }))
    await principal.see('班主任签收以后，才能登记使用和报修。')
    await principal.press('记下')
    await principal.see('2项都做到了')
    expect(await kept('device-handover')).toMatchObject({ state: 'open' })
  },
  LONG_MS,
)

it(
  'E01 E11 given no signature, then a fault of it cannot be reported; signed by the head teacher, it can',
  async () => {
    const { teacher } = house
    const subject = (await kept('device-file'))?._id ?? ''
    const fault = {
      ...{ register: 'device-repair', ...THIS_CLASS, subject, version: 0 },
      answers: [
        { question: 'kind', choices: ['screen'] },
        { question: 'fault', text: '屏幕不亮' },
      ],
    }
    expect(await house.call(SUBJECT_TEACHER, 'register.write', fault)).toMatchObject({
      error: { code: 'REGISTER_FIRST' },
    })
    await teacher.open('pages/today/today')
    await teacher.tap(['today-staff', 'register-cell', '.cell'])
    await teacher.reach(LIST)
    await teacher.tap(['.cell'], '设备交付签收：待班主任签收')
    await teacher.reach(FORM)
    await signOn(teacher)
    await teacher.press('班主任签收')
    await teacher.see('办完')
    await get(house, SUBJECT_TEACHER, 'register.write', fault)
    expect(await kept('device-repair')).toMatchObject({ state: 'open' })
  },
  LONG_MS,
)

it(
  'E11 E19 given a fault, when it is mended, then its head teacher accepts it from the list, and pays nothing here',
  async () => {
    const { principal, teacher } = house
    await house.control('clock.set', { now: '2026-09-02T10:00:00+08:00' })
    const entryId = (await kept('device-repair'))?._id ?? ''
    await principal.open(addressOf(FORM, { schoolId: SCHOOL, entryId }))
    await principal.see('请不要自己修理，也不要让学生动手。')
    await principal.see('赔偿只记结果，不在这里收钱。')
    await principal.tap(['form-fill', 'choice-chips', '.chip'], '已修好')
    await principal.press('处理')
    await principal.see('已修好')
    await principal.rest()
    await house.control('clock.set', { now: '2026-09-02T15:00:00+08:00' })
    await teacher.open(LIST)
    await teacher.tap(['.cell'], '设备报修：待验收')
    await teacher.reach(FORM)
    await teacher.see('屏幕不亮')
    await teacher.tap(['form-fill', 'choice-chips', '.chip'], '能用')
    await teacher.press('验收')
    await teacher.see('办完')
    expect(await kept('device-repair')).toMatchObject({ state: 'done' })
    await teacher.picture('register-repair')
  },
  LONG_MS,
)

it(
  'E11 then the summary says how long it took, and what was broken',
  async () => {
    const { principal } = house
    await principal.open(addressOf(SUMMARY, { register: 'device-repair', schoolId: SCHOOL }))
    await principal.see('办完的，一半在30小时内')
    await principal.see('屏幕、投影1')
  },
  LONG_MS,
)
