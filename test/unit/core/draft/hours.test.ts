// Proves that hours are read in every spelling, and for whom they hold (T01–T07).
import { rulesOf } from './drafting'

describe('given hours in the spellings of papers (T03), when the paper is read', () => {
  it.each([
    ['晚上九点半以后不要在群里发消息', { from: '21:30' }],
    ['21:30以后请勿发消息', { from: '21:30' }],
    ['21：30后请勿发消息', { from: '21:30' }],
    ['21.30以后禁止发言', { from: '21:30' }],
    ['晚9点以后不发信息', { from: '21:00' }],
    ['二十一时三十分以后，任何人不得发布信息', { from: '21:30' }],
    ['夜里十点过后不发信息', { from: '22:00' }],
    ['晚上九点一刻以后不发信息', { from: '21:15' }],
    ['22:00至次日6:00请勿发消息', { from: '22:00', to: '06:00' }],
    ['晚上十点到第二天早上六点半，大家都不发消息', { from: '22:00', to: '06:30' }],
    ['夜间（22:00—6:30）请保持安静，不发消息', { from: '22:00', to: '06:30' }],
    ['晚上10点以后不聊，早上七点以前也不聊', { from: '22:00', to: '07:00' }],
    ['2l：3O以后不得发消息', { from: '21:30' }],
  ])('then %s is quiet from then on', (line, hours) => {
    expect(rulesOf(`${line}。`)).toEqual([{ T03: hours }])
  })

  it('then what lies out of bounds is left out, and the rule stays', () => {
    expect(rulesOf('晚上10点到凌晨4点不发消息。')).toEqual([{ T03: { from: '22:00' } }])
  })
})

describe('given whom a clause asks to be quiet, when the paper is read', () => {
  it.each([
    ['教师晚上八点以后不得发布通知。', [{ T01: { from: '20:00' } }]],
    ['家长发布消息一般不要超过晚上8时。', [{ T02: { from: '20:00' } }]],
    ['请各位家长夜里十点以后不要打扰老师，不发消息。', [{ T02: { from: '22:00' } }]],
    ['教师与家长晚上九点以后均不得在群内发信息。', [{ T03: { from: '21:00' } }]],
    ['中午12点半到2点请勿发消息。', [{ T04: { noonFrom: '12:30', noonTo: '14:00' } }]],
    ['下午1点到2点半孩子午睡，请勿发消息。', [{ T04: { noonFrom: '13:00', noonTo: '14:30' } }]],
    ['请各位家长不要在中午13:00后；晚上9:30后在平台内交流。', [{ T04: { noonFrom: '13:00', from: '21:30' } }]],
    ['本群开放时间为早上6:30至晚上22:00。', [{ T05: { from: '22:00', to: '06:30' } }]],
    ['休息时间不要发，信息发布要在工作时间内。', ['T06']],
    ['过晚不在群内聊天，以免影响大家。', ['T07']],
  ])('then %s', (line, rules) => {
    expect(rulesOf(line)).toEqual(rules)
  })

  it('then headings decide where the clause does not say', () => {
    expect(rulesOf('一、教师职责\n1、晚上八点以后不发通知。\n二、家长须知\n1、晚上九点以后不发消息。')).toEqual([
      { T01: { from: '20:00' } },
      { T02: { from: '21:00' } },
    ])
  })
})

describe('given hours that are no quiet ones, when the paper is read', () => {
  it.each(['放学时间为16:30，请家长准时接孩子。', '每日8:20前，由首节任课教师清点人数。', '家长会定于晚上七点召开。'])(
    'then %s is no rule on hours',
    (line) => {
      expect(rulesOf(line)).toEqual([])
    },
  )
})
