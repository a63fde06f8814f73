// Decides who reads an application: the person who wrote it, and the head teacher of the class it is for.
import type { Application } from '@class-pact/core/contract'
import { maskName } from '@class-pact/core/family'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { applications } from '../../common/store/applications'
import type { ApplicationDoc } from '../../common/store/documents'
import { showWords } from '../../common/wechat/check-words'
import { APPLICATION_LIST_MAX } from './limits'

export const readApplication: Handler<'application.read'> = async ({ applicationId }, { openid }) => {
  const application = await applications.find(applicationId)
  return application?.openid === openid ? succeed(presentToApplicant(application)) : refuse('FORBIDDEN')
}

export const listApplications: Handler<'application.list'> = async ({ classId }, { person }) => {
  const headTeacher = person.identities.find((each) => each.role === 'head_teacher' && each.classId === classId)
  if (!headTeacher) return refuse('FORBIDDEN')
  const waiting = await applications.list(
    { schoolId: headTeacher.schoolId, classId, state: 'pending' },
    { order: [['createdAt', 'asc']], limit: APPLICATION_LIST_MAX },
  )
  return succeed({ applications: waiting.map(presentApplication) })
}

/** As the head teacher reads it. */
export function presentApplication(application: ApplicationDoc): Application {
  const { _id: applicationId, classId, className, purpose = 'join', childId, childName, guardianName } = application
  const { relation, phone, reason, state, createdAt } = application
  const about = { applicationId, classId, className, purpose, childId, childName, guardianName, relation }
  const doubted = application.doubt !== undefined
  return { ...about, phone, reason, doubted, state, ...showWords(application), createdAt }
}

/** As who wrote it reads it: a child's name that came with an invitation was masked at the door, and stays so (C28). */
export function presentToApplicant(application: ApplicationDoc): Application {
  const { childId, childName, ...shown } = presentApplication(application)
  return { ...shown, childName: childId ? maskName(childName) : childName }
}
