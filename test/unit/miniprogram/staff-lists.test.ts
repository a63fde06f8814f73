// Proves how requests, members, held posts, invitations and roster files read to staff.
import type {
  Application,
  ClassMembers,
  InvitationView,
  LeaveCard,
  Member,
  ReviewItem,
  RosterPreview,
} from '@class-pact/core/contract'
import { listFree, offerPurposes, presentInvitation } from '../../../miniprogram/packages/class/invite/present'
import { presentApplication } from '../../../miniprogram/packages/class/parts/application-list/present'
import { presentGuardians, presentMembers } from '../../../miniprogram/packages/class/members/present'
import { presentLeaves } from '../../../miniprogram/packages/leave/approve/present'
import { presentHeld, sayCheck } from '../../../miniprogram/packages/pact/queue/present'
import { chooseMeaning } from '../../../miniprogram/packages/school/import/present-columns'
import { answerMissing, presentMissing } from '../../../miniprogram/packages/school/import/present-missing'
import { answerQuestion } from '../../../miniprogram/packages/school/import/present-questions'
import { presentProgress, presentRoster } from '../../../miniprogram/packages/school/import/present'
import { presentSchool } from '../../../miniprogram/packages/school/setup/present'
import { presentClass } from '../../../miniprogram/packages/statistics/class/present'

const at = (beijing: string) => Date.parse(`${beijing}+08:00`)
const NOW = at('2026-09-02T16:10:00')

describe('leave requests', () => {
  const card = (patch: Partial<LeaveCard>): LeaveCard => ({
    leaveId: 'l',
    childId: 'c',
    childName: '韩梅梅',
    no: '12',
    className: '三（2）班',
    kind: 'fever',
    progress: { desk: 'head_teacher', mine: true, yes: [] },
    span: { from: '2026-09-03', fromHalf: 'am', to: '2026-09-04', toHalf: 'am' },
    days: 1.5,
    state: 'pending',
    submittedAt: at('2026-09-02T07:20:00'),
    recentCount: 2,
    proof: [],
    appliedByMe: false,
    ...patch,
  })

  it('L03 X06 a card says kind, days and how often lately; the order is the cloud’s', () => {
    const { open } = presentLeaves(
      { leaves: [card({}), card({ leaveId: 'late', submittedAt: NOW })], waiting: 2, left: 0 },
      NOW,
    )
    expect(open.map(({ leaveId }) => leaveId)).toEqual(['l', 'late'])
    expect(open[0]).toMatchObject({
      kind: '发热',
      span: '9月3日至9月4日上午，共1.5天',
      recent: '近30天第2次',
      sub: '今天7:20提交',
      not: '',
    })
  })

  it('L03 what has not been brought yet is counted, what waits apart from the rest', () => {
    const some = { leaves: [card({})], waiting: 3, left: 40 }
    expect(presentLeaves(some, NOW)).toMatchObject({ waiting: 3, openLeft: 2, earlier: '看更早的' })
    expect(presentLeaves({ ...some, waiting: 1, left: 0 }, NOW)).toMatchObject({ openLeft: 0, earlier: '' })
  })

  it('L14 what has gone on lies below with where it is; a leader reads the class and who has said yes', () => {
    const yes = [{ card: '语文王老师', at: at('2026-09-02T12:00:00') }]
    const gone = card({ progress: { desk: 'office', mine: false, yes } })
    expect(presentLeaves({ leaves: [gone], waiting: 0, left: 0 }, NOW)).toMatchObject({
      open: [],
      decided: [{ no: '12', state: '语文王老师已同意，等教导处批' }],
    })
    const theirs = card({ progress: { desk: 'office', mine: true, yes } })
    const reader = { isSchool: true, schoolKind: 'primary' } as const
    expect(presentLeaves({ leaves: [theirs], waiting: 1, left: 0 }, NOW, reader).open).toMatchObject([
      { no: '', place: '三（2）班', not: '', yes: ['语文王老师今天12:00同意'] },
    ])
  })

  it('L03 approved ones are kept to look up, rejected ones are not shown', () => {
    const view = presentLeaves(
      { leaves: [card({ state: 'approved' }), card({ leaveId: 'r', state: 'rejected' })], waiting: 0, left: 0 },
      NOW,
    )
    expect(view.open).toEqual([])
    expect(view.decided.map(({ leaveId, state }) => [leaveId, state])).toEqual([['l', '已批']])
  })
})

