// Decides which screens are looked at: whose phone, which page, what is done there first, and which drawing it follows.
import { OWN_SCREENS, PAPER_SCREENS } from './paper.mjs'
import { answerAppeal, fileAppeal, holdLetter, holdLetterToSchool, muteFather } from './prepare-appeals.mjs'
import { answerBureau, inviteBureau, seatBureau } from './prepare-bureau.mjs'
import { FEE, QUESTIONS } from './prepare-notices.mjs'
import { FEEDBACK_SCREENS } from './feedback.mjs'
import { REGISTER_SCREENS, REMARK_SCREENS } from './registers.mjs'

const [WANG, ZHAO, PRINCIPAL] = ['demo-wang', 'demo-zhao', 'demo-principal']
const [THREE, FIVE] = ['demo-class-3-2', 'demo-class-5-1']
const [MOTHER, FATHER, PRAISED, STRANGER] = [`${THREE}-23-mother`, `${THREE}-23-father`, `${THREE}-16-mother`, 'o-new']
const BUREAU = 'o-bureau'
const GRADUATED = `${FIVE}-2-mother`
const [SCHOOL, EVENING] = ['demo-school', '2026-09-01T20:36:00+08:00']

const detail = (id, classId = THREE) => `packages/notice/detail/detail?noticeId=demo-${id}&classId=${classId}`
const board = (id) => `packages/notice/board/board?noticeId=demo-${id}&classId=${THREE}`
const COMPOSE = `packages/compose/compose/compose?classId=${THREE}`
/** The roll of the demo class, in the evening as well as in the morning: what is missing then is missing. */
const miss =
  (...children) =>
  async (house) => {
    const { day, half, now, lines } = await house.call(WANG, 'roll.read', { classId: THREE })
    const all = lines.map(({ childId }) => childId)
    const marks = children.map(([index, minutes]) => ({
      ...{ childId: `${THREE}-${index}`, mark: 'absent' },
      at: now - minutes * 60_000,
    }))
    await house.call(WANG, 'roll.save', { classId: THREE, day, half, takenAt: now, children: all, marks })
    await house.tick()
  }
const MISSING = `packages/roll/missing/missing?classId=${THREE}`
const APPROVE = `packages/leave/approve/approve?classId=${THREE}`
const MEMBERS = `packages/class/members/members?classId=${THREE}`
const CHILD = `packages/class/child/child?childId=${THREE}-23&classId=${THREE}`
const INVITE = `packages/class/invite/invite?classId=${THREE}`
const ROLL = `packages/roll/take/take?classId=${THREE}&half=am`
const PACT = `packages/pact/rules/rules?schoolId=${SCHOOL}`

const YEAR = `packages/school/year/year?schoolId=${SCHOOL}`
const CALENDAR = {
  rest: [],
  school: ['2026-10-31', '2026-10-01'],
  terms: [
    { from: '2026-09-01', to: '2027-01-22' },
    { from: '2027-02-22', to: '2027-07-02' },
  ],
  closures: [
    { from: '2026-10-29', to: '2026-10-30', cause: 'sports' },
    { from: '2027-01-23', to: '2027-02-21', cause: 'winter' },
  ],
}
const INCIDENTS = `packages/roll/incidents/incidents?classId=${THREE}`
const chooseIncident = async (phone) => {
  await phone.tap(['choice-chips', '.chip'], '李雷')
  await phone.tap(['popup-panel', 'choice-chips', '.chip'], '意外伤害')
  await phone.tap(['popup-panel', 'choice-chips', '.chip'], '磕碰')
}
const openIncident = async (phone) => {
  await chooseIncident(phone)
  await phone.tap(['popup-panel', 'dock', '.primary'])
}
const TALK = 'packages/talk/thread/thread?talkId=demo-talk-sleep'
const TALKS = 'packages/talk/list/list?'
const LETTER = 'packages/talk/write/write?'
const writeLetter = (matter, words) => async (phone) => {
  await phone.type('什么事', matter)
  await phone.type('信', words, ['letter-form'])
}
const ALBUMS = `packages/album/list/list?classId=${THREE}`
const ALBUM = 'packages/album/album/album?albumId=demo-album-sports'
const ALBUM_POST = `packages/album/post/post?classId=${THREE}`
/** A photo of everybody but one, for the whole class. */
const makeAlbum = async (phone) => {
  await phone.type('相册名字', '开学合影')
  await phone.tap(['.grid-c'], '加照片')
  await phone.tap(['.grid-c'], '没有标记')
  await phone.tap(['popup-panel', '.text-btn'], '全班')
  await phone.tap(['popup-panel', '.chip'], '李雷')
}
const wholeAlbum = async (phone) => {
  await makeAlbum(phone)
  await phone.tap(['popup-panel', 'dock', '.primary'])
  await phone.tap(['.cell'], '全班相册')
}
const PRESET = `packages/pact/preset/preset?schoolId=${SCHOOL}`

const write = (title, body) => async (phone) => {
  await phone.type('标题', title)
  await phone.type('正文', body)
}
const writeOuting = async (phone) => {
  await phone.tap(['choice-chips', '.chip'], '外出')
  await write(
    '参观科技馆',
    '学校定于9月11日（周五）组织三年级学生到市科技馆参观，早上8:00在操场集合，下午3:30返校。\n请孩子穿校服和运动鞋，自带午餐和水。',
  )(phone)
  await phone.type('地点', '市科技馆')
  await phone.call('onPicked', { detail: { value: '2026-09-11' } }, { picking: 'day' })
}
const preview = async (phone) => {
  await writeOuting(phone)
  await phone.press()
}
const sign = async (phone) => {
  await phone.ink()
}
const setRule = (rule) => async (phone) => {
  await phone.tap(['.cell.option'], rule)
}
/** Fields of a notice that is being written, as the parts of the page tell them. */
const fill = (title, body, patch) => async (phone) => {
  await write(title, body)(phone)
  await phone.call('onPart', { detail: { patch } })
}
const writeForm = fill('亲子活动报名', '周六上午九点在操场举行亲子活动，请填写报名表。', {
  replyMode: 'form',
  form: { ...QUESTIONS, questions: QUESTIONS.questions.slice(0, 4) },
})
const writeFee = async (phone) => {
  await phone.tap(['choice-chips', '.chip'], '收费')
  const items = FEE.items.map(({ name, fen, optional = false }, key) => ({
    key,
    name,
    yuan: String(fen / 100),
    optional,
  }))
  const fields = { items, basis: FEE.basis, issue: '', permission: '', reason: '', bureau: false }
  await fill('秋季午餐收费', '本学期午餐按月结算，请家长核对下表。', { fields })(phone)
}
const writePapers = fill('科技馆参观须知', '请家长先看附件，有疑问请联系班主任。', {
  documents: [
    { fileId: 'cloud://papers', name: '科技馆参观须知（三年级，2026年秋季学期）.pdf', bytes: 1_400_000, path: '' },
  ],
})
/** To the preview. */
const look = (writes) => async (phone) => {
  await writes(phone)
  await phone.press()
}
/** One tap for the exception. */
const mark = (name, word) => async (phone) => {
  await phone.tap(['.kid'], name)
  await phone.tap(['mark-panel', 'choice-chips', '.chip'], word)
}
const tapCell = (words) => (phone) => phone.tap(['.cell'], words)

