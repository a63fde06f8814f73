// Proves how talks read on the phone: who can see them, what waits, what is said before a letter goes.
import type { Reason, Talk, TalkLetter, TalkPrepared, TalkRow } from '@class-pact/core/contract'
import { presentError } from '../../../miniprogram/services/sentences'
import { hasNews, markTalkRead } from '../../../miniprogram/domains/talk/read-marks'
import { presentTalks } from '../../../miniprogram/packages/talk/list/present'
import {
  fitRefusal,
  isReadMark,
  mendWords,
  outline,
  trimOutline,
} from '../../../miniprogram/packages/talk/parts/letter'
import { latestOf, presentTalk, type Reader } from '../../../miniprogram/packages/talk/thread/present'
import { presentFamily, presentTeacher, toDesk } from '../../../miniprogram/packages/talk/write/present'
import { installWx } from './fake-wx'

const NOW = Date.parse('2026-09-01T20:36:00+08:00')
const at = (day: number, clock: string) => Date.parse(`2026-09-0${day}T${clock}:00+08:00`)
const FAMILY: Reader = { side: 'family', leader: '校长' }
const TEACHER: Reader = { side: 'teacher', leader: '校长' }

const letter = (patch: Partial<TalkLetter> = {}): TalkLetter => ({
  ...{ letterId: 'l1', by: '张小明妈妈', side: 'family', isMine: true, at: at(1, '16:20'), state: 'sent' },
  ...{ arrivesAt: at(1, '16:20'), words: '小明最近睡得晚。', photos: [], reasons: [] },
  ...patch,
})
const talk = (patch: Partial<Talk> = {}): Talk => ({
  ...{ talkId: 't', childId: 'c', childName: '张小明', classId: 'k', className: '三(2)班', about: 'matter' },
  ...{
    matter: '晚上睡得晚',
    state: 'waiting',
    owner: { desk: 'head_teacher', card: '语文王老师', since: at(1, '16:20') },
  },
  ...{ teacher: '语文王老师', letters: [letter()], events: [], may: ['send', 'ask', 'close'], bars: {}, phones: {} },
  ...patch,
})
const barsOf = (patch: Partial<Talk>, reader = FAMILY) =>
  presentTalk(talk(patch), NOW, reader).bars.map(({ sentence }) => sentence)
const waitsOf = (patch: Partial<TalkLetter>, more: Partial<Talk> = {}, reader = FAMILY) =>
  presentTalk(talk({ letters: [letter(patch)], ...more }), NOW, reader).entries[0]?.waits

