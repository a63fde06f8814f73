// Decides how one screen of the list comes up: whose phone it is, the page it opens, and what is done there.
import { returnLetter } from './prepare-appeals.mjs'
import { askForLong, fallIll, stayAway } from './prepare-attendance.mjs'
import { prepareFeedback } from './feedback.mjs'
import { drawFamilies } from './prepare-draw.mjs'
import { inviteBureau } from './prepare-bureau.mjs'
import { enterTimetable } from './prepare-timetable.mjs'
import { prepareNotice } from './prepare-notices.mjs'

/** Whoever has not signed a notice that is overdue. */
async function findOverdue(house) {
  const slip = (await house.read('slips')).find(({ noticeId }) => noticeId === 'demo-dismissal')
  const [childId] = Object.entries(slip.entries).find(([, entry]) => entry.guardians > 0 && !entry.signedAt)
  return `${childId}-mother`
}

/** Path of a fresh invitation: `join:class`, `join:child`, `join:staff`. */
async function invite(house, purpose) {
  const classId = 'demo-class-3-2'
  const more = { class: {}, child: { childId: `${classId}-7` }, staff: { role: 'teacher' } }[purpose]
  const by = purpose === 'staff' ? 'demo-principal' : 'demo-wang'
  return (await house.call(by, 'invitation.create', { purpose, classId, ...more })).path
}

/** Somebody whose child is not on the roster comes in by the class's invitation; path of how that stands. */
async function apply(house, who) {
  const token = (await invite(house, 'class')).split('token=')[1]
  const asked = { token, consent: true, relation: 'mother', childName: '王小溪', guardianName: '王女士' }
  const { applicationId } = await house.call(who, 'join.guardian', asked)
  return `packages/join/status/status?applicationId=${applicationId}`
}

/** Somebody answers an invitation of the principal to teach; path of how that stands. */
async function answer(house, who) {
  const token = (await invite(house, 'staff')).split('token=')[1]
  const { applicationId } = await house.call(who, 'join.staff', { token, consent: true, name: '钱进', subject: '体育' })
  return `packages/join/status/status?applicationId=${applicationId}`
}

/** Somebody asks that the seat of a child's mother goes to another account; path of how that stands. */
async function askToMove(house, who, childName) {
  const token = (await invite(house, 'class')).split('token=')[1]
  const asked = { token, consent: true, relation: 'mother', childName, guardianName: '林女士' }
  const { moveId } = await house.call(who, 'move.request', asked)
  return `packages/join/move/move?moveId=${moveId}`
}

/** The same request, as the one who holds the seat reads it. */
async function askedToMove(house, classId) {
  const { moves } = await house.call('demo-wang', 'move.list', { classId })
  return `packages/join/move/move?moveId=${moves[0].moveId}`
}

/** A breach that has come as far as the first mute; path of its page. */
async function openCase(house, classId) {
  const head = 'demo-wang'
  const { members } = await house.call(head, 'class.members', { classId })
  const { childId, guardians } = members.find((member) => member.guardians.length === 2)
  const [, { card, since }] = guardians
  const opened = {
    guardian: { childId, card, since },
    rule: 'C10',
    evidence: '8月30日起三次在留言里推销课程，劝过一次。',
  }
  const { caseId } = await house.call(head, 'case.open', opened)
  const words = { guide: '已当面说明班级里不发广告', remind: '又发了一次，已电话提醒' }
  for (const [step, said] of Object.entries(words)) {
    await house.call(head, 'case.step', { caseId, step, words: said })
  }
  return `packages/class/case/case?classId=${classId}`
}

/** Names a supervisor, who tells the leaders something; path of the log. */
async function supervise(house, classId, childId) {
  const head = 'demo-wang'
  const { members } = await house.call(head, 'class.members', { classId })
  const [{ card, since }] = members.find((member) => member.childId === childId).guardians
  const guardian = { childId, card, since }
  await house.call(head, 'committee.mark', { guardian, member: true })
  await house.call(head, 'supervisor.name', { guardian })
  await house.call(`${childId}-mother`, 'report.file', { classId, words: '上周有两份通知没有先审核就发出，请看一下。' })
  return `packages/pact/log/log?classId=${classId}`
}

/** Keeps what is held as evidence and lets the audit be written; path of the evidence. */
async function keepEvidence(house, schoolId) {
  const { items } = await house.call('demo-principal', 'review.list', { schoolId })
  for (const { noticeId } of items) await house.call('demo-principal', 'evidence.keep', { noticeId })
  await house.tick()
  return `packages/pact/audit/audit?schoolId=${schoolId}`
}

