// Decides that whatever people write, WeChat takes the message: every field by its type (PC-22, screens.md 5).
import * as fc from 'fast-check'
import { TEMPLATE_IDS } from '@class-pact/core/contract'
import { fillFields, fitText } from '../../../cloudfunctions/common/wechat/fields'
import {
  gatheredMessage,
  leadersMessage,
  leaveMessage,
  noticeMessage,
  todoMessage,
} from '../../../cloudfunctions/common/wechat/messages'
import { faultOf } from '../../../local/cloud/open-api/message-fields'
import templates from '../../../database/templates.json'

jest.mock('../../../cloudfunctions/common/cloud', () => ({ cloud: {} }))

const AT = Date.parse('2026-09-01T18:00:00+08:00')
const slip = {
  noticeId: 'n-1',
  classId: 'c-1',
  title: '秋游通知',
  className: '三（2）班',
  sender: '语文王老师',
  replyMode: 'sign',
  publishedAt: AT,
} as const
const valuesOf = (changes: Partial<Parameters<typeof noticeMessage>[0]>) => {
  const { data } = noticeMessage({ ...slip, ...changes })
  return Object.fromEntries(Object.entries(data).map(([key, { value }]) => [key, value]))
}
const declared = new Map(templates.map(({ id, fields }) => [id, fields]))

/** What people and attackers type: any script, pictures, halves of pairs, what cannot be seen, what turns the line round. */
const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '家',
          '长',
          '三（2）班',
          '数学王老师2',
          '3D打印',
          '\n',
          '\r\n',
          '\t',
          '\u0000',
          '\u200b',
          '\u200d',
          '\u202e',
        ],
        ...[
          '\ud83d',
          '\ude00',
          '😀',
          '👨‍👩‍👧',
          '1️⃣',
          '🇨🇳',
          '𠮷',
          '阿依古丽·买买提',
          'Anne-Marie',
          ' ',
          '\u3000',
          '。',
          'é',
          '\u2028',
        ],
      ),
      { maxLength: 30 },
    )
    .map((parts) => parts.join('')),
)

describe('given a text of anybody', () => {
  test('PC-22 WeChat takes the message about a notice and the one about a leave, whatever stands in them', () => {
    fc.assert(
      fc.property(anything, anything, anything, (title, className, sender) => {
        const { data } = noticeMessage({ ...slip, title, className, sender })
        expect(faultOf(data, declared.get(TEMPLATE_IDS.notice))).toBeUndefined()
      }),
      { numRuns: 500 },
    )
    for (const approved of [true, false]) {
      const { data } = leaveMessage({ leaveId: 'l', approved, from: AT, to: AT + 3 * 86_400_000 })
      expect(faultOf(data, declared.get(TEMPLATE_IDS.leave_result))).toBeUndefined()
    }
  })

  test('PC-22 WeChat takes a gathered message and every W5, whatever the notices, classes and senders are called', () => {
    const long = fc.oneof(anything, fc.string({ unit: 'grapheme', minLength: 40, maxLength: 50 }))
    const many = fc.array(long, { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(many, many, fc.nat(2_000), fc.nat(50), (classNames, senders, count, sign) => {
        const gathered = gatheredMessage({ count, sign, confirm: 1, classNames, senders, at: AT })
        expect(faultOf(gathered.data, declared.get(TEMPLATE_IDS.notice))).toBeUndefined()
      }),
      { numRuns: 300 },
    )
    fc.assert(
      fc.property(fc.array(long, { minLength: 1, maxLength: 3 }), (titles) => {
        const told = titles.map((title) => ({ noticeId: 'n', classId: 'c', title }))
        expect(faultOf(leadersMessage(told, AT).data, declared.get(TEMPLATE_IDS.todo))).toBeUndefined()
      }),
      { numRuns: 300 },
    )
    const most = todoMessage({ what: '假条4800，加入申请4800，待审2000', count: 11_600, at: AT })
    expect(faultOf(most.data, declared.get(TEMPLATE_IDS.todo))).toBeUndefined()
  })

  test('PC-22 every type of text fits any input, or has nothing left of it', () => {
    const types = ['thing', 'name', 'phrase', 'letter', 'symbol', 'number', 'character_string', 'phone_number'] as const
    fc.assert(
      fc.property(anything, fc.constantFrom(...types), (text, type) => {
        const value = fitText(type, text)
        if (value !== '') expect(faultOf({ [`${type}1`]: { value } }, undefined)).toBeUndefined()
      }),
      { numRuns: 1_000 },
    )
  })

  test.each([
    ['家长会\n通知', '家长会 通知'],
    ['  春游  \t 通知 ', '春游 通知'],
    ['😀', '学校通知'],
    ['\u200b\u200d', '学校通知'],
    ['！！！', '学校通知'],
    ['\u202e通知\u202c', '通知'],
    ['1️⃣号通知🎉', '1号通知'],
    ['关于二〇二七年寒假放假时间及假期安全的致家长一封信', '关于二〇二七年寒假放假时间及假期安全的…'],
    ['二'.repeat(20), '二'.repeat(20)],
    [`${'通'.repeat(18)}𠮷𠮷`, `${'通'.repeat(18)}…`],
  ])('the title %j is shown as %j', (title, shown) => {
    expect(valuesOf({ title })).toMatchObject({ thing1: shown })
  })

  test.each([
    ['3D打印与编程阿依古', 'D打印与编程阿依古'],
    ['数学王老师2', '数学王老师'],
    ['阿依古丽·买买提老师', '阿依古丽买买提老师'],
    ['Anne-Marie O’Neil', 'AnneMarieONeil'],
    ['三（2）班', '三班'],
    ['123', '老师'],
    ['', '老师'],
    ['语文欧阳娜娜买买提老师', '语文欧阳娜娜买买提老'],
  ])('the sender %j is shown as %j', (sender, shown) => {
    expect(valuesOf({ sender })).toMatchObject({ name3: shown })
  })
})

describe('given times', () => {
  test('a notice says its deadline by the clock, else when it came', () => {
    expect(valuesOf({ deadline: AT + 60_000 })).toMatchObject({ time4: '2026年9月1日 18:01' })
    expect(valuesOf({})).toMatchObject({ time4: '2026年9月1日 18:00' })
  })

  test('a leave of one day has one date, a longer one both', () => {
    expect(leaveMessage({ leaveId: 'l', approved: true, from: AT, to: AT }).data).toMatchObject({
      date2: { value: '2026年9月1日' },
    })
    expect(fillFields({ date2: [AT, AT + 86_400_000] })).toEqual({ date2: { value: '2026年9月1日~2026年9月2日' } })
  })
})

test('the account declares the templates that are sent by, each with its fields', () => {
  expect([...declared.keys()].sort()).toEqual(Object.values(TEMPLATE_IDS).sort())
  expect(Object.keys(valuesOf({}))).toEqual(declared.get(TEMPLATE_IDS.notice))
  expect(Object.keys(leaveMessage({ leaveId: 'l', approved: true, from: AT, to: AT }).data)).toEqual(
    declared.get(TEMPLATE_IDS.leave_result),
  )
})
