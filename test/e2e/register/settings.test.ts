// Proves that leaders switch registers on and set them, teachers fill them, and figures are said in words.
import type { AuditExport, RegisterSettings } from '@class-pact/core/contract'
import { startHouse, type House } from '../main-job/house'

const SCHOOL = 'demo-school'
const CLASS = 'demo-class-3-2'
const KEEPING = `packages/register/settings/settings?schoolId=${SCHOOL}`

let house: House
beforeAll(async () => {
  house = await startHouse('2026-09-02T12:10:00+08:00', 'demo')
})
afterAll(() => house.stop())

const settings = async () =>
  (await house.call<RegisterSettings>('demo-principal', 'register.settings', { schoolId: SCHOOL })).data

describe('given a school that keeps no registers yet', () => {
  it('3.24 when its principal takes the usual three, then they are on, and no teacher sees another', async () => {
    const { principal } = house
    await principal.open(KEEPING)
    await principal.see('小学常用3项')
    await principal.tap(['.cell'], '小学常用3项')
    await principal.press('打开这3项')
    await principal.see('现在记3项')
    const on = (await settings()).lines.filter((line) => line.on).map(({ register }) => register)
    expect(on.sort()).toEqual(['class-log', 'contacts', 'parents-meeting'])
    await principal.picture('register-settings')
  })

  it('3.24 then 今天 of a head teacher has one line, which leads to what is due', async () => {
    const { teacher } = house
    await teacher.open('pages/today/today')
    await teacher.find(['today-staff', 'register-cell', '.cell'], '班主任工作')
    await teacher.tap(['today-staff', 'register-cell', '.cell'])
    await teacher.reach('packages/register/list/list')
    await teacher.see('班级日志')
  })

  it('H01 when the principal asks for six contacts a month, then that holds, and beyond the bounds nothing does', async () => {
    const { principal } = house
    await principal.open(`packages/register/setting/setting?schoolId=${SCHOOL}&register=contacts`)
    await principal.see('至少几次')
    await principal.type('至少几次', '31')
    await principal.press('保存')
    await principal.find(['.wrong'], '要填1到30次之间的整数')
    await principal.type('至少几次', '5')
    await principal.tap(['.step'], '＋')
    await principal.press('保存')
    await principal.rest()
    const contacts = (await settings()).lines.find(({ register }) => register === 'contacts')
    expect(contacts?.values.find(({ key }) => key === 'times')?.value).toBe(6)
  })

  it('3.24 when it writes one of its own, then its teachers fill it, and it stands in the table', async () => {
    const { principal, teacher } = house
    await principal.open(`packages/register/own/own?schoolId=${SCHOOL}`)
    await principal.press('加上')
    await principal.see('还没有写台账的名字。')
    await principal.type('台账的名字', '课间巡查')
    await principal.tap(['choice-chips', '.chip'], '随时可记')
    await principal.tap(['question-editor', 'choice-chips', '.chip'], '文字')
    await principal.type('第1题，文字，问题', '看到什么', 'question-editor')
    await principal.press('加上')
    await principal.reach('packages/register/setting/setting')
    await principal.see('看到什么')
    await principal.picture('register-own')

    const own = (await settings()).lines.find(({ title }) => title === '课间巡查')
    expect(own).toMatchObject({ area: 'own', on: true })
    const of = `register=${encodeURIComponent(own?.register ?? '')}&schoolId=${SCHOOL}&classId=${CLASS}`
    await teacher.open(`packages/register/form/form?${of}`)
    await teacher.type('看到什么', '二楼很安静', 'form-fill')
    await teacher.press('记下')
    await teacher.rest()
    await teacher.open(`packages/register/table/table?${of}`)
    await teacher.see('二楼很安静')
  })

  it('3.24 when an entry is tapped, then it opens; a state nobody is in says so', async () => {
    const { teacher } = house
    await teacher.tap(['choice-chips', '.chip'], '作废')
    await teacher.see('没有这样的记录')
    await teacher.tap(['choice-chips', '.chip'], '办完')
    await teacher.tap(['.cell'], '二楼很安静')
    await teacher.reach('packages/register/form/form')
    await teacher.see('二楼很安静')
  })

  it('D01 X08 then the figures of a register are a question with bars, and the same in words', async () => {
    const { principal } = house
    await principal.open(`packages/register/summary/summary?register=class-log&schoolId=${SCHOOL}`)
    await principal.see('哪些班还没记够？')
    await principal.tap(['chart-card', '.chart-toggle'], '看文字')
    await principal.find(['chart-card', '.chart-line'], '三（2）班，要1次，记了0次，还差1次')
    await principal.picture('register-summary')
  })

  it('D11 X01 when the principal takes a table and an appraisal sheet along, then both open as Excel', async () => {
    const { principal } = house
    await principal.open(`packages/register/table/table?register=own:1&schoolId=${SCHOOL}`)
    await principal.press('导出Excel')
    await principal.see('已生成，1行')
    await principal.open(KEEPING)
    await house.control('phone.nextSheet', { phone: 'principal', value: 1 })
    await principal.tap(['.text-btn'], '导出考核表')
    await principal.rest()
    await house.control('timers.run', { name: 'scheduler' })
    const { rows } = (await house.call<AuditExport>('demo-principal', 'audit.export', { schoolId: SCHOOL })).data
    const taken = rows.filter(({ action }) => action.endsWith('.export'))
    expect(taken.map(({ action, detail }) => [action, detail?.['rows']])).toEqual([
      ['register.export', 1],
      ['appraisal.export', expect.any(Number)],
    ])
  })

  it('3.24 when a register is switched off, then it is nowhere to be seen', async () => {
    const { principal, teacher } = house
    const { version: seen } = await settings()
    const changes = [{ register: 'class-log', on: false }]
    await house.call('demo-principal', 'register.switch', { schoolId: SCHOOL, seen, changes })
    await principal.open(KEEPING)
    await principal.see('现在记3项')
    await teacher.open('packages/register/list/list')
    await teacher.settle()
    expect(await teacher.words()).not.toContain('班级日志')
  })
})
