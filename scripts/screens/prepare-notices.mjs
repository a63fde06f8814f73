// Decides which notices pictures need besides the demo's: each is written once a school, by the demo's people.
const [WANG, ZHAO, LIU, PRINCIPAL] = ['demo-wang', 'demo-zhao', 'demo-liu', 'demo-principal']
const [SCHOOL, THREE, FIVE] = ['demo-school', 'demo-class-3-2', 'demo-class-5-1']
const [MOTHER, OTHER] = [`${THREE}-23-mother`, `${THREE}-16-mother`]
const at = (day, clock) => Date.parse(`2026-09-0${day}T${clock}:00+08:00`)
const to = (...classIds) => ({ to: 'classes', classIds })

const choices = (...labels) => labels.map((label, index) => ({ id: `c${index + 1}`, label }))
export const QUESTIONS = {
  questions: [
    {
      id: 'come',
      type: 'single',
      label: '孩子是否参加',
      required: true,
      choices: choices('参加', '不参加'),
      other: true,
    },
    {
      id: 'help',
      type: 'several',
      label: '家长可以帮忙的事',
      required: false,
      choices: choices('摆桌椅', '拍照', '带队'),
    },
    { id: 'adults', type: 'number', label: '同来的大人', required: false, min: 0, max: 5, unit: '位' },
    { id: 'day', type: 'day', label: '方便彩排的日子', required: false, from: '2026-09-02', to: '2026-09-04' },
    { id: 'words', type: 'text', label: '需要老师留意的事', required: false, max: 100 },
    { id: 'photo', type: 'photo', label: '作品照片', required: false, most: 2 },
    { id: 'sign', type: 'signature', label: '家长签名', required: false },
  ],
  per: 'child',
}
export const FEE = {
  items: [
    { name: '午餐', fen: 36_000 },
    { name: '课间牛奶', fen: 4_550, optional: true },
  ],
  basis: '区教财〔2026〕12号',
}

const base = { kind: 'notice', replyMode: 'read', photos: [] }
const withForm = { ...base, replyMode: 'form', form: QUESTIONS, audience: to(THREE) }
const sheet = (come, help, adults, words) => [
  { question: 'come', choices: [come] },
  { question: 'help', choices: help },
  { question: 'adults', number: adults },
  { question: 'day', day: '2026-09-03' },
  { question: 'words', text: words },
]
const answer = (house, noticeId, who, answers) => {
  const childId = who.replace('-mother', '')
  return house.call(who, 'slip.answer', { noticeId, classId: THREE, childId, version: 1, form: QUESTIONS, answers })
}
/** 张小明's mother signs with the name she joined with. */
async function sign(house, noticeId, more = {}) {
  const [classId, childId] = [THREE, `${THREE}-23`]
  const { guardians } = (await house.read('children')).find(({ _id }) => _id === childId)
  const { name } = guardians.find(({ openid }) => openid === MOTHER)
  await house.call(MOTHER, 'slip.sign', { noticeId, classId, childId, version: 1, typedName: name, ...more })
}
const TRIP = {
  ...base,
  ...{ kind: 'outing', title: '植物园秋游', replyMode: 'sign', deadline: at(3, '18:00'), audience: to(THREE) },
  body: '早上7:30在校门口集合，请穿校服，自带午餐和水。',
  event: { day: '2026-09-10', place: '植物园' },
}
const ASKED = { questions: QUESTIONS.questions.slice(0, 3), per: 'child' }

