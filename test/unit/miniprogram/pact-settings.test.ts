// Proves that every parameter of a rule can be set on the phone, keeps its bounds, and is named where it does not fit.
import fc from 'fast-check'
import {
  PRESETS,
  RULES,
  boundsOf,
  createPact,
  isRuleId,
  revisePact,
  settingsOf,
  type RuleId,
} from '@class-pact/core/pact'
import { presentRefusal } from '../../../miniprogram/packages/pact/preset/present'
import {
  fillIn,
  listSettings,
  presentFields,
  readFields,
  sayField,
  stepField,
  switchBreak,
} from '../../../miniprogram/packages/pact/preset/settings'

const withParameters = (Object.keys(RULES) as RuleId[]).filter((rule) => Object.keys(boundsOf(rule)).length > 0)
const misfit = (rule: RuleId, filled: Record<string, string>) => {
  const reading = readFields(rule, { ...fillIn(rule, {}), ...filled })
  return reading.ok ? [] : [reading.field, reading.sentence]
}

describe('the parameters of a rule', () => {
  test.each(withParameters)(
    'V1 V14 %s given what is in force, when nothing is touched, then nothing changes',
    (rule) => {
      for (const { rules } of PRESETS) {
        const params = rules[rule] ?? {}
        expect(readFields(rule, fillIn(rule, params))).toEqual({ ok: true, params: settingsOf(rule, params) })
      }
    },
  )
  test.each(withParameters)('V1 V14 %s then every field has words, a control and its bounds', (rule) => {
    const fields = presentFields(rule, switchBreak(fillIn(rule, {}), true))
    expect(fields.map(({ key }) => key)).toEqual(Object.keys(boundsOf(rule)))
    for (const { label, kind, range, options, shown } of fields) {
      expect(label).toMatch(/[一-龥]/)
      if (kind === 'word') expect(options.every(({ value, label: word }) => word !== value)).toBe(true)
      else expect(range).toMatch(/到|最多/)
      if (kind !== 'hosts') expect(shown).not.toBe('')
    }
  })
  test('G15 given anything that is typed, then it is a value the cloud takes, or the field that it does not', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.integer({ min: -5, max: 2000 }).map(String),
      fc.constantFrom('20:30', '09:00', '24:00'),
    )
    fc.assert(
      fc.property(fc.constantFrom(...withParameters), fc.infiniteStream(typed), (rule, stream) => {
        const keys = Object.keys(boundsOf(rule))
        const reading = readFields(rule, Object.fromEntries(keys.map((key) => [key, String(stream.next().value)])))
        const base = createPact('s', 1, 'primary', '2026-09-01')
        if (!reading.ok) expect(keys).toContain(reading.field)
        else {
          const misfitting = base && revisePact(base, { rules: { [rule]: reading.params } }, '2026-09-08')
          if (!misfitting?.ok) expect(misfitting?.field).toMatch(/noon(From|To)$/)
        }
      }),
    )
  })
  test.each<[RuleId, Record<string, string>, string, string]>([
    ['T12', { perWeek: '0' }, 'perWeek', '“每班每周最多”要填1到50份之间的整数。'],
    ['T12', { perWeek: '2.5' }, 'perWeek', '“每班每周最多”要填1到50份之间的整数。'],
    ['T12', { perWeek: '' }, 'perWeek', '“每班每周最多”要填1到50份之间的整数。'],
    ['T01', { from: '15:00' }, 'from', '“安静时间开始”要在下午4点到晚上11点59分之间。'],
    ['P01', { share: '101' }, 'share', '“少于中位数的多少会提醒”要填0到100%之间的整数。'],
    ['C12', { hosts: 'edu.cn\n红包网' }, 'hosts', '“学校认可的网址”里的“红包网”不是网址，请写成 edu.cn 这样。'],
    ['G04', { thirdDays: '91' }, 'thirdDays', '“第三次禁言”要填1到90天之间的整数。'],
  ])('G15 %s given %j, then the field is named with its bounds', (rule, filled, field, sentence) => {
    expect(misfit(rule, filled)).toEqual([field, sentence])
  })
  test('C12 given addresses as a browser has them, then their hosts are taken, each once', () => {
    const hosts = 'https://www.Edu.cn/a?b=1\nedu.cn，www.edu.cn  moe.gov.cn:443'
    expect(readFields('C12', { hosts })).toEqual({
      ok: true,
      params: { hosts: ['www.edu.cn', 'edu.cn', 'moe.gov.cn'] },
    })
    expect(readFields('C12', { hosts: '' })).toEqual({ ok: true, params: { hosts: [] } })
    const many = Array.from({ length: 51 }, (_, at) => `s${at}.edu.cn`).join('\n')
    expect(misfit('C12', { hosts: many })).toEqual(['hosts', '“学校认可的网址”最多50个。'])
  })
  test('T04 given the noon break, when switched off and on, then both its ends go and come', () => {
    const filled = fillIn('T04', { noonFrom: '12:00', noonTo: '14:00' })
    expect(readFields('T04', switchBreak(filled, false))).toEqual({ ok: true, params: { from: '21:30', to: '07:00' } })
    expect(readFields('T04', switchBreak(filled, true))).toMatchObject({
      params: { noonFrom: '13:00', noonTo: '14:30' },
    })
  })
  test('V14 given the buttons, then they stop at the bounds', () => {
    expect([stepField('T12', 'perWeek', '5', 1), stepField('T12', 'perWeek', '1', -1)]).toEqual(['6', '1'])
    expect([stepField('P01', 'share', '95', 1), stepField('N03', 'longest', '500', -1)]).toEqual(['100', '450'])
    expect([stepField('T12', 'perWeek', 'x', -1), stepField('T12', 'perWeek', '999', 1)]).toEqual(['1', '50'])
  })
  test('G15 given a pact, then the rules that are on and have something to set are listed as they read', () => {
    const lines = listSettings({ rules: { T12: { perWeek: 3 }, C29: {}, C12: { hosts: ['edu.cn'] } } })
    expect(lines.map(({ rule, title }) => `${rule} ${title}`)).toEqual([
      ...['T12 通知少而清楚，每周最多三份。', 'C12 只放学校认可的网址：edu.cn。'],
    ])
    expect(lines.every(({ rule }) => isRuleId(rule))).toBe(true)
  })
  test('G15 given a version the cloud does not take, then the parameter is named', () => {
    expect(sayField('changes.rules.T12.perWeek')).toBe('T12的“每班每周最多”')
    expect([sayField('changes.preset'), sayField('changes.rules.Z99.a'), sayField('changes.rules.T12.a')]).toEqual([
      '',
      '',
      '',
    ])
    expect(presentRefusal({ code: 'INPUT_INVALID', field: 'changes.rules.T01.from' }).sentence).toBe(
      'T01的“安静时间开始”填得不对，请看一下。',
    )
    expect(presentRefusal({ code: 'PACT_CHANGED' }).sentence).toBe('刚有新的版本，请看过再调整。')
  })
})
