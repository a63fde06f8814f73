// Proves how a notice being written is judged, marked, kept and sent.
import type { Audience, Identity, NoticePrepared, Reason } from '@class-pact/core/contract'
import { createPact, defaultPreset } from '@class-pact/core/pact'
import { judge } from '@class-pact/core/judge'
import { presentCards } from '../../../miniprogram/packages/compose/compose/cards'
import {
  changeKind,
  findMissing,
  firstEventDay,
  namedChildren,
  offerKinds,
  offerReplies,
  reviveForm,
  startForm,
  toContext,
  toDraft,
  toPost,
} from '../../../miniprogram/packages/compose/compose/form'
import type { Form } from '../../../miniprogram/domains/notice/draft'
import {
  placeReasons,
  presentAction,
  presentForm,
  presentQuiet,
  sayAudience,
  sayMissing,
} from '../../../miniprogram/packages/compose/compose/present'
import { boundsOf, pickerValue, readPicked } from '../../../miniprogram/packages/compose/compose/pickers'
import {
  ASKING_WHO,
  SCHOOL,
  STAFF,
  offerWhom,
  readAudience,
  settleValues,
  toAudience,
  toggle,
} from '../../../miniprogram/packages/compose/compose/parts/audience-panel/choices'
import { coverWords, cutWords, markText } from '../../../miniprogram/domains/notice/marks'

const at = (beijing: string) => Date.parse(`${beijing}+08:00`)
const SAID = { kind: 'notice', texts: {} } as const
const NOON = at('2026-09-02T12:30:00')
const NIGHT = at('2026-09-02T20:36:00')

const pact = createPact('s', 3, defaultPreset('primary'), '2026-09-01')
if (!pact) throw new Error('the default preset is not in the catalogue')
const prepared: NoticePrepared = {
  schoolId: 's',
  issuer: '幸福街小学三（2）班 语文王老师',
  classes: [
    {
      classId: 'k',
      name: '三（2）班',
      children: 40,
      guardians: 74,
      roster: [
        { childId: 'c16', no: '16', name: '李雷' },
        { childId: 'c39', no: '39', name: '张小明' },
      ],
    },
    { classId: 'l', name: '三（3）班', children: 41, guardians: 80, roster: [] },
  ],
  pact,
  calendar: { rest: [], school: [] },
  defaultDeadline: at('2026-09-03T18:00:00'),
  weekCount: 3,
  publishing: 'free',
}
const teacher: Identity = {
  key: 'head_teacher:k',
  role: 'head_teacher',
  schoolId: 's',
  schoolName: '幸福街小学',
  schoolKind: 'primary',
  classId: 'k',
  className: '三（2）班',
  card: '语文王老师',
}
const principal: Identity = {
  ...teacher,
  key: 'principal:s',
  role: 'principal',
  classId: undefined,
  className: undefined,
}
const written = (patch: Partial<Form>): Form => ({
  ...startForm(prepared, teacher),
  title: '秋游通知',
  body: '周五秋游。',
  ...patch,
})
const judged = (form: Form, now: number) =>
  judge(toPost(form, 'head_teacher', prepared.issuer), toContext(form, prepared, 'head_teacher'), prepared.pact, now)

const reason = (patch: Partial<Reason>): Reason => ({
  rule: 'C18',
  verdict: 'refuse',
  cite: { rule: 'C18', pactVersion: 3 },
  spans: [{ field: 'body', start: 0, end: 2 }],
  wayOut: [],
  ...patch,
})