/** A head teacher records that a child goes, which the leaders confirm; another child is away already. Path of the first. */
async function recordLeaving(house, classId) {
  const [going, away] = [`${classId}-9`, `${classId}-12`]
  await house.call('demo-wang', 'child.leave', { childId: going, cause: 'transferred', from: '2026-09-07' })
  await house.call('demo-principal', 'child.leave', { childId: away, cause: 'suspended', from: '2026-09-01' })
  return `packages/class/child/child?childId=${going}&classId=${classId}`
}

/** Somebody leads a grade, as the principal has asked and confirmed; path of their day. */
async function seatOfficer(house, who, schoolId) {
  const offer = { purpose: 'office', schoolId, office: 'grade_leader', grade: '三' }
  const { token } = await house.call('demo-principal', 'invitation.create', offer)
  const { applicationId } = await house.call(who, 'join.staff', { token, consent: true, name: '孙丽丽' })
  await house.call('demo-principal', 'application.decide', { applicationId, approve: true })
  return 'pages/today/today'
}

/** A teacher of the class stands in for its head teacher today; path of their day. */
async function standIn(house, classId) {
  const { staff } = await house.call('demo-wang', 'standin.read', { classId })
  const days = { from: '2026-09-01', to: '2026-09-03' }
  await house.call('demo-wang', 'standin.set', { classId, ref: staff[0].ref, ...days })
  return 'pages/today/today'
}

/** The school goes up, while somebody waits to join the class that graduates; path of the year. */
async function goUp(house, schoolId) {
  const [leader, head, classId] = ['demo-principal', 'demo-zhao', 'demo-class-5-1']
  await house.call(leader, 'school.resume', { schoolId })
  const { token } = await house.call(head, 'invitation.create', { purpose: 'class', classId })
  const asked = { token, consent: true, relation: 'mother', childName: '王小溪', guardianName: '王女士' }
  waiting = (await house.call('o-late', 'join.guardian', asked)).applicationId
  const { year, plan } = await house.call(leader, 'year.read', { schoolId })
  for (let run = { state: 'running' }; run?.state === 'running';)
    ({ run } = await house.call(leader, 'year.run', { schoolId, year, digest: plan.digest }))
  return `packages/school/year/year?schoolId=${schoolId}`
}
let waiting = ''

/** A fee waits for the principal; path of what is held. */
async function holdFee(house, schoolId) {
  await prepareNotice(house, 'held', 'detail')
  return `packages/pact/queue/queue?schoolId=${schoolId}`
}

/** The teacher shows the families what came of a form; path of the notice. */
async function shareAnswers(house) {
  const page = await prepareNotice(house, 'shared', 'detail')
  await house.call('demo-zhao', 'answers.share', { noticeId: page.split(/[=&]/)[1] })
  return page
}

/** A teacher shows a photo that WeChat is not sure of; path of what waits for the leaders. */
async function holdAlbum(house, schoolId, classId) {
  const teacher = 'demo-wang'
  await house.control('verdicts.set', { media: { suggest: 'review', times: 1 } })
  const fileId = await house.upload(teacher, 'album', demoPhoto(house))
  const photos = [{ fileId, children: [`${classId}-23`] }]
  await house.call(teacher, 'album.publish', {
    classId,
    title: '春游剪影',
    photos,
    whole: false,
    absent: [],
    sure: true,
  })
  await house.tick()
  return `packages/album/list/list?schoolId=${schoolId}`
}
const demoPhoto = ({ demo }) => demo.buildDemo(Date.now()).files[0].content

const PREPARED = {
  heldAlbum: holdAlbum,
  notice: prepareNotice,
  fee: holdFee,
  shared: shareAnswers,
  leaving: recordLeaving,
  officer: seatOfficer,
  standIn,
  longLeave: askForLong,
  ill: fallIll,
  away: stayAway,
  timetable: enterTimetable,
  goneUp: goUp,
  status: () => `packages/join/status/status?applicationId=${waiting}`,
  join: invite,
  applied: apply,
  answered: answer,
  moving: askToMove,
  asked: askedToMove,
  case: openCase,
  returned: returnLetter,
  supervise,
  evidence: keepEvidence,
  drawn: drawFamilies,
  feedback: prepareFeedback,
  bureau: inviteBureau,
}

/** Brings a screen up; returns the phone's id and how much the phone had printed before. */
export async function showScreen(house, screen) {
  const who = screen.who === 'overdue' ? await findOverdue(house) : screen.who
  if (screen.at) await house.setClock(screen.at)
  const [kind, ...given] = screen.page.split(':')
  const page = given.length > 0 ? await PREPARED[kind](house, ...given) : screen.page
  await screen.before?.(house)
  const phone = await house.open(who, page)
  const printed = house.phones.messages(who).length
  await screen.steps?.(phone)
  return { who, printed }
}
