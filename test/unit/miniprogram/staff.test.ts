// Proves how the staff list, a hand-over, an officer's day and a hand-over's question read on the phone.
import type { Application, Handover, Staff, StaffPost, TodayOfficer } from '@class-pact/core/contract'
import { presentApplication } from '../../../miniprogram/packages/class/parts/application-list/present'
import { presentHandover } from '../../../miniprogram/packages/class/handover/present'
import { presentStaff, sayOpen } from '../../../miniprogram/packages/school/staff/present'
import { presentOfficer, presentStandIn } from '../../../miniprogram/pages/today/parts/today-officer/present'

const NOW = Date.parse('2026-09-02T10:00:00+08:00')
const since = Date.parse('2025-09-01T08:00:00+08:00')
const post = (patch: Partial<StaffPost>): StaffPost => ({
  ...{ ref: patch.card ?? '', post: 'teacher', name: '王芳', card: '语文王老师', since, isMine: false },
  ...patch,
})
const staff: Staff = {
  today: '2026-09-02',
  posts: [
    post({ post: 'principal', name: '李明', card: '李校长', isMine: true }),
    post({ post: 'office', name: '赵红', card: '教导处赵老师' }),
    post({ post: 'discipline', name: '孙丽', card: '政教处孙老师', until: '2027-01-20' }),
    post({
      ...{ post: 'head_teacher', classId: 'k', className: '三（2）班', alsoHeads: ['三（1）班'] },
      standIn: { card: '数学李老师', from: '2026-09-03', to: '2026-09-05' },
    }),
  ],
  withoutHeadTeacher: [{ classId: 'j', className: '三（3）班' }],
}

describe('3.27 M17 the staff list', () => {
  it('given a principal, then it goes by office, and each row says what can be done', () => {
    const { groups, without } = presentStaff(staff, true, 'primary')
    expect(groups.map(({ title }) => title)).toEqual(['校长', '教导处', '班主任', '政教处'])
    expect(groups.flatMap(({ rows }) => rows.map(({ acts }) => acts))).toEqual([
      ['移交', '结束职务'],
      ['结束职务'],
      ['代理', '移交'],
      ['结束职务'],
    ])
    expect(groups[2]?.rows[0]).toMatchObject({
      standIn: '代理 数学李老师，9月3日到9月5日',
      warning: '也是三（1）班班主任，一人只带一个班为好',
    })
    expect(groups[3]?.rows[0]?.sub).toContain('到1月20日')
    expect(without).toEqual([{ classId: 'j', name: '三（3）班' }])
  })

  it('given the 教导处, then no office ends by their hand; a kindergarten has a 园长', () => {
    const { groups } = presentStaff(staff, false, 'kindergarten')
    expect(groups[0]?.title).toBe('园长')
    expect(groups.flatMap(({ rows }) => rows.flatMap(({ acts }) => acts))).toEqual(['代理', '移交'])
  })

  it('given what stays open, then it is said in numbers', () => {
    expect(sayOpen({ running: 2, waiting: 1 })).toBe('还有2份通知未办结，1份待审或排队，由学校其他负责人接着办。')
    expect(sayOpen({ running: 0, waiting: 0 })).toBe('没有未办结的事。')
  })
})

describe('M04 E02 a hand-over', () => {
  const handover: Handover = {
    ...{
      classId: 'k',
      className: '三（2）班',
      headTeacher: '语文王老师',
      runningTotal: 22,
      leaves: 3,
      applications: 0,
      cases: 1,
    },
    running: [{ noticeId: 'n', title: '秋游通知', missing: 4 }],
    waiting: [{ noticeId: 'h', title: '待审通知', state: 'held' }],
    successor: { applicationId: 'a', name: '周强' },
  }

  it('given open matters, then they are said in one sentence, and each is a row', () => {
    const view = presentHandover(handover, NOW)
    expect(view.open).toBe('还有22份通知未办结，1份没有发出，3张假条待批，1件处理未了结')
    expect(view.rows.map(({ to }) => to)).toEqual(['board', 'notice', 'leaves', 'cases'])
    expect(view).toMatchObject({ left: 21, successor: '周强已应邀，等语文王老师确认', from: '' })
  })

  it('given a successor, then a leader is asked whether the present one is gone; the head teacher only whether it is them', () => {
    const application: Application = {
      ...{
        applicationId: 'a',
        purpose: 'staff',
        classId: 'k',
        className: '三（2）班',
        childName: '',
        relation: 'other',
      },
      ...{ guardianName: '周强', role: 'head_teacher', subject: '语文', state: 'pending', createdAt: NOW },
      ...{ takesOverFrom: '语文王老师', alsoHeads: ['三（1）班'] },
    }
    const leader = presentApplication(application, undefined, NOW)
    expect(leader).toMatchObject({ waitsFor: '语文王老师', accept: '是', reject: '不是' })
    expect(leader.match).toBe(
      '周强用了邀请，是本人吗？确认后由周强接替语文王老师当班主任。这位老师已是三（1）班班主任，一人只带一个班为好。',
    )
    expect(presentApplication(application, [], NOW).waitsFor).toBe('')
    const office = presentApplication(
      { ...application, office: 'grade_leader', grade: '三', until: '2027-01-20' },
      undefined,
      NOW,
    )
    expect(office.about).toBe('担任：三年级组长，到1月20日')
  })
})

describe('M17 L03 the day of an officer and of a stand-in', () => {
  const officer: TodayOfficer = {
    ...{ role: 'officer', now: NOW, schoolId: 's', today: '2026-09-02', office: 'grade_leader', grade: '三' },
    ...{ tasks: [], tasksTotal: 0 },
    classes: [{ classId: 'k', className: '三（2）班', children: 40, leavesToday: 2 }],
  }

  it('given a grade leader, then the classes of the grade and the leave of the day open', () => {
    const view = presentOfficer(officer)
    expect(view).toMatchObject({
      who: '三年级组长',
      done: '',
      doors: [{ text: '请假', value: '今天2人' }, { text: '出勤' }, { text: '给年级发通知' }],
    })
    expect(view.classes).toMatchObject([{ text: '三（2）班', sub: '40人，今天请假2人' }])
  })

  it('given 总务处, then it says honestly that nothing waits yet', () => {
    const view = presentOfficer({ ...officer, office: 'logistics', grade: undefined, classes: [] })
    expect(view).toMatchObject({ who: '总务处', doors: [], classes: [], done: '目前没有要您处理的事' })
    expect(view.opens).toContain('对应的台账开通后再打开')
  })

  it('given a stand-in, then the leave that waits, and until when', () => {
    const view = presentStandIn({
      ...{ role: 'stand_in', now: NOW, classId: 'k', className: '三（2）班', until: '2026-09-05' },
      ...{ children: 40, leavesToday: 0, pendingLeaves: 1 },
    })
    expect(view).toMatchObject({
      who: '三（2）班代理班主任，到9月5日',
      doors: [{ text: '假条', value: '1张待批' }],
      done: '',
    })
  })
})