describe('a notice being written', () => {
  it('N01 a teacher starts with the own class, a principal with the whole school', () => {
    expect(startForm(prepared, teacher).audience).toEqual({ to: 'classes', classIds: ['k'] })
    expect(startForm(prepared, principal).audience).toEqual({ to: 'school', schoolId: 's' })
  })

  it('N02 what is missing is said in the order of the page', () => {
    expect(findMissing(written({ kind: 'outing', title: ' ', body: '' }))).toEqual(['title', 'body', 'day'])
    expect(sayMissing('title')).toBe('还缺标题。')
    expect(findMissing(written({}))).toEqual([])
  })

  it('N08 an outing wants a signature, whatever was chosen before; a plain notice leaves the choice', () => {
    expect(changeKind(written({ replyMode: 'read' }), 'outing').replyMode).toBe('sign')
    expect(offerReplies('outing')).toEqual(['sign'])
    expect(offerReplies('notice')).toEqual(['none', 'read', 'confirm', 'sign', 'form'])
  })

  it('C20 C21 homework is offered only where the pact allows it', () => {
    expect(offerKinds(prepared)).not.toContain('homework')
    const allowed = { pact: { ...prepared.pact, rules: { ...prepared.pact.rules, C21: {} } } }
    expect(offerKinds(allowed)).toContain('homework')
  })

  it('C18 given scores beside names, the words are marked, the card stands in the body and ▶ asks for a change', () => {
    const form = written({ title: '语文开学检测情况', body: '全班平均分91分，张小明98分，李雷86分。请查看试卷。' })
    const { reasons } = judged(form, NOON)
    const placed = placeReasons(reasons, [])
    expect(placed.map(({ place, blocks, reason: { rule } }) => [place, blocks, rule])).toContainEqual([
      'body',
      true,
      'C18',
    ])
    expect(presentAction(placed)).toEqual({ text: '还有1处要改', fix: true })
    const { pieces } = presentForm(form, prepared, reasons, NOON)
    expect(pieces.map(({ text }) => text).join('')).toBe(form.body)
    expect(
      pieces
        .filter(({ hit }) => hit)
        .map(({ text }) => text)
        .join(''),
    ).toContain('张小明98分')
    const card = presentCards(placed, prepared, NOON, SAID).find(({ refusal }) => refusal.rule === 'C18')
    expect(card?.refusal).toMatchObject({ sentence: '成绩和名次不发到班级。', cite: '依据：班级公约第3版C18' })
    expect(card?.refusal.ways.map(({ code }) => code)).toEqual(['own_guardians'])
  })

  it('C24 given a warning, ▶ stays the preview, and once waved it is gone', () => {
    const warning = reason({ rule: 'C24', verdict: 'warn' })
    expect(presentAction(placeReasons([warning], []))).toEqual({ text: '预览', fix: false })
    expect(placeReasons([warning], ['C24'])).toEqual([])
    expect(placeReasons([reason({})], ['C18'])).toHaveLength(1)
  })

  it('N03 given a text that is too long, the card speaks of its length and not of another notice', () => {
    const long = reason({ rule: 'N03', verdict: 'warn', wayOut: ['edit', 'send_anyway'] })
    const [card] = presentCards(placeReasons([long], []), prepared, NOON, SAID)
    expect(card?.refusal.sentence).toBe('通知写得短些，家长一眼就能看完。')
    expect(card?.refusal.ways.map(({ code }) => code)).toEqual(['edit', 'send_anyway'])
  })

  it('C18 C24 given one named child, its family is known; given two, the author has to choose', () => {
    expect(namedChildren(written({ body: '李雷今天进步很大。' }), prepared)).toEqual([
      { classId: 'k', childId: 'c16', name: '李雷' },
    ])
    expect(namedChildren(written({ body: '李雷和张小明。' }), prepared)).toHaveLength(2)
  })

  it('T01 given half past eight in the evening, the bar says when it goes out; urgent, it says who is told', () => {
    expect(presentQuiet(judged(written({}), NIGHT), written({}), NIGHT)).toBe('现在是安静时间，将于明早7:00送达')
    const urgent = written({ urgent: { cause: 'safety', reason: '今晚暴雨' } })
    expect(presentQuiet(judged(urgent, NIGHT), urgent, NIGHT)).toBe('会立即送达，并告知校长。原因：孩子安全，今晚暴雨')
  })

  it('T04 T06 a break at noon and a rest day have sentences of their own; an open class has none', () => {
    const queued = (rule: string, releaseAt: string) => ({
      verdict: 'queue' as const,
      reasons: [reason({ rule, verdict: 'queue' })],
      releaseAt: at(releaseAt),
    })
    expect(presentQuiet(queued('T04', '2026-09-02T14:30:00'), written({}), NOON)).toBe('现在是午休时间，将于14:30送达')
    expect(presentQuiet(queued('T06', '2026-09-07T07:00:00'), written({}), at('2026-09-05T10:00:00'))).toBe(
      '今天休息，将于周一7:00送达',
    )
    expect(presentQuiet(judged(written({}), NOON), written({}), NOON)).toBe('')
  })

  it('N08 a draft carries the deadline only when a reply is wanted, and the event only when its kind has one', () => {
    const outing = changeKind(written({ event: { day: '2026-09-11', place: ' 植物园 ', from: '08:00' } }), 'outing')
    expect(toDraft(outing, 'head_teacher')).toMatchObject({
      deadline: prepared.defaultDeadline,
      event: { day: '2026-09-11', place: '植物园', from: '08:00' },
    })
    const plain = toDraft(written({ event: { day: '2026-09-11', place: '植物园' } }), 'head_teacher')
    expect(plain.deadline).toBeUndefined()
    expect(plain.event).toBeUndefined()
    expect(plain.source).toBeUndefined()
    expect(toDraft(written({}), 'principal').source).toBe('school')
  })

  it('G18 a draft of yesterday gets a new deadline and is not urgent any more', () => {
    const kept = written({ deadline: at('2026-09-01T18:00:00'), urgent: { cause: 'other', reason: 'x' } })
    expect(reviveForm(kept, prepared, NOON)).toMatchObject({ deadline: prepared.defaultDeadline, urgent: undefined })
  })

  it('N01 whom it goes to is said with the number of children', () => {
    expect(sayAudience({ audience: { to: 'classes', classIds: ['k'] } }, prepared)).toBe('三（2）班 40个孩子')
    expect(sayAudience({ audience: { to: 'classes', classIds: ['k', 'l'] } }, prepared)).toBe('2个班 81个孩子')
    expect(sayAudience({ audience: { to: 'school', schoolId: 's' } }, prepared)).toBe('全校 81个孩子')
    expect(sayAudience({ audience: { to: 'child', classId: 'k', childId: 'c39' } }, prepared)).toBe('张小明的家长')
  })
})