const guardian = (card: string) => ({ card, relation: 'mother' as const, since: at('2026-08-30T10:00:00') })
const member = (no: string, name: string, ...cards: string[]): Member => ({
  childId: `c${no}`,
  no,
  name,
  seats: 2,
  guardians: cards.map(guardian),
})
const members = [
  member('1', '陈思远', '陈思远妈妈', '陈思远爸爸'),
  member('16', '李雷'),
  member('17', '李雷', '李雷妈妈'),
]
const classMembers: ClassMembers = {
  classId: 'k',
  className: '三（2）班',
  members,
  away: [],
  teachers: [{ card: '数学李老师', subject: '数学', since: NOW }],
  applications: 0,
}

describe('members', () => {
  it('M01 M11 children without a guardian stand on top, seats are counted for the others', () => {
    const view = presentMembers(classMembers, NOW)
    expect(view.alone.map(({ no, seats, cards }) => [no, seats, cards])).toEqual([['16', '0/2', '还没有家长']])
    expect(view.others.map(({ seats, full }) => [seats, full])).toEqual([
      ['2/2', true],
      ['1/2', false],
    ])
    expect(view).toMatchObject({ summary: '3个孩子，3位家长', head: '还没有班主任' })
    expect(presentGuardians(members[0] as Member)[0]).toMatchObject({ card: '陈思远妈妈', since: '8月30日加入' })
  })

  it('M02 an application is matched by name only when exactly one child has it', () => {
    const application = (childName: string): Application => ({
      applicationId: 'a',
      purpose: 'join',
      classId: 'k',
      className: '三（2）班',
      childName,
      guardianName: '李大雷',
      relation: 'grandpa',
      state: 'pending',
      createdAt: at('2026-09-02T09:10:00'),
    })
    expect(presentApplication(application('陈思远'), members, NOW)).toMatchObject({
      childId: 'c1',
      who: '李大雷（爷爷）',
      match: '名单里有这个孩子',
    })
    expect(presentApplication(application('李雷'), members, NOW)).toMatchObject({
      childId: undefined,
      match: '名单里有2个同名的孩子',
    })
    expect(presentApplication(application('王五'), members, NOW).match).toBe('名单里没有这个名字')
    const known = { ...application('李雷'), purpose: 'third_seat' as const, reason: '奶奶接送', childId: 'c2' }
    expect(presentApplication(known, members, NOW)).toMatchObject({ childId: 'c2', third: '申请第三个席位：奶奶接送' })
    const guessed = { ...application('王五'), state: 'withdrawn' as const, tried: 4 }
    expect(presentApplication(guessed, members, NOW)).toMatchObject({
      isOver: true,
      tried: '这个微信先后写过4个孩子的名字，请核对',
    })
  })

  it('M04 whoever was invited to teach is confirmed by name, subject and post', () => {
    const view = presentApplication(
      {
        ...{
          applicationId: 'a',
          purpose: 'staff',
          classId: 'k',
          className: '三（2）班',
          childName: '',
          relation: 'other',
        },
        ...{ guardianName: '钱进', role: 'teacher', subject: '体育', state: 'pending' },
        createdAt: at('2026-09-02T09:10:00'),
      },
      undefined,
      NOW,
    )
    expect(view).toMatchObject({ who: '钱进', about: '任教：体育任课教师', accept: '是', phone: '', third: '' })
    expect(view.sub).toBe('三（2）班，今天9:10申请')
  })
})