describe('a thread', () => {
  test('N15 it says whose turn it is, and since when', () => {
    expect(presentTalk(talk(), NOW, FAMILY).state).toBe('待回复（语文王老师），从今天16:20起')
    expect(presentTalk(talk({ state: 'answered' }), NOW, FAMILY).state).toBe('已回复')
    const held = talk({ state: 'answered', letters: [letter({ state: 'held' })] })
    expect(presentTalk(held, NOW, FAMILY).state).toBe('还没送达')
    const closed = presentTalk(talk({ state: 'closed' }), NOW, FAMILY)
    expect(closed).toMatchObject({ state: '已办结', reopens: '这件事已办结，再写一封会重新打开。' })
  })

  test('C24 G07 it says who can read it, and from when on the leaders read along', () => {
    expect(presentTalk(talk(), NOW, FAMILY).readers).toBe('只有您家和语文王老师能看到')
    expect(presentTalk(talk(), NOW, TEACHER).readers).toBe('只有张小明家和您能看到')
    expect(presentTalk(talk({ leadersFrom: at(2, '09:00') }), NOW, FAMILY).readers).toBe(
      '您家和语文王老师能看到，校长室从9月2日起也能看到',
    )
    expect(presentTalk(talk({ teacher: undefined }), NOW, FAMILY).readers).toBe('只有您家和校长室能看到')
  })

  test('C24 letters and what happened stand in their order, the oldest first', () => {
    const answer = letter({ letterId: 'l2', by: '语文王老师', side: 'staff', isMine: false, at: at(1, '17:00') })
    const events = [
      {
        kind: 'passed' as const,
        at: at(1, '18:00'),
        by: '语文王老师',
        desk: 'principal' as const,
        words: '请学校答复',
      },
      { kind: 'risen' as const, at: at(1, '16:40'), desk: 'discipline' as const, days: 3 },
    ]
    const { entries } = presentTalk(talk({ letters: [letter(), answer], events }), NOW, FAMILY)
    expect(entries.map(({ by, event }) => by || event)).toEqual([
      '张小明妈妈（您）',
      '今天16:40，3个上课日没有答复，转政教处',
      '语文王老师',
      '今天18:00，语文王老师已转交校长室：请学校答复',
    ])
  })

  test('T02 G02 C04 an own letter that nobody reads yet says what it waits for', () => {
    expect(waitsOf({ arrivesAt: at(2, '07:00') })).toBe('明早7:00送达')
    expect(waitsOf({ state: 'checking' })).toBe('照片检查中，通过后自动送达')
    expect(waitsOf({ state: 'held' })).toBe('先请老师看，通过后送达')
    expect(waitsOf({ state: 'held' }, { teacher: undefined })).toBe('先请校长室看，通过后送达')
    expect(waitsOf({ state: 'held' }, {}, TEACHER)).toBe('先请校长室看，通过后送达')
    const decided = { at: at(1, '18:00'), by: '语文王老师', words: '请说得具体些' }
    expect(waitsOf({ state: 'returned', decided })).toBe('已退回：请说得具体些')
    expect(waitsOf({ state: 'returned' })).toBe('已退回，没有送达')
    expect(waitsOf({})).toBe('')
    expect(waitsOf({ isMine: false, arrivesAt: at(2, '07:00') })).toBe('')
  })

  test('T08 T09 T02 G04 a bar says why an answer takes, when it is seen, and when to call', () => {
    expect(barsOf({ bars: { inLesson: true } })).toEqual(['语文王老师在上课，课间或放学后回复'])
    expect(barsOf({ bars: { quietUntil: at(2, '07:00'), inLesson: true } })).toEqual([
      '现在是安静时间，语文王老师明早7:00看到',
    ])
    expect(barsOf({ bars: { quietUntil: at(2, '07:00') } }, TEACHER)).toEqual(['现在是安静时间，家长明早7:00看到'])
    const owner = { desk: 'principal' as const }
    expect(barsOf({ owner, bars: { quietUntil: at(2, '07:00') } })).toEqual(['现在是安静时间，校长室明早7:00看到'])
    expect(barsOf({ bars: { phoneAfterHours: 24 } })).toEqual(['24小时还没等到回复，可以打电话'])
    expect(barsOf({ mutedUntil: at(8, '12:00') })).toEqual(['9月8日12:00前不能留言。看通知、签字、请假、打电话照常。'])
    expect(barsOf({ mutedUntil: at(1, '12:00') })).toEqual([])
  })

  test('G07 C25 P06 it offers what its reader may do, and no more', () => {
    const actsOf = (may: Talk['may']) => presentTalk(talk({ may }), NOW, TEACHER).acts.map(({ text }) => text)
    expect(actsOf(['send', 'pass', 'close'])).toEqual(['转校长室', '办结'])
    expect(actsOf(['send', 'ask', 'close'])).toEqual(['请校长看', '办结'])
    expect(actsOf(['thank'])).toEqual(['采纳并感谢'])
    expect(presentTalk(talk({ may: ['close'] }), NOW, FAMILY).canSend).toBe(false)
  })

  test('C04 photos that are not through are counted, not shown', () => {
    const photos = [
      { url: 'a', state: 'pass' as const },
      { url: '', state: 'pending' as const },
      { url: '', state: 'doubted' as const },
    ]
    const [entry] = presentTalk(talk({ letters: [letter({ photos })] }), NOW, FAMILY).entries
    expect(entry).toMatchObject({ photos: [{ url: 'a' }], photosNote: '1张照片检查中，1张照片没有通过检查' })
  })

  test('N13 calls are the head teacher’s number, where it is open, and the leaders’', () => {
    const callsOf = (phones: Talk['phones']) => presentTalk(talk({ phones }), NOW, FAMILY).calls
    expect(callsOf({ teacher: '1', school: '2' }).map(({ label }) => label)).toEqual([
      '打电话给班主任',
      '打电话给校长室',
    ])
    expect(callsOf({ school: '2' })).toEqual([{ label: '打电话给校长室', phone: '2' }])
  })
})

