// Proves that a rule's sentence says the parameters in force.
import { PRESETS, RULES, boundsOf, isRuleId, type Params, type RuleId } from '@class-pact/core/pact'
import { sayClock, titleOf } from '@class-pact/core/pact-words'

describe('a rule’s sentence', () => {
  test.each<[RuleId, Params, string]>([
    ['T01', { from: '20:00', to: '07:00' }, '老师晚上8点到早上7点不发。'],
    ['T01', { from: '20:30', to: '06:15' }, '老师晚上8点半到早上6点15分不发。'],
    ['T02', { from: '21:00', to: '07:00' }, '家长晚上9点到早上7点不发。'],
    ['T02', { noonFrom: '12:00', noonTo: '14:00' }, '家长晚上8点到早上7点、中午12点到下午2点不发。'],
    ['T03', {}, '晚上9点到早上7点不发。'],
    ['T04', { noonFrom: '13:00', noonTo: '14:30' }, '晚上9点半到早上7点、中午1点到下午2点半不发。'],
    ['T05', {}, '可以发的时间是每天早上6点到晚上11点。'],
    [
      'T06',
      { noonFrom: '12:00', noonTo: '13:30' },
      '休息日不发，上学日可以发的时间是早上8点到晚上6点，中午12点到中午1点半除外。',
    ],
    ['T12', { perWeek: 2 }, '通知少而清楚，每周最多两份。'],
    ['T12', { perWeek: 12 }, '通知少而清楚，每周最多12份。'],
    ['M01', { seats: 3 }, '每个孩子最多三位家长。'],
    ['M09', { format: 'relation' }, '家长的名片是“孩子的名+称呼”，如“小明妈妈”。'],
    ['C01', { times: 2 }, '同样的话不发第二遍。'],
    ['C12', { hosts: [] }, '只放学校认可的网址，现在还没有。'],
    ['C12', { hosts: ['a.cn', 'b.cn'] }, '只放学校认可的网址：a.cn、b.cn。'],
    ['C12', { hosts: ['a.cn', 'b.cn', 'c.cn'] }, '只放学校认可的网址：a.cn、b.cn等3个。'],
    ['C18', { own: 'allow' }, '成绩和名次不发到班级，可以只告诉孩子自己的家长。'],
    ['P01', { share: 0.3 }, '晒照片公平对待每一个孩子，少于全班中位数的30%会提醒。'],
    ['P03', { perWeek: 3 }, '家长晒娃要适度，每周最多三次。'],
    ['N09', { afterSchool: '15:30' }, '下午3点半以后和双休日的活动，提早一天通知。'],
    ['T09', {}, '急事打电话，找班主任或校长室；留言24小时没有回复，也请打电话。'],
    ['T11', { minutes: 30 }, '有人问，负责的老师30分钟内回复，只算开放的时间。'],
    ['G21', {}, '没有解决的事逐级往上：班主任三天，政教处三天，教导处五天，最后到校长；每一级都告诉大家。'],
    [
      'G21',
      { headDays: 2, disciplineDays: 0, officeDays: 0 },
      '没有解决的事逐级往上：班主任两天，最后到校长；每一级都告诉大家。',
    ],
    ['P06', {}, '活动照片放进相册，家长只看不保存；主意单独提。'],
    ['P06', { save: 'allow' }, '活动照片放进相册，家长可以保存有自己孩子的；主意单独提。'],
    ['G04', { secondDays: 14 }, '先提醒，再逐级暂停留言：1天、14天、30天；7天没有解决，转校长。'],
  ])('V1 V14 %s given %j, then it reads %s', (rule, params, sentence) => {
    expect(titleOf(rule, params)).toBe(sentence)
  })
  test('T01 given any preset, then every rule reads with its parameters, and no other number stands in the catalogue', () => {
    for (const { rules } of PRESETS)
      for (const [rule, params] of Object.entries(rules)) {
        expect(isRuleId(rule) && titleOf(rule, params)).toMatch(/^[^{}]+。$/)
        if (isRuleId(rule) && Object.keys(boundsOf(rule)).length > 0) {
          expect([rule, titleOf(rule, params) === RULES[rule].title]).toEqual([rule, false])
          expect(RULES[rule].title).not.toMatch(/\d|第[二三]/)
        }
      }
  })
  test('T01 given each part of the day, then the clock is said as people say it', () => {
    const clocks = ['04:00', '05:00', '09:00', '11:30', '13:30', '14:00', '17:59', '18:00', '23:59']
    expect(clocks.map(sayClock)).toEqual([
      ...[
        '凌晨4点',
        '早上5点',
        '上午9点',
        '中午11点半',
        '中午1点半',
        '下午2点',
        '下午5点59分',
        '晚上6点',
        '晚上11点59分',
      ],
    ])
  })
})
