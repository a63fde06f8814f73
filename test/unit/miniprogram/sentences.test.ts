// Proves that every no is a sentence with at most two ways out, and that the sentences are those of the design.
import { instantOf } from '@class-pact/core/calendar'
import { ERROR_CODES, type ErrorCode, type Reason } from '@class-pact/core/contract'
import { RULES } from '@class-pact/core/pact'
import { RULE_SENTENCES } from '../../../miniprogram/domains/pact/rule-sentences'
import { presentError, presentReason } from '../../../miniprogram/services/sentences'

/** Every rule of the table of refusals. */
const TABLE = `M01 M02 M03 M05 M06 M07 M08 M09 M10 M12 M13 M14 N16 C01 C03 C02 N03 C04 C05 C06 C07 C08 C09 C33
  C10 C13 C14 C15 C19 C11 C12 C16 C17 C18 C20 C22 C23 C24 C26 C27 C38 C28 C29 C34 G19 C36 C37 P02 P05 T01 T02 T03 T04
  T05 T06 T07 T08 T09 T12 N02 N12 N04 N06 N07 N08 N09 L01 L03 L04 L05 G01 G02 G04 G10 G05 G18`.split(/\s+/)
const reader = { now: instantOf('2026-09-01', '20:30') }
const reason = (rule: string, more: Partial<Reason> = {}): Reason => ({
  rule,
  verdict: 'refuse',
  cite: { rule, pactVersion: 3 },
  spans: [{ field: 'body', start: 0, end: 2 }],
  wayOut: [],
  ...more,
})
const labels = (refusal: { ways: { label: string }[] }) => refusal.ways.map(({ label }) => label)

describe('sentences that depend on who and how many', () => {
  test('M13 whoever is the only one in a post reads what to do first', () => {
    const sentenceOf = (role: string, what: string) =>
      presentError({ code: 'LAST_IN_POST', facts: { role, what } }, reader).sentence
    expect(sentenceOf('head_teacher', '三（2）班')).toBe('您是三（2）班的班主任，请先请校长换一位班主任，再删除。')
    expect(sentenceOf('principal', '幸福街小学')).toBe('您是幸福街小学唯一的校长，请先联系开通人员换一位校长，再删除。')
  })

  test('M01 a third seat is offered beside two guardians, and not beside three', () => {
    const full = (count: number) => presentError({ code: 'SEATS_FULL', rule: 'M01', facts: { count } }, reader)
    expect([full(2).sentence, ...labels(full(2))]).toEqual(['这个孩子已有2位家长。', '申请第三个席位'])
    expect([full(3).sentence, ...labels(full(3))]).toEqual(['这个孩子已有3位家长。', '知道了'])
  })
})

