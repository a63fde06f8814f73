// Decides which screens of registers, reception days and draws are looked at, in the demo school amid its term.
const [WANG, LIU, PRINCIPAL, SUN, HE] = ['demo-wang', 'demo-liu', 'demo-principal', 'demo-sun', 'demo-he']
const [THREE, SCHOOL] = ['demo-class-3-2', 'demo-school']
const MOTHER = `${THREE}-23-mother`
/** A Wednesday afternoon, when the day's log is due in an hour; the last weeks of the same term. */
const AMID = '2026-11-25T15:20:00+08:00'
/** In the last weeks of the usual autumn term. */
export const AT_END = '2027-01-20T10:00:00+08:00'
const TODAY = '2026-11-25'

const page = (name, values) =>
  `packages/register/${name}/${name}?${new URLSearchParams({ schoolId: SCHOOL, ...values }).toString()}`
const form = (register, values = { classId: THREE }) => page('form', { register, ...values })
const entry = (register, id) => form(register, { entryId: `demo-entry-${id}` })
const setting = (register) => page('setting', { register })
const RECEPTION = `packages/talk/reception/reception?classId=${THREE}`
const DRAW = `packages/compose/draw/draw?schoolId=${SCHOOL}`

/** The leaders switch these on as well. */
const switchOn =
  (...registers) =>
  async (house) => {
    const { version: seen } = await house.call(PRINCIPAL, 'register.settings', { schoolId: SCHOOL })
    const changes = registers.map((register) => ({ register, on: true }))
    await house.call(PRINCIPAL, 'register.switch', { schoolId: SCHOOL, seen, changes })
  }
/** The log of today is filled in by a colleague and waits for the head teacher's name. */
const fillLog = (house) =>
  house.call(LIU, 'register.write', {
    ...{ register: 'class-log', schoolId: SCHOOL, classId: THREE, slot: TODAY, version: 0 },
    answers: [
      { question: 'breaks', done: false, text: '两人在走廊追跑，已提醒' },
      { question: 'notes', text: '三人请假，作业收齐。' },
    ],
  })
