// Decides whether quiet hours, openings and the form of notices follow the pact, to the second.
import { createPact, nextOpening, quietHours } from '@class-pact/core/pact'
import { at, comment, judgeText, pactOf, privately } from './judging'

const calendar = { rest: [], school: [] }
const rules = (judgement: ReturnType<typeof judgeText>) =>
  judgement.reasons.map(({ rule, verdict }) => `${rule} ${verdict}`)
const primary = pactOf('primary', 'G02')

describe('quiet hours', () => {
  it('T01 given 20:00, when a teacher sends at 19:59:59 and at 20:00:00, then the first goes and the second waits for 7:00', () => {
    const before = judgeText('你好', {}, {}, primary, at('2026-09-09', '20:00') - 1000)
    const after = judgeText('你好', {}, {}, primary, at('2026-09-09', '20:00'))
    expect(before.verdict).toBe('allow')
    expect(after).toMatchObject({ verdict: 'queue', releaseAt: at('2026-09-10', '07:00'), reasons: [{ rule: 'T01' }] })
  })
  it('T01 given 6:59 and 7:00, when a teacher sends, then one waits a minute and the other goes', () => {
    expect(judgeText('你好', {}, {}, primary, at('2026-09-09', '06:59')).releaseAt).toBe(at('2026-09-09', '07:00'))
    expect(judgeText('你好', {}, {}, primary, at('2026-09-09', '07:00')).verdict).toBe('allow')
  })
  it('T01 given an urgent notice with a reason, when sent at night, then it goes and the reason is kept; without one it waits', () => {
    const urgent = (reason: string) =>
      judgeText('停课', { urgent: { cause: 'closure', reason } }, {}, primary, at('2026-09-09', '22:00'))
    expect(rules(urgent('台风'))).toEqual(['T01 warn'])
    expect(urgent(' ').verdict).toBe('queue')
    expect(
      judgeText('急', { ...comment, urgent: { cause: 'other', reason: '急' } }, {}, primary, at('2026-09-09', '22:00'))
        .verdict,
    ).toBe('queue')
  })
  it('T02 given 20:30, when a guardian writes, then comments and talks wait, and a leave goes', () => {
    const now = at('2026-09-09', '20:30')
    expect(rules(judgeText('请问几点集合', comment, {}, primary, now))).toContain('T02 queue')
    expect(rules(judgeText('请问几点集合', { role: 'guardian', ...privately }, {}, primary, now))).toEqual([
      'T02 queue',
    ])
    expect(judgeText('发烧', { role: 'guardian', kind: 'leave', audience: 'child' }, {}, primary, now).verdict).toBe(
      'allow',
    )
  })
  it('T04 given the kindergarten, when sent at noon, then it waits for 14:30', () => {
    const pact = pactOf('kindergarten')
    expect(nextOpening(at('2026-09-09', '13:00'), 'teacher', pact, calendar)).toBe(at('2026-09-09', '14:30'))
    expect(nextOpening(at('2026-09-09', '12:59'), 'teacher', pact, calendar)).toBe(at('2026-09-09', '12:59'))
    expect(nextOpening(at('2026-09-09', '21:30'), 'guardian', pact, calendar)).toBe(at('2026-09-10', '07:00'))
    expect(quietHours('guardian', 'notice', pact)).toHaveLength(2)
  })
  it('T06 given working hours only, when sent on the eve of a holiday, then it waits for the first school day after it', () => {
    const pact = pactOf('S1a')
    expect(nextOpening(at('2026-09-30', '18:00'), 'teacher', pact, calendar)).toBe(at('2026-10-08', '08:00'))
    expect(
      nextOpening(at('2026-09-11', '18:00'), 'teacher', pact, { rest: ['2026-09-14'], school: ['2026-09-13'] }),
    ).toBe(at('2026-09-13', '08:00'))
  })
  it('T06 given a year nobody knows, when sent on a weekday, then the sender is told', () => {
    expect(rules(judgeText('你好', {}, {}, pactOf('S1a'), at('2027-03-02', '10:00')))).toContain('T06 warn')
  })
  it('T03 T05 T07 given each hour of the seeds, when asked, then quiet begins and ends as they say', () => {
    const hours = (preset: string) =>
      quietHours('teacher', 'notice', pactOf(preset)).map(({ rule, from, to }) => [rule, from, to])
    expect(hours('S0-7')).toEqual([['T03', '21:00', '07:00']])
    expect(hours('S0-9')).toEqual([['T05', '23:00', '06:00']])
    expect(hours('S1c')).toEqual([['T07', '22:00', '07:00']])
  })
  it('T12 given five notices this week, when a sixth comes, then it waits for the principal; a principal and safety are only told', () => {
    expect(rules(judgeText('你好', {}, { weekCount: 5 }))).toEqual(['T12 hold'])
    expect(rules(judgeText('你好', { role: 'principal' }, { weekCount: 5 }))).toEqual(['T12 warn'])
    expect(rules(judgeText('你好', { noticeKind: 'safety' }, { weekCount: 5 }))).toEqual(['T12 warn'])
    const urgent = { cause: 'safety', reason: '校门口有车祸' } as const
    expect(rules(judgeText('你好', { urgent }, { weekCount: 5 }))).toEqual(['T12 warn'])
    expect(judgeText('你好', {}, { weekCount: 5, approvedBy: '李校长' }).verdict).toBe('allow')
    expect(judgeText('你好', {}, { weekCount: 4 }).verdict).toBe('allow')
  })
})