describe('invitations', () => {
  const view = (patch: Partial<InvitationView>): InvitationView => ({
    purpose: 'child',
    schoolName: '幸福街小学',
    className: '三（2）班',
    inviter: '班主任王老师',
    childMasked: '张*明',
    seatsLeft: 1,
    expiresAt: NOW,
    pactLines: [],
    pactVersion: 3,
    consented: true,
    ...patch,
  })

  it('M01 M02 a card for one child says whose family, how long and how many seats are left', () => {
    expect(presentInvitation(view({}))).toMatchObject({
      whom: '张*明的家长',
      terms: '只供张*明的家长，7天有效，剩1个席位。',
      action: '发给家长',
    })
  })

  it('M04 leaders ask in head teachers first, a head teacher the own successor last', () => {
    expect(offerPurposes('principal').map(({ value }) => value)).toEqual(['head_teacher', 'teacher', 'class'])
    expect(offerPurposes('head_teacher').map(({ value }) => value)).toEqual(['class', 'teacher', 'head_teacher'])
    expect(offerPurposes('guardian')).toEqual([])
    expect(presentInvitation(view({ purpose: 'staff', role: 'head_teacher', childMasked: undefined })).whom).toBe(
      '班主任',
    )
  })

  it('M11 the review of the members is due from its day on', () => {
    const due = (reviewFrom?: number) => presentMembers({ ...classMembers, reviewFrom }, NOW).reviewDue
    expect([due(), due(NOW + 1), due(NOW)]).toEqual([false, false, true])
  })

  it('M01 only children with a free seat can be given a card', () => {
    expect(listFree(classMembers).map(({ no, text }) => [no, text])).toEqual([
      ['16', '剩2个席位'],
      ['17', '剩1个席位'],
    ])
  })
})

describe('held posts', () => {
  const item: ReviewItem = {
    noticeId: 'n',
    classIds: ['k'],
    classNames: ['二（1）班'],
    author: '数学李老师',
    kind: 'fee',
    title: '收取校服费',
    body: '请把校服费280元转到微信。',
    photos: [],
    reasons: [
      {
        rule: 'C37',
        verdict: 'hold',
        cite: { rule: 'C37', pactVersion: 3 },
        spans: [{ field: 'body', start: 2, end: 9 }],
        wayOut: [],
      },
      { rule: 'T01', verdict: 'queue', cite: { rule: 'T01', pactVersion: 3 }, spans: [], wayOut: [] },
    ],
    check: { suggest: 'review', label: 20008 },
    heldAt: at('2026-09-02T09:05:00'),
    isMine: false,
    kept: false,
  }

  it('C04 G01 every photo says what WeChat thinks of it, and which have to be looked at before the post goes out', () => {
    const photos = (['pass', 'pending', 'review', 'risky'] as const).map((suggest, index) => ({
      ...{ fileId: `f${index}`, url: `u${index}`, suggest },
    }))
    const view = presentHeld({ ...item, photos }, NOW)
    expect(view.photos.map(({ word }) => word)).toEqual(['', '检查中', '需人工看', '有风险'])
    expect(view.photos[3]?.label).toBe('看第4张照片，微信检查：有风险')
    expect(view.risky).toEqual(['f3'])
  })

  it('G01 C37 the words that stopped it are marked, the rule is cited, a mere delay is not', () => {
    const view = presentHeld(item, NOW)
    expect(view.body.filter(({ hit }) => hit).map(({ text }) => text)).toEqual(['校服费280元'.slice(0, 7)])
    expect(view.rules).toEqual([
      { rule: 'C37', pactVersion: 3, sentence: '收费要有依据，校长批准后才发。', cite: '依据：班级公约第3版C37' },
    ])
    expect(view.age).toBe('已等7小时')
    expect(presentHeld(item, at('2026-09-05T09:05:00')).age).toBe('已等3天')
  })

  it("C04 WeChat's verdict is a word, also when there was none", () => {
    expect(sayCheck({ suggest: 'review', label: 20008 })).toBe('微信检查：需人工看（欺诈）')
    expect(sayCheck({ suggest: 'pass', label: 100 })).toBe('微信检查：通过')
    expect(sayCheck({ suggest: 'unavailable' })).toBe('微信检查：没有结果，需人工看')
  })
})

