// Walks the principal's term on the phone: what an inspection finds open, the table and the report, and what is purged.
import type { AuditExport } from '@class-pact/core/contract'
import { startHouse, type House } from '../main-job/house'
import { get } from '../main-job/steps'

const PRINCIPAL = 'demo-principal'
const WANG = 'demo-wang'
const SCHOOL = 'demo-school'
const REPORT = `packages/statistics/report/report?schoolId=${SCHOOL}`
/** What stands on the page when a file did not come, or does not open. */
const FAILED = '这一步没有做成'

let house: House
const exceptions: unknown[] = []
beforeAll(async () => {
  house = await startHouse('2026-09-01T18:40:00+08:00', 'demo')
  await get(house, WANG, 'notice.publish', {
    ...{ kind: 'notice', title: '明天带水杯', body: '明天体育课在室外，请给孩子带水杯。', photos: [] },
    ...{ replyMode: 'confirm', deadline: Date.parse('2026-09-02T18:00:00+08:00') },
    audience: { to: 'classes', classIds: ['demo-class-3-2'] },
  })
  await house.control('timers.run', { name: 'scheduler' })
  house.principal.client.on('exception', (exception) => exceptions.push(exception))
})
afterAll(async () => {
  expect(exceptions).toEqual([])
  await house.stop()
})

/** The actions of the school's trail. */
async function trail(): Promise<string[]> {
  await house.control('timers.run', { name: 'scheduler' })
  const { rows } = (await house.call<AuditExport>(PRINCIPAL, 'audit.export', { schoolId: SCHOOL })).data
  return rows.map(({ action }) => action)
}

/** Opens what was made and hands it on, as one taps it, and is told of no fault. */
async function takeAlong(): Promise<void> {
  const { principal } = house
  for (const word of ['打开', '发到微信']) {
    await principal.tap(['.text-btn'], word)
    await principal.rest()
    expect([word, (await principal.words()).includes(FAILED)]).toEqual([word, false])
  }
}

describe('given a term that runs', () => {
  it('G13 when the principal opens 督查与导出, then each class says what is open and until when, and leads to it', async () => {
    const { principal } = house
    await principal.open('pages/statistics/statistics')
    await principal.tap(['.cell'], '督查与导出')
    await principal.reach('packages/statistics/report/report')
    await principal.see('没有办完')
    await principal.tap(['.cell'], '三（2）班')
    await principal.see('40人没通知到，9月2日18:00前')
    await principal.tap(['.cell'], '明天带水杯')
    await principal.reach('packages/notice/board/board')
  })

  it('G13 when the principal makes the Excel, then the page says how many rows it has, opens it and hands it on', async () => {
    const { principal } = house
    await principal.open(REPORT)
    await principal.press('导出Excel')
    await principal.see('已生成')
    expect(await principal.words()).toMatch(/已生成，[1-9]\d*行/)
    await takeAlong()
    expect(await trail()).toContain('report.figures')
  })

  it('G13 when the principal prints the term and a class’s, then each is a PDF that opens', async () => {
    const { principal } = house
    await principal.open(REPORT)
    await principal.tap(['dock', '.btn-third'], '学期报告')
    await principal.see('已生成')
    await takeAlong()
    await principal.open(REPORT)
    await principal.tap(['.cell'], '三（2）班')
    await principal.tap(['.cell'], '三（2）班学期报告')
    await principal.see('已生成')
    await takeAlong()
    expect((await trail()).filter((action) => action === 'report.term')).toHaveLength(2)
  })
})

describe('given a school year that is over', () => {
  it('G23 when the principal looks at 到期清除, then each night says what goes, of which years, and that it cannot be undone', async () => {
    const { principal } = house
    await principal.open(`packages/school/purge/purge?schoolId=${SCHOOL}`)
    await principal.see('2027年3月1日凌晨清除')
    const words = await principal.words()
    for (const said of ['2025–2026学年和更早的', '回执单、签名和填表', '假条和证明', '不能恢复', '请先导出或打印'])
      expect(words).toContain(said)
    // Night after night, and nothing of what is counted is nothing.
    expect(words.indexOf('2027年3月1日凌晨清除')).toBeLessThan(words.indexOf('2027年9月1日凌晨清除'))
    expect(words).not.toMatch(/\D0份/)
  })
})