/** By its name: who writes it, what it says, and what becomes of it then. */
const NOTICES = {
  form: {
    by: WANG,
    draft: { ...withForm, title: '科技节报名', body: '科技节下周开始，请填写报名表。', deadline: at(3, '18:00') },
    async then(house, noticeId) {
      await answer(house, noticeId, OTHER, sheet('c1', ['c1', 'c2'], 2, '花生过敏'))
      await answer(house, noticeId, `${THREE}-7-mother`, sheet('c2', ['c2'], 0, ''))
    },
  },
  shared: {
    by: ZHAO,
    draft: {
      ...{ ...withForm, form: ASKED, audience: to(FIVE), title: '运动会助手', deadline: at(1, '20:00') },
      body: '运动会需要几位助手，请填一下。',
    },
    async then(house, noticeId) {
      const children = await house.read('children')
      const seated = children.filter(({ classId, guardians }) => classId === FIVE && guardians.length > 0).slice(0, 9)
      for (const [index, { _id: childId, guardians }] of seated.entries()) {
        const answers = sheet(index % 3 === 2 ? 'c2' : 'c1', [index % 2 ? 'c1' : 'c3'], index % 4, '').slice(0, 3)
        const given = { noticeId, classId: FIVE, childId, version: 1, form: ASKED, answers }
        await house.call(guardians[0].openid, 'slip.answer', given)
      }
    },
  },
  fee: {
    by: WANG,
    draft: {
      ...{ ...base, kind: 'fee', title: '秋季午餐收费', replyMode: 'sign', fee: FEE, audience: to(THREE) },
      ...{ body: '本学期午餐按月结算，请家长核对下表。', deadline: at(4, '18:00') },
    },
    approved: true,
  },
  held: {
    by: ZHAO,
    draft: {
      ...{ ...base, kind: 'fee', title: '秋季研学收费', replyMode: 'sign', audience: to(FIVE) },
      ...{ body: '研学一天，费用按实际结算。', deadline: at(4, '18:00') },
      fee: { items: [{ name: '车费和门票', fen: 12_000 }], basis: '区教财〔2026〕18号' },
    },
  },
  trip: {
    by: WANG,
    draft: TRIP,
    async then(house, noticeId) {
      await sign(house, noticeId)
      const { title, photos, deadline, event, audience } = TRIP
      const corrected = { title, photos, deadline, event, audience, body: TRIP.body.replace('7:30', '7:50') }
      const said = { asksAgain: true, note: '集合时间改到7:50' }
      await house.call(WANG, 'notice.amend', { noticeId, version: 1, ...corrected, ...said })
    },
  },
  gone: {
    by: PRINCIPAL,
    draft: {
      ...{ ...base, title: '图书角开放', body: '周五下午图书角开放，欢迎家长来看。', audience: to(THREE) },
      deadline: at(3, '18:00'),
    },
    then: (house, noticeId) => house.call(PRINCIPAL, 'notice.withdraw', { noticeId, reason: '活动取消' }),
  },
  papers: {
    by: PRINCIPAL,
    draft: {
      ...{ ...base, title: '科技馆参观须知', body: '请家长先看附件，有疑问请联系班主任。', audience: to(THREE) },
      ...{ deadline: at(3, '18:00') },
    },
    documents: ['科技馆参观须知.pdf'],
  },
  letter: {
    by: WANG,
    draft: {
      ...{ ...base, kind: 'letter', replyMode: 'sign', title: '课后服务安排', audience: to(THREE) },
      ...{ body: '新学期课后服务安排如下，请您看过后签字，有意见可以写下。', deadline: at(4, '18:00') },
    },
    // The sixth of a week waits for the principal (T12).
    approved: true,
    then: (house, noticeId) => sign(house, noticeId, { opinion: '希望周三也有篮球。' }),
  },
  task: {
    by: PRINCIPAL,
    draft: {
      ...{
        ...base,
        replyMode: 'report',
        title: '开学安全检查',
        audience: { to: 'staff', schoolId: SCHOOL, whom: 'all' },
      },
      ...{ body: '请各位老师检查教室的门窗和插座，周四放学前回报。', deadline: at(3, '17:00') },
    },
    then: (house, noticeId) =>
      house.call(LIU, 'task.answer', {
        schoolId: SCHOOL,
        noticeId,
        version: 1,
        report: '查过了，后门的插座松了，已报修。',
      }),
  },
}

const PAGES = {
  detail: 'packages/notice/detail/detail',
  board: 'packages/notice/board/board',
  answers: 'packages/notice/answers/answers',
  changes: 'packages/notice/changes/changes',
  opinions: 'packages/notice/opinions/opinions',
  task: 'packages/notice/task/task',
  'staff-board': 'packages/notice/staff-board/staff-board',
}

async function addDocuments(house, { by, draft, documents }) {
  if (!documents) return draft
  const named = documents.map(async (name) => ({ name, fileId: await house.upload(by, 'document', aPdf()) }))
  return { ...draft, documents: await Promise.all(named) }
}

/** As much of a PDF as is looked at: its first and its last words. */
const aPdf = () => Buffer.from('%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n')

/** Brings a notice of the list about, once; path of a page about it. */
export async function prepareNotice(house, name, page) {
  const notice = NOTICES[name]
  const isIt = ({ draft }) => draft.title === notice.draft.title
  let id = (await house.read('notices')).find(isIt)?._id
  if (!id) {
    const published = await house.call(notice.by, 'notice.publish', await addDocuments(house, notice))
    id = published.noticeId
    if (notice.approved && published.state === 'held') {
      await house.call(PRINCIPAL, 'review.decide', { noticeId: id, decision: 'approve' })
      await house.tick()
    }
    await notice.then?.(house, id)
  }
  const { audience } = notice.draft
  const classId = audience.to === 'classes' ? `&classId=${audience.classIds[0]}` : ''
  return `${PAGES[page]}?noticeId=${id}${classId}`
}