describe('sentences of rules', () => {
  test.each(TABLE)('G15 %s has a whole, calm sentence and at most two ways out', (rule) => {
    const { sentence, ways } = presentReason(reason(rule), reader)
    expect(RULE_SENTENCES[rule]).toBeDefined()
    expect(sentence).toMatch(/。$/)
    expect(sentence).not.toMatch(/[！!{}]|undefined/)
    expect(ways.length).toBeLessThanOrEqual(2)
  })

  test('G15 a rule of the catalogue without a sentence of its own speaks with the pact', () => {
    for (const rule of Object.keys(RULES))
      expect(presentReason(reason(rule), reader).sentence.length).toBeGreaterThan(3)
  })

  test.each<[string, Record<string, unknown>, string]>([
    ['C01', { times: 4 }, '同样的话已发三次，大家都看到了。'],
    ['C03', { perMinute: 8 }, '一分钟最多发八条。请稍等再发。'],
    ['C12', { hosts: ['edu.cn'] }, '只放学校认可的网址：edu.cn。'],
    ['T12', { perWeek: 3 }, '本周通知已到上限，一周最多三份。'],
    ['C30', { most: 2 }, '少用表情，一次最多两个。'],
    ['P03', { perWeek: 1 }, '家长晒娃要适度，每周最多一次。'],
  ])('G15 %s given %j in force, then the refusal says it', (rule, params, sentence) => {
    expect(presentReason(reason(rule, { params }), reader).sentence).toBe(sentence)
  })

  test('G15 a refusal cites the pact, the version and the rule, and names its field', () => {
    const refusal = presentReason(reason('C22'), reader)
    expect(refusal.cite).toBe('依据：班级公约第3版C22')
    expect(refusal.field).toBe('body')
    expect(refusal.sentence).toBe('这句说到了孩子的不足，别的家长会看到。')
    expect(labels(refusal)).toEqual(['只发给孩子的家长'])
  })

  test('T01 at night staff may say why it is urgent, families may call', () => {
    const night = reason('T01', { verdict: 'queue', until: instantOf('2026-09-02', '07:00') })
    expect(presentReason(night, reader).sentence).toBe('现在是安静时间，将于明早7:00送达。')
    expect(labels(presentReason(night, { ...reader, isStaff: true }))).toEqual(['好', '紧急，说明原因'])
    expect(labels(presentReason(night, reader))).toEqual(['好', '打电话'])
  })

  test('C02 and C24 send anyway in words of their own', () => {
    expect(labels(presentReason(reason('C02'), reader, { what: '秋游通知' }))).toEqual(['修改原通知', '仍另发'])
    expect(presentReason(reason('C02'), reader, { what: '秋游通知' }).sentence).toContain('《秋游通知》')
    expect(labels(presentReason(reason('C24'), reader))).toEqual(['改为私聊', '仍发送'])
  })
})

describe('sentences of errors', () => {
  test.each(Object.keys(ERROR_CODES) as ErrorCode[])('G15 %s is a sentence', (code) => {
    const { sentence, ways } = presentError({ code }, reader)
    expect(sentence).toMatch(/。$/)
    expect(sentence).not.toMatch(/[！!{}]|undefined|这一步现在不能做(?!。)/)
    expect(ways.length).toBeLessThanOrEqual(2)
  })

  test('M14 N16 forbidden and absent look alike', () => {
    expect(presentError({ code: 'FORBIDDEN' }, reader).sentence).toBe('这一页没有对您开放。')
  })

  test('N06 closing too early says how many children are left', () => {
    const refusal = presentError({ code: 'NOT_ALL_REACHED', facts: { missing: 2 } }, reader)
    expect(refusal.sentence).toBe('还有2个孩子没通知到，不能办结。')
  })

  test('C18 a refused post speaks with the rule that decided', () => {
    const refusal = presentError({ code: 'POST_REFUSED', reasons: [reason('C18'), reason('C24')] }, reader)
    expect(refusal.sentence).toBe('成绩和名次不发到班级。')
    expect(refusal.rule).toBe('C18')
  })

  test.each([
    ['photos.1', '第2张照片没有传好，请您换一张JPG或PNG的照片。'],
    ['proof.0', '第1张照片没有传好，请您换一张JPG或PNG的照片。'],
    ['signature', '签名没有传好，请您重写一次。'],
    ['photos', '有一处填得不对，请看一下。'],
    ['body', '正文要有看得见的字。'],
    ['phone', '有一处填得不对，请看一下。'],
  ])('C04 a file that was not taken is named: %s', (field, sentence) => {
    expect(presentError({ code: 'INPUT_INVALID', field }, reader)).toMatchObject({ sentence, field })
  })

  test('N10 a deadline that has passed by then is named', () => {
    const refusal = presentError({ code: 'INPUT_INVALID', field: 'deadline' }, reader)
    expect(refusal).toMatchObject({ sentence: '截止时间要晚于送达时间。', field: 'deadline' })
  })

  test('without a network the draft is kept', () => {
    expect(presentError({ code: 'OFFLINE' }, reader).sentence).toContain('已存草稿')
  })
})
