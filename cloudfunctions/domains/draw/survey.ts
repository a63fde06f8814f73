// Decides how a family that was drawn answers: once, until the deadline, and nobody learns what it said (H04).
import type { Done, Input, Reply, Survey } from '@class-pact/core/contract'
import { checkAnswers } from '@class-pact/core/form'
import { isPast } from '@class-pact/core/notice'
import type { Checked, Handler, Session } from '../../common/call/handlers'
import { digestCall, refuseReused } from '../../common/call/repeat'
import { refuse, succeed } from '../../common/call/results'
import { deriveId } from '../../common/ids'
import { doubtOf } from '../../common/wechat/check-words'
import { castBallot } from '../slip'
import type { FoundSurvey } from './find-draw'
import { draws } from './store'

const isAsked = ({ voided, own }: FoundSurvey) => !voided && own.length > 0

export const readSurvey: Handler<'survey.read', FoundSurvey> = ({ drawId, childId }, { found, now }) => {
  const { title, questions, deadline, given, schools } = found
  if (!isAsked(found)) return Promise.resolve(refuse('DRAW_STATE', { facts: { state: stateOf(found, now) } }))
  const survey: Survey = {
    drawId,
    childId,
    title,
    questions,
    deadline,
    answered: given.length > 0,
    now,
    schoolName: '',
  }
  return Promise.resolve(succeed({ ...survey, schoolName: schools[0]?.name ?? '' }))
}

function stateOf({ voided, own, given, deadline }: FoundSurvey, now: number): string {
  if (own.length === 0) return 'not_drawn'
  if (voided) return 'void'
  return given.length > 0 ? 'answered' : isPast(deadline, now) ? 'over' : 'open'
}

/** The same call again, whose answer was lost: its ballot comes in, should it not be there. */
export const answerSurvey: Handler<'survey.answer', FoundSurvey> = async (input, session) => {
  const { found, now, openid, requestId, digest } = session
  const { drawId, questions, answers } = input
  const [problem] = checkAnswers({ questions }, answers)
  if (problem) return refuse('INPUT_INVALID', { field: `answers.${problem.question}` })
  const [family] = found.own
  if (!family || found.voided) return refuse('DRAW_STATE', { facts: { state: stateOf(found, now) } })
  const call = deriveId('survey', openid, requestId)
  const mine = found.given.find((each) => each.call === call)
  if (mine) return mine.digest === digest ? finish(input, family.id, session) : refuseReused()
  if (digestCall('form', questions) !== digestCall('form', found.questions)) return refuse('NOTICE_CHANGED')
  if (isPast(found.deadline, now)) return refuse('ANSWERS_LOCKED', { rule: 'N04' })
  const changed = await draws.update(
    { _id: drawId, voided: { $exists: false }, deadline: { $gte: now }, 'answered.family': { $ne: family.id } },
    { $push: { answered: { family: family.id, call, digest } } },
  )
  if (changed) return finish(input, family.id, session)
  const after = await draws.find(drawId)
  const stands = after?.answered.find((each) => each.call === call && each.digest === digest)
  return stands ? finish(input, family.id, session) : refuse('DRAW_STATE', { facts: { state: 'answered' } })
}

/** A box a class: what is shown is of the whole school. */
async function finish(
  { drawId, childId, answers, ballot }: Input<'survey.answer'>,
  family: string,
  { found, person, check }: Session & Checked & { found: FoundSurvey },
): Promise<Reply<Done>> {
  const classId = person.identities.find((each) => each.childId === childId)?.classId ?? family
  const said = { sheet: answers, ...(doubtOf(check) && { doubted: true as const }) }
  await castBallot({ _id: `${drawId}.${classId}`, schoolId: found.schoolId, noticeId: drawId, classId }, ballot, said)
  return succeed({})
}