describe('choosing whom', () => {
  it('N01 classes go together, the school and one child stand alone', () => {
    expect(settleValues(['k'], ['k', 'l'])).toEqual(['k', 'l'])
    expect(settleValues(['k', 'l'], ['k', 'l', SCHOOL])).toEqual([SCHOOL])
    expect(settleValues([SCHOOL], [SCHOOL, 'k'])).toEqual(['k'])
  })

  it('N18 one child needs to be named; then the class is known with it', () => {
    expect(toAudience(ASKING_WHO, prepared, 's')).toBeUndefined()
    expect(toAudience({ ...ASKING_WHO, childIds: ['c39'] }, prepared, 's')).toEqual({
      to: 'child',
      classId: 'k',
      childId: 'c39',
    })
    expect(toAudience({ ...ASKING_WHO, values: [] }, prepared, 's')).toBeUndefined()
    expect(readAudience({ to: 'school', schoolId: 's' })).toMatchObject({ values: [SCHOOL], childIds: [] })
  })

  it('C24 given a second child is ticked, then it is a letter to some of the class, and one less is private again', () => {
    const two = { ...ASKING_WHO, childIds: toggle(['c39'], 'c38') }
    expect(toAudience(two, prepared, 's')).toEqual({ to: 'children', classId: 'k', childIds: ['c39', 'c38'] })
    expect(toggle(two.childIds, 'c38')).toEqual(['c39'])
  })

  it('N01 N19 given a grade, or the staff, then each stands alone and comes back as it was chosen', () => {
    const audiences: Audience[] = [
      { to: 'grade', schoolId: 's', grade: '三' },
      { to: 'staff', schoolId: 's', whom: 'heads' },
      { to: 'staff', schoolId: 's', whom: { grade: '三' } },
      { to: 'staff', schoolId: 's', whom: { chosen: ['m1', 'm2'] } },
      { to: 'children', classId: 'k', childIds: ['c38', 'c39'] },
    ]
    for (const each of audiences) expect(toAudience(readAudience(each), prepared, 's')).toEqual(each)
    expect(settleValues(['k'], ['k', 'grade:三'])).toEqual(['grade:三'])
    expect(settleValues([STAFF], [STAFF, 'k'])).toEqual(['k'])
  })

  it('N01 G01 given a grade leader, then the grade is all there is to choose', () => {
    expect(offerWhom(prepared, { schoolId: '', grade: '三' })).toEqual([{ value: 'grade:三', label: '三年级' }])
  })
})

describe('choosing when', () => {
  it('N09 an activity is offered for tomorrow; today may be chosen, and the principal asked', () => {
    expect(firstEventDay('activity', NOON)).toBe('2026-09-03')
    expect(boundsOf('day', NOON).start).toBe('2026-09-02')
  })

  it('given the picker speaks Beijing time, a deadline comes back as it went', () => {
    const form = written({})
    expect(pickerValue('deadline', form, NOON)).toBe('2026-09-03 18:00')
    expect(readPicked('deadline', '2026-09-04 12:00', form)).toEqual({ deadline: at('2026-09-04T12:00:00') })
  })

  it('given an end before the start, the end is dropped', () => {
    const form = written({ event: { place: '', from: '08:00', to: '15:30' } })
    expect(readPicked('from', '16:00', form)).toEqual({ event: { place: '', from: '16:00', to: undefined } })
  })
})

describe('marked words', () => {
  const text = '请联系13812345678，谢谢。'
  const hit = reason({ rule: 'C28', spans: [{ field: 'body', start: 3, end: 14 }] })

  it('C28 given overlapping findings, pieces never overlap and join to the text', () => {
    const pieces = markText(text, [hit, reason({ spans: [{ field: 'body', start: 10, end: 99 }] })], 'body')
    expect(pieces.map((piece) => piece.text).join('')).toBe(text)
    expect(pieces.map((piece) => piece.hit)).toEqual([false, true])
  })

  it('C28 a number can be covered or cut; a finding in another field changes nothing', () => {
    expect(coverWords(text, hit, 'body')).toBe('请联系＊＊＊＊，谢谢。')
    expect(cutWords(text, hit, 'body')).toBe('请联系，谢谢。')
    expect(cutWords(text, hit, 'title')).toBe(text)
  })
})
