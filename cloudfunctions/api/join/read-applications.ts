// Decides who reads an application: the person who wrote it, and the head teacher of the class it is for.
import type { Application } from '@class-pact/core/contract'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { applications } from '../../common/store/applications'
import type { ApplicationDoc } from '../../common/store/documents'
import { APPLICATION_LIST_MAX } from './limits'

export const readApplication: Handler<'application.read'> = async ({ applicationId }, { openid }) => {
  const application = await applications.find(applicationId)
  return application?.openid === openid ? succeed(presentApplication(application)) : refuse('FORBIDDEN')
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

export function presentApplication(application: ApplicationDoc): Application {
  const { _id: applicationId, classId, className, childName, guardianName } = application
  const { relation, phone, state, words, createdAt } = application
  return { applicationId, classId, className, childName, guardianName, relation, phone, state, words, createdAt }
}
