// Decides how an application reads: to the person who wrote it, and to whoever decides it.
import type { Application } from '@class-pact/core/contract'
import { maskName } from '@class-pact/core/family'
import { waitingForLeaders, waitingIn } from './waiting'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { applications } from './applications'
import type { ApplicationDoc } from './documents'
import { readPage, type Part } from '../../common/store/pages'
import { showWords } from '../../common/wechat/check-words'

export const readApplication: Handler<'application.read'> = async ({ applicationId }, { openid }) => {
  const application = await applications.find(applicationId)
  return application?.openid === openid ? succeed(presentToApplicant(application)) : refuse('FORBIDDEN')
}

export const listApplications: Handler<'application.list'> = async ({ after, ...of }, { openid }) => {
  const where = 'classId' in of ? waitingIn(of.classId) : waitingForLeaders(of.schoolId)
  const waiting: Part = { from: 'applications', where, order: [['createdAt', 1]], then: [{ $project: { trail: 0 } }] }
  const { rows, total, next } = await readPage<ApplicationDoc>(openid, { parts: [waiting] }, after)
  return succeed({ applications: rows.map(presentApplication), total, next })
}

/** As who decides reads it. */
export function presentApplication(application: ApplicationDoc): Application {
  const { _id: applicationId, classId, className, purpose = 'join', childId, childName, guardianName } = application
  const { relation, phone, reason, state, createdAt, role, subject, tried } = application
  const about = { applicationId, classId, className, purpose, childId, childName, guardianName, relation }
  const doubted = application.doubt !== undefined
  return { ...about, phone, reason, role, subject, tried, doubted, state, ...showWords(application), createdAt }
}

/** As who wrote it reads it: a child's name that came with an invitation was masked at the door, and stays so (C28). */
export function presentToApplicant(application: ApplicationDoc): Application {
  const { childId, childName, tried: _, ...shown } = presentApplication(application)
  return { ...shown, childName: childId ? maskName(childName) : childName }
}
