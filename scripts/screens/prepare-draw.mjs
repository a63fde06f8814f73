// Decides how a school comes to a random draw for a picture: every family is drawn, once a term.
const PRINCIPAL = 'demo-principal'
const CHOICES = [
  { id: 'good', label: '满意' },
  { id: 'fair', label: '一般' },
  { id: 'poor', label: '不满意' },
]
const QUESTIONS = [
  { id: 'homework', label: '每天的作业量合适吗', type: 'single', required: true, choices: CHOICES },
  { id: 'contact', label: '老师和您联系及时吗', type: 'single', required: true, choices: CHOICES },
  { id: 'words', label: '您想对学校说的', type: 'text', required: false },
]
const WEEK_MS = 7 * 86_400_000
let drawId = ''

/** Path of the draw as its leader sees it, or of the sheet of a child's family. */
export async function drawFamilies(house, schoolId, whose, childId) {
  if (!drawId || !(await house.read('draws')).some(({ _id }) => _id === drawId)) {
    const { now } = await house.call(PRINCIPAL, 'draw.list', { schoolId })
    const asked = { title: '家长问卷', questions: QUESTIONS, percent: 100, deadline: now + WEEK_MS }
    drawId = (await house.call(PRINCIPAL, 'draw.make', { schoolId, ...asked })).drawId
  }
  return whose === 'survey'
    ? `packages/notice/survey/survey?drawId=${drawId}&childId=${childId}`
    : `packages/notice/draw/draw?schoolId=${schoolId}&drawId=${drawId}`
}