export const REGISTER_SCREENS = [
  { name: 'register-list', who: WANG, page: 'packages/register/list/list' },
  {
    name: 'register-list-month',
    who: WANG,
    page: 'packages/register/list/list',
    steps: (phone) => phone.tap(['.tabs-item'], '本月'),
  },
  { name: 'register-list-office', who: SUN, page: 'packages/register/list/list' },
  { name: 'register-list-equipment', who: HE, page: 'packages/register/list/list' },
  { name: 'register-list-principal', who: PRINCIPAL, page: 'packages/register/list/list' },
  { name: 'register-today-teacher', who: WANG, page: 'pages/today/today' },
  { name: 'register-today-principal', who: PRINCIPAL, page: 'pages/today/today' },
  { name: 'register-today-office', who: SUN, page: 'pages/today/today' },
  { name: 'register-me', who: WANG, page: 'pages/me/me' },
  { name: 'register-form-wait', who: LIU, page: entry('device-repair', 'fault-waits') },
  { name: 'register-form-done', who: WANG, page: entry('class-log', 'log-three-3') },
  { name: 'register-form-plan', who: WANG, page: entry('parents-meeting', 'meeting-wang') },
  { name: 'register-form-own', who: PRINCIPAL, page: entry('own:1', 'eyes-wang-1') },
  { name: 'register-form-child', who: WANG, page: form('contacts') },
  {
    name: 'register-form-choose',
    who: WANG,
    page: form('contacts'),
    steps: (phone) => phone.tap(['.cell'], '请选择'),
  },
  {
    name: 'register-form-refused',
    who: WANG,
    page: form('contacts', { classId: THREE, subject: `${THREE}-23` }),
    steps: (phone) => phone.press(),
  },
  { name: 'register-form-sign', who: WANG, page: form('class-log', { classId: THREE, slot: TODAY }), before: fillLog },
  {
    name: 'register-form-signed',
    who: WANG,
    page: form('class-log', { classId: THREE, slot: TODAY }),
    steps: async (phone) => {
      await phone.ink(['form-fill'])
      await phone.press()
      await phone.hideToast()
    },
  },
  { name: 'register-table', who: WANG, page: page('table', { register: 'class-log', classId: THREE }) },
  { name: 'register-table-leader', who: PRINCIPAL, page: page('table', { register: 'contacts' }) },
  {
    name: 'register-table-filter',
    who: PRINCIPAL,
    page: page('table', { register: 'contacts' }),
    steps: (phone) => phone.tap(['.cell'], '范围'),
  },
  { name: 'register-table-points', who: SUN, page: page('table', { register: 'points-hygiene' }) },
  { name: 'register-table-repair', who: HE, page: page('table', { register: 'device-repair' }) },
  { name: 'register-table-lessons', who: LIU, page: page('table', { register: 'lesson-log-points', classId: THREE }) },
  { name: 'register-grid-points', who: SUN, page: page('grid', { register: 'points-hygiene', slot: TODAY }) },
  { name: 'register-summary', who: PRINCIPAL, page: page('summary', { register: 'contacts' }) },
  { name: 'register-summary-points', who: PRINCIPAL, page: page('summary', { register: 'points-hygiene' }) },
  { name: 'register-summary-repair', who: HE, page: page('summary', { register: 'device-repair' }) },
  {
    name: 'register-summary-words',
    who: PRINCIPAL,
    page: page('summary', { register: 'class-log' }),
    steps: (phone) => phone.tap(['chart-card', '.chart-toggle']),
  },
  {
    name: 'register-form',
    who: WANG,
    page: form('daily-checks', { classId: THREE, slot: TODAY }),
    before: switchOn('daily-checks', 'weekly-checks', 'contact-card'),
    steps: (phone) => phone.tap(['form-fill', '.fill-line'], '眼保操'),
  },
  { name: 'register-settings', who: PRINCIPAL, page: page('settings', {}) },
  {
    name: 'register-settings-head',
    who: PRINCIPAL,
    page: page('settings', {}),
    steps: (phone) => phone.tap(['choice-chips', '.chip'], '班主任'),
  },
  { name: 'register-setting', who: PRINCIPAL, page: setting('class-log') },
  {
    name: 'register-setting-changed',
    who: PRINCIPAL,
    page: setting('contact-card'),
    steps: (phone) => phone.tap(['.step'], '＋'),
  },
  { name: 'reception', who: WANG, page: RECEPTION },
  { name: 'reception-family', who: MOTHER, page: `${RECEPTION}&childId=${THREE}-23` },
  {
    name: 'reception-open',
    who: WANG,
    page: `packages/talk/reception-open/reception-open?classId=${THREE}`,
    steps: (phone) => phone.tap(['choice-chips', '.chip'], '隔周'),
  },
  { name: 'draw-make', who: PRINCIPAL, page: DRAW },
  { name: 'draw', who: PRINCIPAL, page: `drawn:${SCHOOL}:draw` },
  { name: 'draw-survey', who: MOTHER, page: `drawn:${SCHOOL}:survey:${THREE}-23` },
  { name: 'draw-today', who: MOTHER, page: 'pages/today/today' },
  {
    name: 'register-begin',
    who: PRINCIPAL,
    page: page('settings', {}),
    before: (house) => house.control('data.remove', { collection: 'registers' }),
  },
  {
    name: 'register-begin-chosen',
    who: PRINCIPAL,
    page: page('settings', {}),
    steps: (phone) => phone.tap(['.cell'], '小学常用'),
  },
  {
    name: 'register-own',
    who: PRINCIPAL,
    page: page('own', {}),
    steps: async (phone) => {
      await phone.type('台账的名字', '课间巡查')
      await phone.tap(['question-editor', 'choice-chips', '.chip'], '单选')
      await phone.type('第1题，单选，问题', '哪一层', ['question-editor'])
    },
  },
].map((screen) => ({ ...screen, school: AMID }))

/** At the end of the term some remarks are written, two of them nearly the same. */
export const REMARK_SCREENS = [
  {
    name: 'register-grid',
    who: WANG,
    page: page('grid', { register: 'remarks', classId: THREE, slot: 't2026-09-01' }),
  },
  {
    name: 'register-summary-children',
    who: WANG,
    page: page('summary', { register: 'remarks', classId: THREE }),
  },
].map((screen) => ({ ...screen, school: AT_END }))
