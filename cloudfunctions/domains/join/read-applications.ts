// Decides how an application reads: to the person who wrote it, and to whoever decides it.
import type { Application } from '@class-pact/core/contract'
import { maskName } from '@class-pact/core/family'
import { waitingForLeaders, waitingIn } from './waiting'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { applications } from './applications'
import type { ApplicationDoc, Offered } from './documents'
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'
import { readPage, type Part } from '../../common/store/pages'
import { showWords } from '../../common/wechat/check-words'

export const readApplication: Handler<'application.read'> = async ({ applicationId }, { openid }) => {
  const application = await applications.find(applicationId)
  return application?.openid === openid ? succeed(presentToApplicant(application)) : refuse('FORBIDDEN')
}

export const listApplications: Handler<'application.list'> = async ({ after, ...of }, { openid, identity }) => {
  const where = 'classId' in of ? waitingIn(of.classId) : waitingForLeaders(of.schoolId, identity.role)
  const then = [lookUpHeadships, { $project: { trail: 0 } }]
  const waiting: Part = { from: 'applications', where, order: [['createdAt', 1]], then }
  const { rows, total, next } = await readPage<Presented>(openid, { parts: [waiting] }, after)
  return succeed({ applications: rows.map(presentApplication), total, next })
}

/** The classes of the school that an applicant leads already: a warning where they are to lead another (D12). */
const lookUpHeadships: Stage = {
  $lookup: {
    from: 'classes',
    let: { who: '$openid', school: '$schoolId' },
    pipeline: [
      { $match: { $expr: { $and: [{ $eq: ['$headTeacher.openid', '$$who'] }, { $eq: ['$schoolId', '$$school'] }] } } },
      { $limit: BOUNDS.classesOfSchool },
      { $project: { name: 1 } },
    ],
    as: 'headed',
  },
}

type Presented = ApplicationDoc & { headed?: { _id: string; name: string }[] }

/** As who decides reads it. */
export function presentApplication(application: Presented): Application {
  const { _id: applicationId, classId, className, purpose = 'join', childId, childName, guardianName } = application
  const { relation, phone, reason, state, createdAt, role, subject, tried } = application
  const about = { applicationId, classId, className, purpose, childId, childName, guardianName, relation }
  const doubted = application.doubt !== undefined
  const { before, offered, headed = [] } = application
  const others = role === 'head_teacher' ? headed.filter(({ _id }) => _id !== classId) : []
  return {
    ...{ ...about, phone, reason, role, subject, tried, doubted, state, ...showWords(application), createdAt },
    ...(before && { takesOverFrom: before.card }),
    ...(state === 'rejected' && application.graduated !== undefined && { graduated: true as const }),
    ...(others.length > 0 && { alsoHeads: others.map(({ name }) => name) }),
    ...(offered && describeOffered(offered)),
  }
}

function describeOffered({ office, grade, until, takesOver }: Offered): Partial<Application> {
  return { office, grade, until, ...(takesOver && { takesOver: true }) }
}

/** As who wrote it reads it: a child's name that came with an invitation was masked at the door, and stays so (C28). */
export function presentToApplicant(application: ApplicationDoc): Application {
  const { childId, childName, tried: _, ...shown } = presentApplication(application)
  return { ...shown, childName: childId ? maskName(childName) : childName }
}