describe('a list of talks', () => {
  const row = (patch: Partial<TalkRow>): TalkRow => ({
    ...{ talkId: 't', childId: 'c', childName: '张小明', className: '三(2)班', about: 'matter', matter: '晚上睡得晚' },
    ...{ state: 'answered', owner: { desk: 'head_teacher', card: '语文王老师' }, lastAt: at(1, '17:00') },
    ...patch,
  })
  const place = { of: 'child' as const, leader: '校长' as const, hasNews: () => false }

  test('N15 what waits stands first; staff read the child, leaders the class', () => {
    const rows = [
      row({ state: 'waiting', since: at(1, '16:20'), important: true }),
      row({ talkId: 'u', about: 'idea', leaders: true }),
    ]
    const { waiting, others } = presentTalks(rows, NOW, place)
    expect(waiting).toMatchObject([{ state: '待回复（语文王老师）', sub: '今天16:20写来，重要' }])
    expect(others).toMatchObject([{ talkId: 'u', sub: '献计献策，今天17:00，校长室也能看到' }])
    const ofSchool = presentTalks(rows, NOW, { ...place, of: 'school' })
    expect(ofSchool.waiting[0]?.sub).toBe('张小明，三（2）班，今天16:20写来，重要')
  })

  test('N15 what one’s own side has written last is no news', () => {
    const newsOf = (of: 'child' | 'class', state: TalkRow['state']) => {
      const { waiting, others } = presentTalks([row({ state })], NOW, { ...place, of, hasNews: () => true })
      return [...waiting, ...others].map(({ news }) => news)
    }
    expect([newsOf('child', 'waiting'), newsOf('child', 'answered')]).toEqual([[false], [true]])
    expect([newsOf('class', 'waiting'), newsOf('class', 'answered')]).toEqual([[true], [false]])
  })

  test('N15 what this phone has not shown is marked, on this phone alone', () => {
    installWx()
    expect(hasNews('t', at(1, '17:00'))).toBe(true)
    markTalkRead('t', latestOf(talk({ letters: [letter({ isMine: false, arrivesAt: at(1, '17:00') })] })))
    expect(hasNews('t', at(1, '17:00'))).toBe(false)
    expect(hasNews('t', at(1, '17:01'))).toBe(true)
  })
})

