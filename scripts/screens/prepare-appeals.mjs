// Decides what lies before who appeals and who answers: a mute, an appeal, an answer, and letters that wait.
const [WANG, PRINCIPAL, CLASS] = ['demo-wang', 'demo-principal', 'demo-class-3-2']
const CHILD = `${CLASS}-23`
const FATHER = `${CHILD}-father`

/** The father of the demo child is muted for a day; once, whatever screens are drawn. */
export async function muteFather(house) {
  const { cases } = await house.call(FATHER, 'case.own', {})
  if (cases[0]) return cases[0].caseId
  const { members } = await house.call(WANG, 'class.members', { classId: CLASS })
  const { guardians } = members.find(({ childId }) => childId === CHILD)
  const { card, since } = guardians[1]
  const evidence = '8月30日起三次在留言里推销课程，劝过一次。'
  const opened = { guardian: { childId: CHILD, card, since }, rule: 'C10', evidence }
  const { caseId } = await house.call(WANG, 'case.open', opened)
  const words = { guide: '已当面说明班级里不发广告', remind: '又发了一次，已电话提醒', mute_1: '第三次，按公约禁言' }
  for (const [step, said] of Object.entries(words)) {
    await house.call(WANG, 'case.step', { caseId, step, words: said })
  }
  return caseId
}

export async function fileAppeal(house) {
  const caseId = await muteFather(house)
  await house.call(FATHER, 'appeal.file', {
    caseId,
    words: '8月31日那条是误触转发，看到后马上说明了，没有推销课程，请校长再看一下。',
  })
}

export async function answerAppeal(house) {
  const { cases } = await house.call(FATHER, 'case.own', {})
  await house.call(PRINCIPAL, 'appeal.answer', {
    ...{ caseId: cases[0].caseId, decision: 'uphold' },
    words: '已看过三次记录，内容都是课程报名，到时间会自动恢复。',
  })
}

/** A family's letter that WeChat is not sure of. */
const hold = (desk, matter, words) => async (house) => {
  await house.control('verdicts.set', { suggest: 'review', label: 21000, times: 1 })
  const about = { childId: CHILD, to: { desk }, about: 'matter', matter, photos: [] }
  await house.call(`${CHILD}-mother`, 'talk.open', { ...about, words })
}
/** It waits for the head teacher, or, to the principal, for the leaders. */
export const holdLetter = hold('head_teacher', '课间的事', '昨天课间孩子们有争执，想请您问问当时在场的同学。')
export const holdLetterToSchool = hold('principal', '放学的路口', '放学时路口车多，想请学校和交警联系一下。')

/** The head teacher sends it back; path of the thread, as the family reads it. */
export async function returnLetter(house) {
  const { letters } = await house.call(WANG, 'letter.held', { of: 'class', classId: CLASS })
  const [{ talkId, letterId }] = letters
  await house.call(WANG, 'letter.decide', { talkId, letterId, decision: 'return', words: '请只写自己孩子的情况' })
  return `packages/talk/thread/thread?talkId=${talkId}`
}
