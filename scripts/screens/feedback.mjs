// Decides the screens of a term's feedback: missed, written, filled in, and its result beside the term before's.
import { randomBytes } from 'node:crypto'
import { AT_END } from './registers.mjs'

const [PRINCIPAL, SCHOOL] = ['demo-principal', 'demo-school']
const [THREE, FIVE] = ['demo-class-3-2', 'demo-class-5-1']
const MOTHER = `${THREE}-23-mother`
const REPORT = `packages/statistics/report/report?schoolId=${SCHOOL}`
const COMPOSE = 'packages/compose/compose/compose?to=feedback'
const [JUNE, JULY] = ['2027-06-21T10:00:00+08:00', '2027-06-29T10:00:00+08:00']
const WORDS = ['希望通知早一天发。', '晚上九点后请不要再发提醒。', '请假很方便，谢谢老师。']

/** The principal sends it as the page fills it; some families of two classes answer. The notice's id. */
async function send(house, turn) {
  const phone = await house.open(PRINCIPAL, COMPOSE)
  await phone.press()
  await phone.press()
  await house.tick()
  const sent = (await house.read('notices')).filter(({ draft }) => draft.feedback)
  const { _id: noticeId, draft } = sent.sort((a, b) => b.createdAt - a.createdAt)[0]
  const slips = (await house.read('slips')).filter((slip) => slip.noticeId === noticeId)
  const seated = (await house.read('children')).filter(
    ({ _id, guardians }) => guardians.length > 0 && `${_id}-mother` !== MOTHER,
  )
  for (const classId of [THREE, FIVE]) {
    const { entries } = slips.find((slip) => slip.classId === classId)
    const asked = seated.filter(({ _id }) => entries[_id] && !entries[_id].signedAt).slice(0, 12)
    for (const [index, { _id: childId, guardians }] of asked.entries()) {
      const words = classId === THREE ? WORDS[index] : undefined
      const answers = draft.form.questions.flatMap(({ id, type }, at) => {
        if (type === 'text') return words ? [{ question: id, text: words }] : []
        return [{ question: id, choices: [`c${(((index * (at + 1) + turn) % 7) % 4) + 1}`] }]
      })
      const given = { noticeId, classId, childId, version: 1, form: draft.form, answers }
      await house.call(guardians[0].openid, 'slip.answer', { ...given, ballot: randomBytes(32).toString('hex') })
    }
  }
  return noticeId
}

let noticeId = ''
/** Path of a page about this term's feedback, or, when two terms are over, of the result. */
export async function prepareFeedback(house, page) {
  if (!(await house.read('notices')).some(({ draft }) => draft.feedback)) noticeId = await send(house, 0)
  if (page === 'report') return REPORT
  if (page === 'detail') return `packages/notice/detail/detail?noticeId=${noticeId}&classId=${THREE}`
  if ((await house.read('notices')).filter(({ draft }) => draft.feedback).length < 2) {
    await house.setClock(JUNE)
    noticeId = await send(house, 1)
    await house.setClock(JULY)
  }
  return `packages/notice/answers/answers?noticeId=${noticeId}`
}

export const FEEDBACK_SCREENS = [
  { name: 'feedback-missed', who: PRINCIPAL, page: REPORT, steps: (phone) => phone.tap(['.cell'], '学校') },
  { name: 'feedback-compose', who: PRINCIPAL, page: COMPOSE },
  {
    name: 'feedback-compose-start',
    who: PRINCIPAL,
    page: 'packages/compose/compose/compose',
    steps: async (phone) => {
      await phone.tap(['reply-choice', 'choice-chips', '.chip'], '填表')
      await phone.scrollTo('.links')
    },
  },
  { name: 'feedback-fill', who: MOTHER, page: 'feedback:detail' },
  { name: 'feedback-report', who: PRINCIPAL, page: 'feedback:report' },
  { name: 'feedback-answers', who: PRINCIPAL, page: 'feedback:answers' },
].map((screen) => ({ ...screen, school: AT_END }))