describe('a new letter', () => {
  const prepared: Extract<TalkPrepared, { of: 'child' }> = {
    ...{ of: 'child', childId: 'c', childName: '张小明', className: '三(2)班', headTeacher: '语文王老师' },
    ...{ teachers: [{ card: '数学李老师', since: 1 }], phones: {} },
  }
  const view = (about: 'matter' | 'opinion', to: string, patch = {}) =>
    presentFamily({ ...prepared, ...patch }, about, to, NOW, '校长')

  test('C25 a family writes to its teachers and to the letter box; a suggestion to the head teacher or the principal', () => {
    expect(view('matter', 'head_teacher').whom.map(({ label }) => label)).toEqual([
      '班主任语文王老师',
      '数学李老师',
      '校长信箱',
    ])
    expect(view('opinion', 'principal').whom.map(({ value }) => value)).toEqual(['head_teacher', 'principal'])
    expect(view('opinion', 'principal').note).toBe('一封信写一件事，只有您家和校长室能看到，不会发到班级里。')
    expect(toDesk(prepared, 'teacher-0')).toEqual({ desk: 'teacher', teacher: { card: '数学李老师', since: 1 } })
    expect(toDesk(prepared, 'head_teacher')).toEqual({ desk: 'head_teacher' })
    expect(toDesk(prepared, 'principal')).toEqual({ desk: 'principal' })
  })

  test('T02 T08 G04 it says before it is sent when it will be read; a mute leaves the phone', () => {
    const said = (to: string, patch: object) => view('matter', to, patch).bars.map(({ sentence }) => sentence)
    expect(said('teacher-0', { quietUntil: at(2, '07:00') })).toEqual(['现在是安静时间，数学李老师明早7:00看到'])
    expect(said('head_teacher', { inLesson: true })).toEqual(['语文王老师在上课，课间或放学后回复'])
    expect(said('principal', { inLesson: true })).toEqual([])
    expect(view('matter', 'head_teacher', { mutedUntil: at(8, '07:00') })).toMatchObject({
      muted: true,
      bars: [{ key: 'muted', link: '向校长申诉' }],
    })
  })

  test('N18 a teacher writes to one child’s family, by 优点 事情 建议', () => {
    const children = [{ childId: 'c', no: '1', name: '张小明' }]
    expect(presentTeacher({ of: 'class', className: '三(2)班', children }, 'c').note).toBe(
      '只有张小明的家长和您能看到。',
    )
    expect(outline(' 没带作业 ')).toBe('优点：\n事情：没带作业\n建议：')
    expect(trimOutline('优点：\n事情：没带作业\n建议： ')).toBe('事情：没带作业')
    expect(trimOutline(outline(''))).toBe('')
  })
})

describe('a letter that is not taken', () => {
  const reason = (rule: string, wayOut: string[] = [], patch: Partial<Reason> = {}): Reason => ({
    ...{ rule, verdict: 'refuse', cite: { rule, pactVersion: 3 }, spans: [], wayOut },
    ...patch,
  })
  const refused = (...reasons: Reason[]) => ({ code: 'POST_REFUSED' as const, reasons })
  const waysOf = (error: ReturnType<typeof refused>) =>
    fitRefusal(presentError(error, { now: NOW }), error, '').ways.map(({ code }) => code)

  test('L01 C34 leave has its form, and 收到 is a read mark', () => {
    expect(waysOf(refused(reason('L01', ['leave_form'])))).toEqual(['leave_form'])
    const thanks = refused(reason('C34'))
    expect(isReadMark(thanks)).toBe(true)
    expect(waysOf(thanks)).toEqual(['acknowledge'])
  })

  test('C05 C22 a letter offers only what leads on from a letter', () => {
    expect(waysOf(refused(reason('C05')))).toEqual(['edit'])
    expect(waysOf(refused(reason('C05', ['edit', 'human_review'])))).toEqual(['edit', 'human_review'])
    expect(waysOf(refused(reason('C22', ['own_guardians'])))).toEqual(['edit'])
    expect(waysOf(refused(reason('C08', ['human_review'])))).toEqual(['edit', 'human_review'])
  })

  test('C10 C28 words are cut or covered where the finding is', () => {
    const spans = [{ field: 'body', start: 3, end: 8 }]
    const found = refused(reason('C10', [], { spans }))
    expect(mendWords('delete_sentence', '您好。买课找我谢谢', found)).toBe('您好。谢')
    expect(mendWords('cover', '您好。买课找我谢谢', found)).toBe('您好。＊＊＊＊谢')
    expect(mendWords('edit', '您好。', found)).toBe('您好。')
  })

  test('G04 a mute says until when, what goes on, and leaves the appeal', () => {
    const card = presentError({ code: 'MUTED', until: at(8, '12:00') }, { now: NOW })
    expect(card.sentence).toContain('不能留言。看通知、签字、请假、打电话照常。')
    expect(card.ways.map(({ code }) => code)).toEqual(['appeal'])
  })
})