describe('the form of a notice', () => {
  it('N02 N12 given no title, body, issuer or kind, when judged, then each missing part is named', () => {
    const { reasons } = judgeText(' ', { title: '', issuer: '', noticeKind: undefined })
    expect(reasons.map(({ rule, spans }) => [rule, spans.map(({ field }) => field)])).toEqual([
      ['N02', ['title', 'body', 'issuer']],
      ['N12', ['kind']],
    ])
  })
  it('N03 given a long notice or a second one on the same matter, when judged, then the sender is told', () => {
    expect(rules(judgeText('早'.repeat(501)))).toEqual(['N03 warn'])
    expect(judgeText('早'.repeat(500)).verdict).toBe('allow')
    const previous = [{ text: '明天上午九点在操场举行开学典礼', at: at('2026-09-09', '09:00') }]
    expect(judgeText('明天上午九点半在操场举行开学典礼', {}, { previous }).reasons[0]).toMatchObject({
      rule: 'N03',
      wayOut: ['amend_first', 'send_anyway'],
    })
  })
  it('N08 given an outing without a signature, when judged, then the sender is told that it will be asked for', () => {
    expect(rules(judgeText('秋游', { noticeKind: 'outing', replyMode: 'read' }))).toEqual(['N08 warn'])
  })
  it('N09 given an activity on the day itself, when sent, then it is refused, also when it would go out that morning', () => {
    const event = (day: string, from?: string) => ({ noticeKind: 'activity' as const, event: { day, from } })
    expect(rules(judgeText('亲子活动', event('2026-09-09', '17:00')))).toEqual(['N09 refuse'])
    expect(rules(judgeText('亲子活动', event('2026-09-10', '17:00'), {}, primary, at('2026-09-09', '20:30')))).toEqual([
      'N09 refuse',
      'T01 queue',
    ])
    expect(judgeText('亲子活动', event('2026-09-10', '17:00')).verdict).toBe('allow')
    expect(judgeText('公开课', event('2026-09-09', '14:00')).verdict).toBe('allow')
    expect(rules(judgeText('亲子活动', { ...event('2026-09-09', '17:00'), role: 'principal' }))).toEqual(['N09 warn'])
    const asked = { ...event('2026-09-09', '17:00'), exception: { reason: '场馆今天空出来' } }
    expect(rules(judgeText('亲子活动', asked))).toEqual(['N09 hold'])
  })
  it('G15 given a preset that is not there, when a pact is made, then there is none', () => {
    expect(createPact('s', 1, 'nobody', '2026-09-01')).toBeUndefined()
  })
})