/** In this order: what changes something comes last, and the clock only goes forward. */
export const SCREENS = [
  { name: 'today-guardian', who: MOTHER, page: 'pages/today/today', mockup: '01-today-guardian' },
  {
    name: 'today-guardian-contact',
    who: MOTHER,
    page: 'pages/today/today',
    steps: (phone) => phone.tap(['today-guardian', '.tile'], '联系'),
  },
  { name: 'today-guardian-empty', who: PRAISED, page: 'pages/today/today' },
  { name: 'today-teacher', who: WANG, page: 'pages/today/today', mockup: '09-today-teacher' },
  {
    name: 'today-identities',
    who: WANG,
    page: 'pages/today/today',
    steps: (phone) => phone.tap(['today-staff', 'page-frame', 'nav-bar', '.nav-who']),
  },
  { name: 'today-principal', who: PRINCIPAL, page: 'pages/today/today' },
  { name: 'today-stranger', who: STRANGER, page: 'pages/today/today' },
  { name: 'notices-guardian', who: MOTHER, page: 'pages/notices/notices' },
  { name: 'notices-teacher', who: WANG, page: 'pages/notices/notices' },
  { name: 'notice-sign', who: MOTHER, page: detail('outing'), steps: sign, mockup: '02-notice-sign' },
  { name: 'notice-read', who: MOTHER, page: detail('uniform') },
  { name: 'notice-praise', who: PRAISED, page: detail('praise') },
  { name: 'notice-overdue', who: 'overdue', page: detail('dismissal') },
  { name: 'notice-closed', who: MOTHER, page: detail('opening') },
  { name: 'notice-forbidden', who: MOTHER, page: detail('checkup', FIVE) },
  {
    name: 'print',
    who: FATHER,
    page: `packages/notice/print/print?noticeId=demo-opening&classId=${THREE}&childId=${THREE}-23`,
  },
  {
    name: 'compose-refused',
    who: WANG,
    page: COMPOSE,
    steps: write(
      '语文开学检测情况',
      '语文开学检测已批改，全班平均分91分，张小明98分，李雷86分。请查看孩子的试卷，有疑问随时联系我。',
    ),
    mockup: '04-compose',
  },
  {
    name: 'compose-warned',
    who: WANG,
    page: COMPOSE,
    steps: write('接孩子', '请李雷的家长今天放学后到办公室一趟，有问题请打13800000000。'),
  },
  { name: 'compose-audience', who: WANG, page: COMPOSE, steps: tapCell('发给') },
  {
    name: 'compose-reply',
    who: WANG,
    page: COMPOSE,
    steps: (phone) => phone.tap(['reply-choice', 'choice-chips', '.chip'], '签字'),
  },
  {
    name: 'compose-date',
    who: WANG,
    page: COMPOSE,
    steps: async (phone) => {
      await phone.tap(['choice-chips', '.chip'], '活动')
      await tapCell('日期')(phone)
    },
  },
  { name: 'preview', who: WANG, page: COMPOSE, steps: preview, mockup: '05a-preview' },
  { name: 'board', who: WANG, page: board('outing'), mockup: '06a-board' },
  {
    name: 'board-signed',
    who: WANG,
    page: board('outing'),
    steps: (phone) => phone.tap(['.tabs-item'], '已签'),
  },
  {
    name: 'board-call',
    who: WANG,
    page: board('outing'),
    steps: (phone) => phone.tap(['child-row', '.mini'], '打电话'),
  },
  {
    name: 'board-followup',
    who: WANG,
    page: board('outing'),
    steps: async (phone) => {
      await phone.tap(['child-row', '.mini'], '打电话')
      await phone.tap(['popup-panel', '.cell'])
      await phone.hideToast()
    },
    mockup: '06b-board-followup',
  },
  {
    name: 'board-papers',
    who: WANG,
    page: board('outing'),
    steps: (phone) => phone.tap(['.text-btn'], '打印纸质回执单'),
  },
  {
    name: 'board-line',
    who: WANG,
    page: board('outing'),
    steps: async (phone) => {
      await phone.tap(['.tabs-item'], '全部')
      await phone.tap(['child-row', '.cell-b'], '电话')
    },
  },
  {
    name: 'board-correct',
    who: WANG,
    page: board('outing'),
    steps: async (phone) => {
      await phone.tap(['.tabs-item'], '全部')
      await phone.tap(['child-row', '.cell-b'], '电话')
      await phone.tap(['child-line', 'dock', '.primary'], '更正')
    },
  },
  { name: 'board-scanned', who: WANG, page: `${board('outing')}&childId=${THREE}-16` },
  { name: 'board-scanned-again', who: WANG, page: `${board('outing')}&childId=${THREE}-23` },
  {
    name: 'print-teacher',
    who: WANG,
    page: `packages/notice/print/print?noticeId=demo-opening&classId=${THREE}&childId=${THREE}-23`,
  },
  { name: 'board-principal', who: PRINCIPAL, page: board('drowning') },
  {
    name: 'leave-form',
    who: MOTHER,
    page: 'packages/leave/form/form',
    steps: (phone) => phone.tap(['choice-chips', '.chip'], '发热'),
    mockup: '07-leave',
  },
  {
    name: 'leave-dates',
    who: MOTHER,
    page: 'packages/leave/form/form',
    steps: (phone) => phone.tap(['.date']),
  },
  {
    name: 'leave-times',
    who: MOTHER,
    page: 'packages/leave/form/form',
    steps: async (phone) => {
      await phone.tap(['choice-chips', '.chip'], '发热')
      await phone.tap(['segmented', '.seg-item'], '下午')
    },
  },
  { name: 'leave-change', who: `${THREE}-33-mother`, page: 'packages/leave/form/form?replaces=demo-leave-7' },
  { name: 'leave-item', who: `${THREE}-33-mother`, page: 'packages/leave/item/item?leaveId=demo-leave-7' },
  { name: 'leave-rejected', who: `${THREE}-28-mother`, page: 'packages/leave/item/item?leaveId=demo-leave-4' },
  { name: 'leave-returned', who: `${THREE}-11-mother`, page: 'packages/leave/item/item?leaveId=demo-leave-2' },
  { name: 'leave-approve', who: WANG, page: APPROVE },
  { name: 'leave-calendar', who: WANG, page: `packages/leave/calendar/calendar?classId=${THREE}` },
  {
    name: 'leave-calendar-day',
    who: WANG,
    page: `packages/leave/calendar/calendar?classId=${THREE}`,
    steps: (phone) => phone.tap(['.month-day'], '3'),
  },
  { name: 'leave-reject', who: WANG, page: APPROVE, steps: (phone) => phone.tap(['.btn-2'], '驳回') },
  { name: 'class-guardian', who: MOTHER, page: 'pages/class/class' },
  { name: 'class-teacher', who: WANG, page: 'pages/class/class' },
  { name: 'members', who: WANG, page: MEMBERS },
  { name: 'invite-class', who: WANG, page: INVITE },
  { name: 'invite-child', who: WANG, page: `${INVITE}&childId=${THREE}-7` },
  { name: 'invite-staff', who: PRINCIPAL, page: `${INVITE}&as=teacher` },
  { name: 'join-answered', who: 'o-answering', page: 'answered:o-answering' },
  { name: 'applications', who: PRINCIPAL, page: `packages/class/applications/applications?schoolId=${SCHOOL}` },
  { name: 'join-class', who: STRANGER, page: 'join:class' },
  { name: 'join-child', who: STRANGER, page: 'join:child', mockup: '11-join' },
  { name: 'join-staff', who: STRANGER, page: 'join:staff' },
  { name: 'join-applied', who: 'o-applicant', page: 'applied:o-applicant' },
  { name: 'join-gone', who: STRANGER, page: 'packages/join/invite/invite?token=gone' },
  { name: 'pact', who: MOTHER, page: PACT, mockup: '12-pact' },
  { name: 'pact-rule', who: MOTHER, page: `${PACT}&rule=C18`, mockup: '12-pact' },
  { name: 'pact-choices', who: PRINCIPAL, page: PRESET },
  {
    name: 'pact-presets',
    who: PRINCIPAL,
    page: PRESET,
    steps: (phone) => phone.tap(['choice-chips', '.chip'], '从严'),
  },
  { name: 'pact-figures', who: PRINCIPAL, page: PRESET, steps: (phone) => phone.scrollTo('#settings') },
  { name: 'pact-hours', who: PRINCIPAL, page: PRESET, steps: setRule('T01') },
  { name: 'pact-hosts', who: PRINCIPAL, page: PRESET, steps: setRule('C12') },
  {
    name: 'pact-misfit',
    who: PRINCIPAL,
    page: PRESET,
    steps: async (phone) => {
      await setRule('G04')(phone)
      await phone.type('第二次禁言', '99', ['settings-panel'])
      await phone.tap(['settings-panel', 'dock', '.primary'])
    },
  },
  {
    name: 'pact-impact',
    who: PRINCIPAL,
    page: PRESET,
    steps: async (phone) => {
      await phone.tap(['.cell.option'], '下班后和休息日')
      await phone.press()
    },
  },
  ...PAPER_SCREENS,
  { name: 'queue', who: PRINCIPAL, page: `packages/pact/queue/queue?schoolId=${SCHOOL}` },
  {
    name: 'queue-return',
    who: PRINCIPAL,
    page: `packages/pact/queue/queue?schoolId=${SCHOOL}`,
    steps: (phone) => phone.tap(['.btn-2'], '退回'),
  },
  { name: 'statistics', who: PRINCIPAL, page: 'pages/statistics/statistics', mockup: '10-statistics' },
  { name: 'statistics-class', who: PRINCIPAL, page: `packages/statistics/class/class?classId=${THREE}&range=term` },
  {
    name: 'statistics-grade',
    who: PRINCIPAL,
    page: 'pages/statistics/statistics',
    steps: (phone) => phone.tap(['choice-chips', '.chip'], '三年级'),
  },
  {
    name: 'statistics-notice',
    who: PRINCIPAL,
    page: 'packages/statistics/notice/notice?noticeId=demo-outing',
  },
  { name: 'statistics-work', who: PRINCIPAL, page: `packages/statistics/work/work?schoolId=${SCHOOL}&range=year` },
  {
    name: 'statistics-staff',
    who: PRINCIPAL,
    page: `packages/statistics/staff/staff?schoolId=${SCHOOL}&range=year`,
    steps: (phone) => phone.tap(['figure-fold', '.cell'], '王老师'),
  },
  {
    name: 'statistics-items',
    who: PRINCIPAL,
    page: `packages/statistics/items/items?schoolId=${SCHOOL}&figure=posts&range=year`,
  },
  {
    name: 'statistics-slips',
    who: PRINCIPAL,
    page: 'pages/statistics/statistics',
    steps: (phone) => phone.tap(['rate-tiles', '.count'], '家长签收'),
  },
  {
    name: 'statistics-rolls',
    who: PRINCIPAL,
    page: 'pages/statistics/statistics',
    steps: (phone) => phone.tap(['rate-tiles', '.count'], '出勤'),
  },
  { name: 'replies-class', who: WANG, page: `packages/statistics/replies/replies?classId=${THREE}` },
  { name: 'replies-school', who: PRINCIPAL, page: `packages/statistics/replies/replies?schoolId=${SCHOOL}` },
  { name: 'statistics-report', who: PRINCIPAL, page: `packages/statistics/report/report?schoolId=${SCHOOL}` },
  {
    name: 'statistics-report-file',
    who: PRINCIPAL,
    page: `packages/statistics/report/report?schoolId=${SCHOOL}`,
    steps: async (phone) => {
      await phone.tap(['dock', '.primary'], '导出Excel')
      await phone.tap(['.cell'], '三（2）班')
    },
  },
  { name: 'bureau-none', who: PRINCIPAL, page: `packages/bureau/school/school?schoolId=${SCHOOL}` },
  {
    name: 'bureau-invited',
    who: PRINCIPAL,
    page: `packages/bureau/school/school?schoolId=${SCHOOL}`,
    before: inviteBureau,
  },
  { name: 'bureau-invite', who: BUREAU, page: 'bureau:card' },
  {
    name: 'bureau-answered',
    who: PRINCIPAL,
    page: `packages/bureau/school/school?schoolId=${SCHOOL}`,
    before: answerBureau,
  },
  {
    name: 'bureau-seated',
    who: PRINCIPAL,
    page: `packages/bureau/school/school?schoolId=${SCHOOL}`,
    before: seatBureau,
  },
  { name: 'today-principal-bureau', who: PRINCIPAL, page: 'pages/today/today' },
  { name: 'bureau-received', who: PRINCIPAL, page: `packages/bureau/received/received?schoolId=${SCHOOL}` },
  { name: 'bureau-hand-in', who: PRINCIPAL, page: `packages/bureau/hand-in/hand-in?schoolId=${SCHOOL}` },
  { name: 'today-bureau', who: BUREAU, page: 'pages/today/today' },
  { name: 'me-bureau', who: BUREAU, page: 'pages/me/me' },
  { name: 'bureau-schools', who: BUREAU, page: 'packages/bureau/schools/schools' },
  { name: 'bureau-permissions', who: BUREAU, page: 'packages/bureau/permissions/permissions' },
  {
    name: 'bureau-permission-new',
    who: BUREAU,
    page: 'packages/bureau/permissions/permissions',
    steps: (phone) => phone.press(),
  },
  { name: 'bureau-notice', who: BUREAU, page: 'packages/bureau/notice/notice' },
  { name: 'bureau-notice-new', who: BUREAU, page: 'packages/bureau/notice/notice', steps: (phone) => phone.press() },
  { name: 'staff', who: PRINCIPAL, page: `packages/school/staff/staff?schoolId=${SCHOOL}` },
  {
    name: 'office-invite',
    who: PRINCIPAL,
    page: `packages/school/office-invite/office-invite?schoolId=${SCHOOL}`,
    steps: async (phone) => {
      await phone.tap(['choice-chips', '.chip'], '年级组长')
      await phone.tap(['choice-chips', '.chip'], '三年级')
      await phone.press()
    },
  },
  { name: 'handover', who: PRINCIPAL, page: `packages/class/handover/handover?classId=${THREE}` },
  { name: 'timetable', who: MOTHER, page: `timetable:${THREE}` },
  {
    name: 'timetable-edit',
    who: WANG,
    page: `timetable:${THREE}`,
    steps: async (phone) => {
      await phone.press()
      await phone.tap(['.cell'], '第1节')
    },
  },
  {
    name: 'timetable-paste',
    who: WANG,
    page: `packages/class/timetable/timetable?classId=${THREE}`,
    steps: async (phone) => {
      await phone.press()
      await phone.tap(['.cell'], '从表格粘贴')
      await phone.type('粘贴的课程表', '节次\t周一\t周二\n早读\t语文\t数学', ['popup-panel'])
      await phone.tap(['popup-panel', 'dock', '.primary'])
    },
  },
  { name: 'stand-in', who: WANG, page: `packages/class/stand-in/stand-in?classId=${THREE}` },
  {
    name: 'leave-day',
    who: PRINCIPAL,
    page: `packages/leave/day/day?schoolId=${SCHOOL}`,
    steps: (phone) => phone.call('onPicked', { detail: { value: '2026-09-03' } }),
  },
  {
    name: 'attendance-day',
    who: PRINCIPAL,
    page: `packages/attendance/day/day?schoolId=${SCHOOL}`,
    steps: (phone) => phone.tap(['.cell'], '三（2）班'),
  },
  { name: 'attendance-class', who: WANG, page: `packages/attendance/class/class?classId=${THREE}` },
  {
    name: 'attendance-class-month',
    who: WANG,
    page: `packages/attendance/class/class?classId=${THREE}`,
    steps: (phone) => phone.tap(['.turn', '.nav-back']),
  },
  {
    name: 'attendance-child-month',
    who: MOTHER,
    page: `packages/attendance/child/child?childId=${THREE}-23`,
    steps: (phone) => phone.tap(['.turn', '.nav-back']),
  },
  { name: 'attendance-child', who: MOTHER, page: `packages/attendance/child/child?childId=${THREE}-23` },
  { name: 'dropout', who: PRINCIPAL, page: `away:${FIVE}` },
  { name: 'reclaim', who: STRANGER, page: 'packages/school/reclaim/reclaim' },
  { name: 'setup', who: PRINCIPAL, page: 'packages/school/setup/setup' },
  { name: 'year', who: PRINCIPAL, page: YEAR },
  { name: 'year-class', who: PRINCIPAL, page: YEAR, steps: (phone) => phone.tap(['.cell'], '班主任') },
  { name: 'year-result', who: PRINCIPAL, page: YEAR, steps: (phone) => phone.press() },
  { name: 'purge', who: PRINCIPAL, page: `packages/school/purge/purge?schoolId=${SCHOOL}` },
  { name: 'setup-new', who: STRANGER, page: 'packages/school/setup/setup' },
  { name: 'import', who: PRINCIPAL, page: `packages/school/import/import?schoolId=${SCHOOL}` },
  {
    name: 'import-preview',
    who: PRINCIPAL,
    page: `packages/school/import/import?schoolId=${SCHOOL}`,
    steps: async (phone) => {
      await phone.nextFile('grade-1.xlsx')
      await phone.press()
    },
  },
  {
    name: 'import-asked',
    who: PRINCIPAL,
    page: `packages/school/import/import?schoolId=${SCHOOL}`,
    steps: async (phone) => {
      await phone.nextFile('strangers/PC-05-national-members.xlsx')
      await phone.press()
    },
  },
  {
    name: 'import-answer',
    who: PRINCIPAL,
    page: `packages/school/import/import?schoolId=${SCHOOL}`,
    steps: async (phone) => {
      await phone.nextFile('strangers/PC-04-no-class.xlsx')
      await phone.press()
      await phone.tap(['.ask'], '')
    },
  },
  {
    name: 'import-missing',
    who: PRINCIPAL,
    page: `packages/school/import/import?schoolId=${SCHOOL}`,
    steps: async (phone) => {
      await phone.nextFile('strangers/PC-09-class-as-date.xlsx')
      await phone.press()
    },
  },
  {
    name: 'import-missing-answered',
    who: PRINCIPAL,
    page: `packages/school/import/import?schoolId=${SCHOOL}`,
    steps: async (phone) => {
      await phone.nextFile('strangers/PC-09-class-as-date.xlsx')
      await phone.press()
      await phone.tap(['.missing'], '一起答')
      await phone.tap(['popup-panel', 'choice-chips', '.chip'], '还在')
    },
  },
  { name: 'child', who: WANG, page: CHILD },
  { name: 'child-rename', who: WANG, page: CHILD, steps: tapCell('改姓名和座号') },
  { name: 'child-leader', who: PRINCIPAL, page: CHILD },
  { name: 'child-move', who: PRINCIPAL, page: CHILD, steps: tapCell('转到别班') },
  { name: 'members-add', who: WANG, page: MEMBERS, steps: tapCell('加一个孩子') },
  { name: 'signed-papers', who: FATHER, page: `packages/notice/signed/signed?identity=guardian%3A${THREE}-23` },
  { name: 'me-guardian', who: MOTHER, page: 'pages/me/me' },
  { name: 'me-principal', who: PRINCIPAL, page: 'pages/me/me' },
  { name: 'reminders', who: MOTHER, page: 'packages/settings/reminders/reminders' },
  { name: 'privacy', who: MOTHER, page: 'packages/settings/privacy/privacy' },
  { name: 'roll', who: WANG, page: ROLL, mockup: '08-roll-missing' },
  { name: 'roll-mark', who: WANG, page: ROLL, steps: (phone) => phone.tap(['.kid'], '李雷') },
  { name: 'roll-afternoon', who: WANG, page: `packages/roll/take/take?classId=${THREE}&half=pm` },
  {
    name: 'roll-offline',
    who: ZHAO,
    page: `packages/roll/take/take?classId=${FIVE}&half=pm`,
    steps: async (phone) => {
      await mark('', '未到')(phone)
      await phone.loseNetwork()
      await phone.press()
    },
  },
  {
    name: 'roll-saved',
    who: WANG,
    page: ROLL,
    steps: async (phone) => {
      await mark('李雷', '未到')(phone)
      await mark('程明景', '迟到')(phone)
      await phone.press()
    },
    mockup: '08-roll-missing',
  },
  { name: 'today-teacher-roll', who: WANG, page: 'pages/today/today' },
  {
    name: 'offline',
    who: MOTHER,
    page: 'pages/notices/notices',
    steps: (phone) => phone.goOffline(),
  },
  {
    name: 'notice-signed',
    who: MOTHER,
    page: detail('outing'),
    steps: async (phone) => {
      await sign(phone)
      await phone.press()
    },
    mockup: '03-notice-signed',
  },
  { name: 'notice-signed-by-other', who: FATHER, page: detail('outing') },
  {
    name: 'sent',
    who: ZHAO,
    page: `packages/compose/compose/compose?classId=${FIVE}`,
    steps: async (phone) => {
      await preview(phone)
      await phone.press()
    },
    mockup: '05b-sent',
  },
  { name: 'compose-form', who: WANG, page: COMPOSE, steps: writeForm },
  {
    name: 'compose-form-end',
    who: WANG,
    page: COMPOSE,
    steps: async (phone) => {
      await writeForm(phone)
      await phone.scrollTo('.links')
    },
  },
  {
    name: 'compose-form-start',
    who: WANG,
    page: COMPOSE,
    steps: async (phone) => {
      await phone.call('onPart', { detail: { patch: { replyMode: 'form' } } })
      await phone.scrollTo('form-editor')
    },
  },
  { name: 'compose-fee', who: WANG, page: COMPOSE, steps: writeFee },
  { name: 'compose-papers', who: WANG, page: COMPOSE, steps: writePapers },
  {
    name: 'compose-children',
    who: WANG,
    page: COMPOSE,
    steps: async (phone) => {
      await tapCell('发给')(phone)
      await phone.tap(['audience-panel', 'choice-chips', '.chip'], '孩子')
      for (const name of ['张小明', '李雷']) await phone.tap(['audience-panel', '.row'], name)
    },
  },
  {
    name: 'compose-staff',
    who: PRINCIPAL,
    page: 'packages/compose/compose/compose',
    steps: async (phone) => {
      await tapCell('发给')(phone)
      await phone.tap(['audience-panel', 'choice-chips', '.chip'], '教职工')
    },
  },
  { name: 'preview-form', who: WANG, page: COMPOSE, steps: look(writeForm) },
  { name: 'preview-fee', who: WANG, page: COMPOSE, steps: look(writeFee) },
  { name: 'preview-papers', who: WANG, page: COMPOSE, steps: look(writePapers) },
  {
    name: 'notices-search',
    who: MOTHER,
    page: 'pages/notices/notices',
    steps: (phone) => phone.type('找通知', '校服'),
  },
  {
    name: 'notices-filters',
    who: MOTHER,
    page: 'pages/notices/notices',
    steps: (phone) => phone.tap(['.text-btn'], '筛选'),
  },
  {
    name: 'notices-filters-teacher',
    who: WANG,
    page: 'pages/notices/notices',
    steps: (phone) => phone.tap(['.text-btn'], '筛选'),
  },
  { name: 'notice-form', who: MOTHER, page: 'notice:form:detail' },
  { name: 'notice-form-end', who: MOTHER, page: 'notice:form:detail', steps: (phone) => phone.scrollTo('#fill') },
  { name: 'notice-form-missing', who: MOTHER, page: 'notice:form:detail', steps: (phone) => phone.press() },
  { name: 'notice-filled', who: PRAISED, page: 'notice:form:detail' },
  { name: 'board-form', who: WANG, page: 'notice:form:board' },
  { name: 'answers', who: WANG, page: 'notice:form:answers' },
  { name: 'notice-fee', who: MOTHER, page: 'notice:fee:detail' },
  { name: 'fees', who: MOTHER, page: `packages/notice/fees/fees?identity=guardian%3A${THREE}-23` },
  { name: 'notice-second', who: MOTHER, page: 'notice:trip:detail' },
  { name: 'changes', who: MOTHER, page: 'notice:trip:changes' },
  { name: 'board-second', who: WANG, page: 'notice:trip:board' },
  {
    name: 'compose-amend',
    who: WANG,
    page: 'notice:trip:board',
    steps: (phone) => phone.tap(['.text-btn'], '修改通知'),
  },
  {
    name: 'board-withdraw',
    who: WANG,
    page: 'notice:trip:board',
    steps: (phone) => phone.tap(['.text-btn'], '撤回'),
  },
  { name: 'notice-withdrawn', who: MOTHER, page: 'notice:gone:detail' },
  { name: 'board-withdrawn', who: PRINCIPAL, page: 'notice:gone:board' },
  { name: 'notice-papers', who: MOTHER, page: 'notice:papers:detail' },
  { name: 'notice-letter', who: FATHER, page: 'notice:letter:detail' },
  { name: 'notice-letter-teacher', who: WANG, page: 'notice:letter:detail' },
  { name: 'board-opinions', who: WANG, page: 'notice:letter:board' },
  { name: 'opinions', who: WANG, page: 'notice:letter:opinions' },
  { name: 'task', who: WANG, page: 'notice:task:task' },
  { name: 'task-done', who: 'demo-liu', page: 'notice:task:task' },
  { name: 'staff-board', who: PRINCIPAL, page: 'notice:task:staff-board' },
  { name: 'today-teacher-task', who: WANG, page: 'pages/today/today' },
  { name: 'queue-fee', who: PRINCIPAL, page: `fee:${SCHOOL}` },
  { name: 'queue-head', who: WANG, page: `packages/pact/queue/queue?schoolId=${SCHOOL}&classId=${THREE}` },
  { name: 'today-principal-fee', who: PRINCIPAL, page: 'pages/today/today' },
  { name: 'incidents-new', who: WANG, page: INCIDENTS },
  { name: 'incident-new', who: WANG, page: INCIDENTS, steps: chooseIncident },
  { name: 'incident-open', who: WANG, page: INCIDENTS, steps: openIncident },
  {
    name: 'incident-running',
    who: WANG,
    page: INCIDENTS,
    steps: async (phone) => {
      await phone.tap(['.cell'], '李雷')
      await phone.tap(['.mini'], '已送医')
      await phone.tap(['.mini'], '已联系')
    },
  },
  {
    name: 'incident-time',
    who: WANG,
    page: INCIDENTS,
    steps: async (phone) => {
      await phone.tap(['.cell'], '李雷')
      await phone.tap(['.cell-b'], '送医')
    },
  },
  { name: 'today-principal-incident', who: PRINCIPAL, page: 'pages/today/today' },
  {
    name: 'incident-closing',
    who: WANG,
    page: INCIDENTS,
    steps: async (phone) => {
      await phone.tap(['.cell'], '李雷')
      await phone.press()
      await phone.tap(['popup-panel', 'choice-chips', '.chip'], '在家休息')
    },
  },
  {
    name: 'incident-closed',
    who: WANG,
    page: INCIDENTS,
    steps: async (phone) => {
      await phone.tap(['.cell'], '李雷')
      await phone.press()
      await phone.tap(['popup-panel', 'choice-chips', '.chip'], '在家休息')
      await phone.tap(['popup-panel', 'dock', '.primary'])
    },
  },
  { name: 'incidents-school', who: PRINCIPAL, page: `packages/roll/incidents/incidents?schoolId=${SCHOOL}` },
  { name: 'answers-open', who: ZHAO, page: 'notice:shared:answers' },
  {
    name: 'compose-quiet',
    who: WANG,
    page: COMPOSE,
    at: EVENING,
    steps: write('明天带水彩笔', '明天美术课画秋天，请孩子带水彩笔和一张八开画纸。'),
  },
  {
    name: 'compose-urgent',
    who: WANG,
    page: COMPOSE,
    at: EVENING,
    steps: async (phone) => {
      await write('明天带水彩笔', '明天美术课画秋天，请孩子带水彩笔和一张八开画纸。')(phone)
      await phone.tap(['quiet-bar', '.text-btn'])
    },
  },
  { name: 'answers-closed', who: ZHAO, page: 'notice:shared:answers', at: EVENING },
  {
    name: 'notice-shared',
    who: GRADUATED,
    page: 'shared:answers',
    at: EVENING,
  },
  { name: 'talk-list-family', who: MOTHER, page: `${TALKS}childId=${THREE}-23`, at: EVENING },
  { name: 'talk-list-teacher', who: WANG, page: `${TALKS}classId=${THREE}` },
  { name: 'talk-thread-quiet', who: MOTHER, page: TALK },
  { name: 'talk-thread-teacher', who: WANG, page: TALK },
  { name: 'talk-closed', who: PRAISED, page: 'packages/talk/thread/thread?talkId=demo-talk-reading' },
  { name: 'talk-write-family', who: MOTHER, page: `${LETTER}childId=${THREE}-23` },
  {
    name: 'talk-important',
    who: MOTHER,
    page: `${LETTER}childId=${THREE}-23`,
    steps: (phone) => phone.tap(['letter-form', 'choice-chips', '.chip'], '重要'),
  },
  {
    name: 'talk-write-teacher',
    who: WANG,
    page: `${LETTER}classId=${THREE}&childId=${THREE}-16`,
    steps: async (phone) => {
      await writeLetter('朗读很有进步', '在班里朗读了两遍，声音比上周响亮。')(phone)
      await phone.tap(['.text-btn'], '按优点')
    },
  },
  {
    name: 'talk-deflected',
    who: MOTHER,
    page: `${LETTER}childId=${THREE}-23`,
    steps: async (phone) => {
      await writeLetter('请假', '小明明天发烧，想请假一天。')(phone)
      await phone.press()
    },
  },
  { name: 'talk-own', who: MOTHER, page: 'packages/talk/own/own' },
  {
    name: 'talk-suggest',
    who: MOTHER,
    page: `${LETTER}childId=${THREE}-23&about=opinion`,
    steps: writeLetter('放学分批走', '建议低年级早十分钟放学，校门口就不挤了。'),
  },
  {
    name: 'talk-passed',
    who: MOTHER,
    page: TALK,
    before: (house) => house.call(WANG, 'talk.pass', { talkId: 'demo-talk-sleep', words: '这件事需要学校答复' }),
  },
  { name: 'talk-box', who: PRINCIPAL, page: `${TALKS}schoolId=${SCHOOL}` },
  {
    name: 'talk-thread-leader',
    who: PRINCIPAL,
    page: 'packages/talk/thread/thread?talkId=demo-talk-shade',
  },
  {
    name: 'pact-coming',
    who: MOTHER,
    page: `${PACT}&version=2`,
    before: (house) =>
      house.call(PRINCIPAL, 'pact.adopt', {
        schoolId: SCHOOL,
        changes: {
          rules: {
            T01: { from: '21:00', to: '07:00', noonFrom: '12:30', noonTo: '14:00' },
            T12: { perWeek: 3 },
            C12: { hosts: ['moe.gov.cn', 'smartedu.cn'] },
            P03: null,
            C11: null,
          },
        },
        version: 2,
        effectiveFrom: '2026-09-08',
      }),
  },
  { name: 'pact-in-force', who: MOTHER, page: PACT },
  { name: 'today-pact-news', who: PRAISED, page: 'pages/today/today' },
  { name: 'today-pact-news-teacher', who: ZHAO, page: 'pages/today/today' },
  { name: 'card', who: MOTHER, page: `packages/join/card/card?childId=${THREE}-23` },
  {
    name: 'join-moved',
    who: STRANGER,
    page: 'join:class',
    steps: (phone) => phone.tap(['.text-btn'], '换了微信号'),
  },
  { name: 'move-new', who: 'o-new-phone', page: 'moving:o-new-phone:张小明' },
  { name: 'today-guardian-asked', who: MOTHER, page: 'pages/today/today' },
  { name: 'move-old', who: MOTHER, page: `asked:${THREE}` },
  { name: 'moves', who: WANG, page: `packages/class/moves/moves?classId=${THREE}` },
  { name: 'members-review', who: ZHAO, page: `packages/class/members/members?classId=${FIVE}` },
  { name: 'case', who: WANG, page: `case:${THREE}` },
  {
    name: 'case-step',
    who: WANG,
    page: `packages/class/case/case?classId=${THREE}`,
    steps: (phone) => phone.tap(['.btn-1'], '禁言'),
  },
  {
    name: 'case-new',
    who: WANG,
    page: `packages/class/case/case?classId=${THREE}&childId=${THREE}-23&card=${encodeURIComponent('张小明爸爸')}&since=0`,
  },
  { name: 'appeal', who: FATHER, page: 'packages/class/appeal/appeal', before: muteFather },
  {
    name: 'appeal-write',
    who: FATHER,
    page: 'packages/class/appeal/appeal',
    steps: (phone) => phone.tap(['.btn-1'], '向校长申诉'),
  },
  { name: 'talk-muted', who: FATHER, page: TALK },
  { name: 'class-muted', who: FATHER, page: 'pages/class/class' },
  {
    name: 'appeals',
    who: PRINCIPAL,
    page: `packages/pact/appeals/appeals?schoolId=${SCHOOL}`,
    before: fileAppeal,
  },
  { name: 'today-principal-appeal', who: PRINCIPAL, page: 'pages/today/today' },
  {
    name: 'appeals-answer',
    who: PRINCIPAL,
    page: `packages/pact/appeals/appeals?schoolId=${SCHOOL}`,
    steps: (phone) => phone.tap(['.btn-1'], '解除'),
  },
  { name: 'appeal-answered', who: FATHER, page: 'packages/class/appeal/appeal', before: answerAppeal },
  {
    name: 'queue-letters',
    who: WANG,
    page: `packages/pact/queue/queue?schoolId=${SCHOOL}&classId=${THREE}`,
    before: holdLetter,
  },
  { name: 'talk-held', who: MOTHER, page: `${TALKS}childId=${THREE}-23`, steps: tapCell('课间的事') },
  { name: 'talk-returned', who: MOTHER, page: `returned:${THREE}` },
  {
    name: 'queue-letters-leader',
    who: PRINCIPAL,
    page: `packages/pact/queue/queue?schoolId=${SCHOOL}`,
    before: holdLetterToSchool,
    steps: (phone) => phone.scrollTo('.held-t'),
  },
  { name: 'albums-family', who: MOTHER, page: `packages/album/list/list?childId=${THREE}-23` },
  { name: 'albums-teacher', who: WANG, page: ALBUMS },
  { name: 'album-family', who: MOTHER, page: ALBUM },
  { name: 'album-staff', who: WANG, page: ALBUM },
  { name: 'album-choice', who: MOTHER, page: 'packages/album/choice/choice' },
  { name: 'album-post', who: WANG, page: ALBUM_POST },
  { name: 'album-tags', who: WANG, page: ALBUM_POST, steps: makeAlbum },
  {
    name: 'album-missing',
    who: WANG,
    page: ALBUM_POST,
    steps: async (phone) => {
      await wholeAlbum(phone)
      await phone.press()
    },
  },
  {
    name: 'album-fairness',
    who: WANG,
    page: ALBUM_POST,
    steps: async (phone) => {
      await wholeAlbum(phone)
      await phone.tap(['.chip'], '缺席')
      await phone.press()
    },
  },
  { name: 'albums-held', who: PRINCIPAL, page: `heldAlbum:${SCHOOL}:${THREE}` },
  {
    name: 'album-held',
    who: PRINCIPAL,
    page: `packages/album/list/list?schoolId=${SCHOOL}`,
    steps: tapCell('春游剪影'),
  },
  { name: 'log-supervisor', who: PRAISED, page: `supervise:${THREE}:${THREE}-16` },
  {
    name: 'log-report',
    who: PRAISED,
    page: `packages/pact/log/log?classId=${THREE}`,
    // The reports come after the log, and the button is drawn anew with them: its answer is asked for directly.
    steps: async (phone) => {
      await phone.call('onWrite')
    },
  },
  { name: 'log-principal', who: PRINCIPAL, page: `packages/pact/log/log?classId=${THREE}` },
  { name: 'reports', who: PRINCIPAL, page: `packages/pact/reports/reports?schoolId=${SCHOOL}` },
  {
    name: 'reports-answer',
    who: PRINCIPAL,
    page: `packages/pact/reports/reports?schoolId=${SCHOOL}`,
    steps: (phone) => phone.tap(['.mini'], '答复'),
  },
  { name: 'overrides', who: PRINCIPAL, page: `packages/pact/overrides/overrides?schoolId=${SCHOOL}` },
  {
    name: 'calendar',
    who: PRINCIPAL,
    page: `packages/school/calendar/calendar?schoolId=${SCHOOL}`,
    before: (house) => house.call(PRINCIPAL, 'calendar.update', { schoolId: SCHOOL, version: 0, calendar: CALENDAR }),
  },
  {
    name: 'calendar-entry',
    who: PRINCIPAL,
    page: `packages/school/calendar/calendar?schoolId=${SCHOOL}`,
    steps: (phone) => phone.tap(['.cell'], '加放假'),
  },
  {
    name: 'calendar-month',
    who: PRINCIPAL,
    page: `packages/school/calendar/calendar?schoolId=${SCHOOL}`,
    steps: (phone) => phone.scrollTo('.month'),
  },
  {
    name: 'calendar-import',
    who: PRINCIPAL,
    page: `packages/school/calendar-import/calendar-import?schoolId=${SCHOOL}`,
  },
  { name: 'heads', who: PRINCIPAL, page: `packages/school/heads/heads?schoolId=${SCHOOL}` },
  { name: 'stop', who: PRINCIPAL, page: `packages/school/stop/stop?schoolId=${SCHOOL}` },
  { name: 'child-leaving', who: PRINCIPAL, page: `leaving:${THREE}` },
  { name: 'child-recorded', who: WANG, page: `packages/class/child/child?childId=${THREE}-9&classId=${THREE}` },
  { name: 'members-away', who: WANG, page: MEMBERS, steps: (phone) => phone.scrollTo('.away') },
  {
    name: 'members-guardian',
    who: WANG,
    page: MEMBERS,
    steps: (phone) => phone.tap(['.cell'], '张小明'),
  },
  { name: 'today-officer', who: 'o-grade-leader', page: `officer:o-grade-leader:${SCHOOL}` },
  { name: 'today-standing-in', who: 'demo-liu', page: `standIn:${THREE}` },
  {
    name: 'today-stand-in',
    who: 'demo-liu',
    page: 'pages/today/today',
    steps: (phone) => phone.tap(['today-staff', '.cell'], '代理班主任'),
  },
  { name: 'stand-in-set', who: WANG, page: `packages/class/stand-in/stand-in?classId=${THREE}` },
  { name: 'staff-stand-in', who: PRINCIPAL, page: `packages/school/staff/staff?schoolId=${SCHOOL}` },
  { name: 'today-principal-waiting', who: PRINCIPAL, page: 'pages/today/today' },
  { name: 'audit', who: PRINCIPAL, page: `evidence:${SCHOOL}` },
  { name: 'queue-kept', who: PRINCIPAL, page: `packages/pact/queue/queue?schoolId=${SCHOOL}` },
  { name: 'missing', who: WANG, page: MISSING, before: miss([16, 12]), mockup: '08-roll-missing' },
  { name: 'missing-today-teacher', who: WANG, page: 'pages/today/today' },
  { name: 'missing-today-guardian', who: `${THREE}-16-mother`, page: 'pages/today/today' },
  {
    name: 'missing-panel',
    who: WANG,
    page: MISSING,
    steps: (phone) => phone.tap(['contact-card', '.miss-a'], '已联系上'),
  },
  { name: 'missing-two', who: WANG, page: MISSING, before: miss([16, 12], [23, 34]) },
  {
    name: 'missing-tried',
    who: WANG,
    page: MISSING,
    steps: (phone) => phone.tap(['contact-card', '.miss-a'], '未接通'),
  },
  { name: 'missing-today-principal', who: PRINCIPAL, page: 'pages/today/today' },
  {
    name: 'missing-closed',
    who: PRINCIPAL,
    page: MISSING,
    steps: async (phone) => {
      await phone.tap(['contact-card', '.miss-a'], '已联系上')
      await phone.tap(['popup-panel', '.cell'], '生病')
    },
  },
  { name: 'missing-record', who: PRINCIPAL, page: `packages/roll/record/record?schoolId=${SCHOOL}` },
  { name: 'leave-long', who: PRAISED, page: `longLeave:${THREE}` },
  { name: 'leave-approve-leader', who: PRINCIPAL, page: `packages/leave/approve/approve?schoolId=${SCHOOL}` },
  { name: 'warning', who: WANG, page: `ill:${THREE}` },
  { name: 'warned-today-teacher', who: WANG, page: 'pages/today/today' },
  { name: 'health', who: PRINCIPAL, page: `packages/attendance/health/health?schoolId=${SCHOOL}` },
  { name: 'warned-today-principal', who: PRINCIPAL, page: 'pages/today/today' },
  { name: 'talk-lesson', who: MOTHER, page: `${LETTER}childId=${THREE}-23`, at: '2026-09-02T10:00:00+08:00' },
  {
    name: 'stopped',
    who: PRINCIPAL,
    page: `packages/school/stop/stop?schoolId=${SCHOOL}`,
    before: (house) =>
      house.call(PRINCIPAL, 'school.stop', { schoolId: SCHOOL, level: 'class', reason: '有人冒用老师发通知' }),
  },
  { name: 'stopped-today', who: MOTHER, page: 'pages/today/today' },
  { name: 'stopped-compose', who: WANG, page: COMPOSE },
  { name: 'year-done', who: PRINCIPAL, page: `goneUp:${SCHOOL}` },
  { name: 'graduated-today', who: GRADUATED, page: 'pages/today/today' },
  { name: 'graduated-notices', who: GRADUATED, page: 'pages/notices/notices' },
  { name: 'graduated-me', who: GRADUATED, page: 'pages/me/me' },
  { name: 'graduated-applied', who: 'o-late', page: 'status:o-late' },
  { name: 'gone-up-today', who: FATHER, page: 'pages/today/today' },
  { name: 'gone-up-card', who: FATHER, page: `packages/join/card/card?childId=${THREE}-23` },
  {
    name: 'year-undone',
    who: PRINCIPAL,
    page: YEAR,
    before: async (house) => {
      for (let run = { state: 'undoing' }; run?.state === 'undoing';)
        ({ run } = await house.call(PRINCIPAL, 'year.undo', { schoolId: SCHOOL, year: 2026 }))
    },
  },
  { name: 'roll-rest', who: WANG, page: `packages/roll/take/take?classId=${THREE}`, at: '2026-09-05T08:00:00+08:00' },
  ...REGISTER_SCREENS,
  ...REMARK_SCREENS,
  ...FEEDBACK_SCREENS,
  ...OWN_SCREENS,
]
