// Decides that a notice's way never passes a doubt: refused before held, held before checking, checking before queued.
import fc from 'fast-check'
import {
  MEDIA_WAIT_MS,
  canWithdraw,
  composeIssuer,
  layOut,
  placeNotice,
  reminderTime,
  settleReply,
  type Findings,
} from '@class-pact/core/notice'
import { NOTICE_KINDS, NOTICE_STATES, REPLY_MODES, VERDICTS } from '@class-pact/core/contract'

const NOW = 1_000_000
const clean: Findings = { verdict: 'allow', text: 'pass', media: [] }
const stateOf = (changes: Partial<Findings>) => placeNotice({ ...clean, ...changes }, NOW).state

describe('given all that is known of a post', () => {
  test.each([
    ['C22 a rule refuses it', { verdict: 'refuse' }, 'refused'],
    ['C34 it is turned into something else', { verdict: 'deflect' }, 'refused'],
    ['C04 WeChat calls it risky', { text: 'risky' }, 'refused'],
    ['G01 a rule holds it', { verdict: 'hold' }, 'held'],
    ['C04 WeChat wants a person', { text: 'review' }, 'held'],
    ['C04 WeChat does not answer', { text: 'unavailable' }, 'held'],
    ['C04 a photo is doubtful', { media: ['pass', 'review'] }, 'held'],
    ['C04 a photo is still being looked at', { media: ['pass', 'pending'] }, 'checking'],
    ['T01 it is quiet', { verdict: 'queue', releaseAt: NOW + 1 }, 'queued'],
    ['it is only warned about', { verdict: 'warn' }, 'published'],
  ] as const)('%s', (_, changes, state) => {
    expect(stateOf(changes as Partial<Findings>)).toBe(state)
  })

  test('C04 G01 nothing that is refused, held or unknown is ever published or queued', () => {
    const findings = fc.record({
      verdict: fc.constantFrom(...VERDICTS),
      text: fc.constantFrom('pass', 'review', 'risky', 'unavailable'),
      media: fc.array(fc.constantFrom('pending', 'pass', 'review', 'risky'), { maxLength: 9 }),
      releaseAt: fc.option(fc.integer({ min: 0, max: 2 * NOW }), { nil: undefined }),
    })
    fc.assert(
      fc.property(findings, (found) => {
        const placed = placeNotice(found as Findings, NOW)
        const isOut = placed.state === 'published' || placed.state === 'queued'
        if (isOut) {
          expect(['allow', 'warn', 'queue']).toContain(found.verdict)
          expect(found.text).toBe('pass')
          expect(found.media.every((each) => each === 'pass')).toBe(true)
        }
        // G18: whatever is on its way has a duty that brings it on; what waits for a person has none.
        expect(placed.duty !== undefined).toBe(['published', 'queued', 'checking'].includes(placed.state))
      }),
    )
  })

  test('G01 T01 approved by a person it still waits for photos and for the opening', () => {
    const approved = { verdict: 'hold', text: 'review', approved: true } as const
    expect(stateOf({ ...approved, media: ['pending'] })).toBe('checking')
    expect(stateOf({ ...approved, releaseAt: NOW + 5 })).toBe('queued')
    expect(stateOf(approved)).toBe('published')
  })

  test('C04 photos have thirty minutes', () => {
    expect(placeNotice({ ...clean, media: ['pending'] }, NOW).duty).toEqual({ kind: 'media', at: NOW + MEDIA_WAIT_MS })
  })

  test('only what is under way or out can be withdrawn', () => {
    expect(NOTICE_STATES.filter(canWithdraw)).toEqual(['draft', 'checking', 'held', 'queued', 'published'])
  })
})

describe('given a kind', () => {
  test('N08 L09 outing, closure, fee, dismissal and letter are always signed and important', () => {
    for (const kind of ['outing', 'closure', 'fee', 'dismissal', 'letter'] as const) {
      for (const replyMode of REPLY_MODES) {
        expect(settleReply({ kind, replyMode })).toMatchObject({ replyMode: 'sign', important: true })
      }
    }
  })

  test('N05 an ordinary notice keeps the mode its author chose', () => {
    for (const replyMode of REPLY_MODES) {
      expect(settleReply({ kind: 'notice', replyMode })).toMatchObject({ replyMode, forced: false })
    }
  })

  test('N06 whatever is important can be answered, so that it can be closed', () => {
    for (const kind of NOTICE_KINDS) {
      for (const replyMode of REPLY_MODES) {
        const settled = settleReply({ kind, replyMode })
        if (settled.important) expect(['confirm', 'sign', 'form', 'report']).toContain(settled.replyMode)
      }
    }
  })
})

describe('given a letter', () => {
  const parts = {
    title: ' 秋游 ',
    body: ' 一 \n\n二\r\n',
    issuer: '幸福街小学',
    at: Date.parse('2026-08-31T16:00:00Z'),
  }

  test('N02 it has title, salutation, paragraphs, issuer and Beijing’s date', () => {
    expect(layOut({ ...parts, className: '三（2）班' })).toEqual({
      ...{
        title: '秋游',
        salutation: '三（2）班各位家长：',
        paragraphs: ['一', '二'],
        issuer: '幸福街小学',
        day: '2026-09-01',
      },
    })
    expect(layOut(parts).salutation).toBe('全校各位家长：')
    expect(layOut({ ...parts, className: '三（2）班', childName: '张小明' }).salutation).toBe('张小明家长：')
  })

  test('N01 the school signs by its name alone, a teacher with school, class and card', () => {
    expect(composeIssuer('幸福街小学')).toBe('幸福街小学')
    expect(composeIssuer('幸福街小学', { className: '三（2）班', card: '语文王老师' })).toBe(
      '幸福街小学三（2）班 语文王老师',
    )
  })
})

describe('given a deadline', () => {
  const HOUR = 3_600_000
  const slip = { replyMode: 'sign', publishedAt: 0, deadline: 10 * HOUR } as const
  const open = (at: number) => at

  test('N10 the reminder comes three hours before, in opening hours, and never after the deadline', () => {
    expect(reminderTime(slip, open)).toBe(7 * HOUR)
    expect(reminderTime(slip, () => 8 * HOUR)).toBe(8 * HOUR)
    expect(reminderTime(slip, () => 10 * HOUR)).toBeUndefined()
  })

  test('N10 nobody is reminded within the first hour, or of what needs no reply or has no deadline', () => {
    expect(reminderTime({ ...slip, deadline: 2 * HOUR }, open)).toBe(HOUR)
    expect(reminderTime({ ...slip, deadline: HOUR / 2 }, open)).toBeUndefined()
    expect(reminderTime({ ...slip, replyMode: 'read' }, open)).toBeUndefined()
    expect(reminderTime({ ...slip, deadline: undefined }, open)).toBeUndefined()
  })
})