describe('a roster file', () => {
  const sameAsBefore = { written: [], renamed: [], moved: [], returned: [], suspended: [], missing: [] }
  const preview: RosterPreview = {
    digest: 'd',
    rows: 1200,
    importable: 1187,
    classes: [
      { ...sameAsBefore, className: '三（1）班', children: 41, added: 41, isNew: true, sample: ['陈晓', '李明'] },
      {
        ...sameAsBefore,
        className: '三（2）班',
        children: 40,
        added: 2,
        isNew: false,
        sample: [],
        missing: [{ childId: 'c7', no: '7', name: '赵走' }],
        renamed: [{ row: 9, from: '李子函', to: '李子涵' }],
      },
    ],
    problems: [
      { sheet: '一年级', row: 93, code: 'phone_invalid', blocking: false, value: '1381****567' },
      { sheet: '一年级', row: 80, code: 'duplicate', blocking: true, otherRow: 41 },
      { sheet: '一年级', row: 17, code: 'name_missing', blocking: true },
    ],
    columns: [
      { sheet: '一班', row: 1, column: 'A', header: '姓名', meaning: 'name', owner: 'child', samples: ['张*明'] },
      { sheet: '二班', row: 1, column: 'A', header: '姓名', meaning: 'name', owner: 'child', samples: ['李*'] },
      {
        sheet: '二班',
        row: 1,
        column: 'B',
        header: '联系电话',
        meaning: 'other_phone',
        owner: 'unknown',
        samples: ['139****'],
      },
    ],
    questions: [
      { code: 'class', sheet: '二班', written: '', rows: 12 },
      { code: 'phone_owner', sheet: '二班', row: 1, column: 'B', header: '联系电话', rows: 12 },
      { code: 'same_child', sheet: '二班', row: 9, className: '三（2）班', from: '李子函', to: '李子涵' },
      { code: 'hidden', sheets: 1, rows: 3 },
    ],
    schoolClasses: ['三（1）班', '三（2）班'],
  }

  it('M12 every column says what it was taken for, and sheets that look alike are one', () => {
    const { columns } = presentRoster(preview)
    expect(columns.map(({ title, sub, meaning }) => [title, sub, meaning])).toEqual([
      ['A列 姓名', '2张表；例：张*明，李*', '孩子姓名'],
      ['B列 联系电话', '二班；例：139****；没有家长电话时才保存，加入时不作核对', '不知道是谁的电话'],
    ])
    const [name] = columns
    expect(chooseMeaning({}, name?.places ?? [], 'family_name').columns).toEqual([
      { sheet: '一班', column: 'A', meaning: 'family_name' },
      { sheet: '二班', column: 'A', meaning: 'family_name' },
    ])
  })

  it('M02 what is not understood is asked, with what holds until then, and the answers go along with the import', () => {
    const { questions } = presentRoster(preview)
    expect(questions.map(({ sentence }) => sentence)).toEqual([
      '二班有12行没写班级，是哪个班？',
      '二班的B列“联系电话”（12行）是谁的电话？',
      '三（2）班第9行“李子涵”用的是“李子函”的座号，是同一个孩子改了名字吗？',
      '1张隐藏的表、3行隐藏的孩子，要一起读吗？',
    ])
    expect(questions.every(({ until, options }) => until !== '' && options.length > 1)).toBe(true)
    const answers = ['三（2）班', 'family_phone', 'same', 'read']
    const choices = preview.questions.reduce(
      (known, question, at) => answerQuestion(known, question, answers[at] ?? ''),
      {},
    )
    expect(choices).toEqual({
      classes: [{ sheet: '二班', written: '', className: '三（2）班' }],
      columns: [{ sheet: '二班', column: 'B', meaning: 'family_phone' }],
      same: [{ sheet: '二班', row: 9 }],
      hidden: true,
    })
  })

  it('M19 children who are not in the file are asked about, one by one and as a class; corrected names are named', () => {
    expect(presentRoster(preview).classes[1]?.notes).toEqual(['改名：李子函→李子涵'])
    expect(presentRoster(preview).kinds).toBe('新来43，改名1，名单里没有1，存疑4')
    expect(presentMissing(preview)).toMatchObject([{ title: '三（2）班7号 赵走', answer: '以后再说', sub: '' }])
    const [first, second] = preview.classes
    const missing = [
      { childId: 'c7', no: '7', name: '赵走', since: NOW },
      { childId: 'c8', no: '8', name: '钱走', answer: 'left' as const },
    ]
    const several = { ...preview, classes: [...(first ? [first] : []), ...(second ? [{ ...second, missing }] : [])] }
    expect(presentMissing(several).map(({ childIds, answer }) => [childIds, answer])).toEqual([
      [['c7', 'c8'], ''],
      [['c7'], '以后再说'],
      [['c8'], '已转走'],
    ])
    const answered = answerMissing({}, ['c7', 'c8'], 'left')
    expect(answerMissing(answered, ['c7'], 'later').missing).toEqual([{ childId: 'c8', answer: 'left' }])
  })

  it('M04 every problem is named by its row, the rows that stay out first', () => {
    const view = presentRoster(preview)
    expect(view.summary).toBe('1200行，1187行可导入，13行有问题')
    expect(view.problems.map(({ text, state }) => [text, state])).toEqual([
      ['一年级 第17行 姓名为空', '不导入'],
      ['一年级 第80行 与第41行重复', '不导入'],
      ['一年级 第93行 电话不对：1381****567', '会导入'],
    ])
    expect(view.classes.map(({ text }) => text)).toEqual(['41个孩子，新班级', '40个孩子，新增2个'])
    expect(view.action).toBe('先导入1187行')
  })

  it('M04 progress is said in children, a broken run names the class it stopped at', () => {
    const running = {
      schoolId: 's',
      fileId: 'f',
      preview,
      choices: {},
      classesDone: 1,
      added: 41,
      unchanged: 0,
      left: 0,
      going: true,
    }
    expect(presentProgress(running)).toMatchObject({ text: '已导入41/81，可离开此页', percent: 51, done: false })
    expect(presentProgress({ ...running, going: false }).text).toBe('已导入41/81，停在三（2）班')
    expect(presentProgress({ ...running, classesDone: 2, going: false })).toMatchObject({
      text: '已导入81/81',
      done: true,
    })
  })

  it('M04 a class without a head teacher asks for one', () => {
    const view = presentSchool({
      schoolId: 's',
      name: '幸福街小学',
      kind: 'primary',
      pactVersion: 3,
      teachers: 0,
      classes: [{ classId: 'k', name: '三（1）班', children: 41, seats: [41, 0, 0] }],
      graduated: [],
    })
    expect(view.classes[0]).toMatchObject({ text: '41个孩子，41个还没有家长', head: '邀请班主任', missing: true })
    const states = Object.fromEntries(view.steps.map(({ key, state, text }) => [key, `${state}：${text}`]))
    expect(states).toMatchObject({
      calendar: '下一步：学期和寒暑假还没录入',
      heads: '还缺：1个班还没有班主任，任课教师0人',
      roster: '已好：41个孩子',
    })
    expect(view.open).toBe('6步中还有2步，随时可以离开，回来接着做')
  })
})

