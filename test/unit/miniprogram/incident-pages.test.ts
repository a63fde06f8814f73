// Proves how an incident reads on the phone: the steps in order, what is offered, what is said of them (L06, L07).
import type { Incident, IncidentRow } from '@class-pact/core/contract'
import { presentIncident } from '../../../miniprogram/packages/roll/incident/present'
import { presentIncidents } from '../../../miniprogram/packages/roll/incidents/present'
import { presentStaffClass } from '../../../miniprogram/pages/class/present'

const NOW = Date.parse('2026-09-01T10:40:00+08:00')
const at = (clock: string) => Date.parse(`2026-09-01T${clock}:00+08:00`)

const incident = (patch: Partial<Incident> = {}): Incident => ({
  ...{ incidentId: 'i', classId: 'k', className: '三(2)班', childId: 'c', childName: '李雷', kind: 'sudden' },
  ...{ happenedAt: at('10:00'), openedAt: at('10:01'), openedBy: '数学李老师', state: 'open', notes: [], stamps: {} },
  ...{ corrected: [], steps: ['hospital', 'guardian', 'leader'], next: ['hospital', 'guardian'], order: 'at_once' },
  ...{ cites: [{ rule: 'L06', pactVersion: 3 }], outcomes: [] },
  ...patch,
})
const stamped = { at: at('10:05'), notedAt: at('10:06'), by: '语文王老师' }

describe('the page of an incident', () => {
  test('L07 a sudden illness may end with the family collecting the child, an accident may not', () => {
    const acts = (kind: Incident['kind']) =>
      presentIncident(incident({ kind }), NOW).steps[0]?.acts.map(({ text, first }) => [text, first])
    expect(acts('sudden')).toEqual([
      ['已送医', true],
      ['家长领回', false],
    ])
    expect(acts('accident')).toEqual([['已送医', true]])
  })

  test('V19 the order is said with its rule, and that it forbids nothing; without a rule it is said alone', () => {
    const order = '先送医，再联系家长'
    const cited = presentIncident(
      incident({ order: 'hospital', astray: 'guardian', stamps: { guardian: stamped } }),
      NOW,
    )
    expect(cited.order).toBe(`${order}（班级公约第3版L06）。哪一步先做都可以，时间照记。`)
    expect(cited.steps.map(({ astray }) => astray)).toEqual(['', `不是本校的次序：${order}（班级公约第3版L06）`, ''])
    expect(presentIncident(incident({ cites: [] }), NOW).order).toBe(
      '送医和联系家长同时进行。哪一步先做都可以，时间照记。',
    )
  })

  test('L06 a step that is done says when, who, where; one that is not says what to do', () => {
    const hospital = { ...stamped, way: 'sent' as const, to: '市儿童医院' }
    const { steps, stamped: done } = presentIncident(incident({ stamps: { hospital }, next: ['guardian'] }), NOW)
    expect(steps[0]).toMatchObject({ isDone: true, sub: '今天10:05，市儿童医院，语文王老师记', acts: [] })
    expect(steps[1]).toMatchObject({ isDone: false, canCall: true, acts: [{ text: '已联系', first: true }] })
    expect(steps[2]).toMatchObject({ acts: [{ text: '已报告', first: false }] })
    expect(done).toEqual({ hospital: true })
    expect(presentIncident(incident({ state: 'closed' }), NOW).steps[1]?.canCall).toBe(false)
  })

  test('H27 leaders read who should have told the family since when, and until when it took', () => {
    const owed = { since: at('10:00'), by: '数学李老师' }
    expect(presentIncident(incident({ owed }), NOW).owed).toBe('今天10:00发生，到现在还没有联系家长，经办：数学李老师')
    expect(presentIncident(incident({ owed: { ...owed, until: at('10:35') } }), NOW).owed).toBe(
      '今天10:00发生，今天10:35才联系家长，经办：数学李老师',
    )
    expect(presentIncident(incident(), NOW).owed).toBe('')
  })

  test('L06 what was said, corrected and how it ended stand with when and by whom; doubted words say so', () => {
    const view = presentIncident(
      incident({
        notes: [{ signs: ['bump', 'bleeding'], words: '下楼时摔倒', doubted: true, at: at('10:01'), by: '数学李老师' }],
        corrected: [{ step: 'leader', was: stamped, at: at('10:20'), by: '李校长' }],
        outcomes: [{ outcome: 'home', at: at('10:30'), by: '语文王老师' }],
      }),
      NOW,
    )
    expect(view.notes).toMatchObject([
      { text: '磕碰、流血：下楼时摔倒', sub: '今天10:01，数学李老师，微信检查：有疑问，原话照记' },
    ])
    expect(view.corrected).toMatchObject([
      { text: '报告领导原来记的是：今天10:05，语文王老师记', sub: '今天10:20更正，李校长' },
    ])
    expect(view.outcomes).toMatchObject([{ text: '在家休息', sub: '今天10:30，语文王老师' }])
  })
})

describe('the list of incidents', () => {
  const row = (patch: Partial<IncidentRow> = {}): IncidentRow => ({
    ...{ incidentId: 'i', childName: '李雷', className: '三(2)班', kind: 'accident', happenedAt: at('10:00') },
    ...{ openedBy: '数学李老师', state: 'open', missing: ['guardian', 'leader'] },
    ...patch,
  })

  test('L06 what runs stands apart with what is still to be noted; a leader reads the class too', () => {
    const closed = row({ incidentId: 'j', state: 'closed', missing: [], outcome: 'returned' })
    const children = [{ childId: 'c', no: '16', name: '李雷' }]
    const view = presentIncidents({ incidents: [row(), closed], children }, NOW, false)
    expect(view.running).toMatchObject([
      { title: '李雷，意外伤害', state: '处理中', sub: '今天10:00，数学李老师，还没记联系家长、报告领导' },
    ])
    expect(view.past).toMatchObject([{ state: '已回校', sub: '今天10:00，数学李老师' }])
    expect(view.children).toEqual([{ value: 'c', label: '李雷' }])
    expect(presentIncidents({ incidents: [closed], children: [] }, NOW, true).past[0]?.sub).toBe(
      '三（2）班，今天10:00，数学李老师',
    )
  })
})

describe('the class page', () => {
  const who = { key: 'k', schoolId: 's', schoolName: '', schoolKind: 'primary', card: '', classId: 'k' } as const
  test.each(['head_teacher', 'teacher', 'stand_in'] as const)('L06 the door is open to a %s', (role) => {
    const { doors } = presentStaffClass({ ...who, role })
    expect(doors.find(({ text }) => text === '突发情况')?.url).toContain('classId=k')
  })
  test.each(['principal', 'officer'] as const)('L06 it is no door of the class page of a %s', (role) => {
    expect(presentStaffClass({ ...who, role }).doors.map(({ text }) => text)).not.toContain('突发情况')
  })
})