describe("one class's figures", () => {
  it('X01 rates never round up to a hundred percent while somebody is missing', () => {
    const figures = {
      classId: 'k',
      className: '三（2）班',
      notices: 5,
      reachedRate: 199 / 200,
      signRate: 0.95,
      histogram: [0, 0, 0, 0, 0, 0, 0],
      seats: [1, 12, 27] as [number, number, number],
      followUps: { done: 0, ways: { phone: 0, paper: 0, face: 0, visit: 0 }, owed: 0 },
      ...{ overrides: 0, refusals: 0, held: 0 },
      attendance: {
        ...{ total: 40, present: 37, late: 1, early: 0, leave: 1, absent: 1, rate: 38 / 40 },
        causes: { sick: 1, family: 0, on_way: 0, other: 0 },
      },
    }
    const view = presentClass({
      range: 'week',
      from: '2026-09-07',
      to: '2026-09-13',
      asOf: NOW,
      figures: figures as Parameters<typeof presentClass>[0]['figures'],
      notices: [],
      total: 0,
      attendance: [],
      unreachedChildren: [{ childId: 'c', no: '16', name: '李雷', notices: 2, state: 'unbound' }],
    })
    expect(view.numbers.map(({ count, word }) => `${word}${count}`)).toEqual(['已通知到99%', '家长签收95%', '出勤95%'])
    expect(view.unreached[0]?.text).toBe('2份没通知到，未绑定')
    expect(view.attendance.text).toEqual(['出勤率95.0%', '迟到1人次，早退0人次，未到1人次：生病1'])
  })
})
