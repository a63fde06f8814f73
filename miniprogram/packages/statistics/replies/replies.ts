// Decides whose figures of answers somebody reads: a class's by teacher, a school's by class (T10, T11, X07).
import type { Input } from '@class-pact/core/contract'
import { leaderWord } from '../../../domains/talk/words'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage } from '../../../services/routes'
import { currentIdentity, isLeader } from '../../../services/session'
import { presentReplies, type RepliesView } from './present'

definePage({
  data: { view: null as RepliesView | null },
  query: { classId: '', schoolId: '' },
  reads: 'talk.figures',
  actsAs({ role, classId, schoolId }, query) {
    if (isLeader(role)) return !query.schoolId || schoolId === query.schoolId
    return role === 'head_teacher' && classId === query.classId
  },
  ask({ classId, schoolId }): Input<'talk.figures'> | undefined {
    if (classId) return { of: 'class', classId }
    return schoolId ? { of: 'school', schoolId } : undefined
  },
  present(figures) {
    return { view: presentReplies(figures, leaderWord(currentIdentity()?.schoolKind)) }
  },
  onClass(event: TapEvent) {
    openPage(ROUTES.replies({ classId: event.currentTarget.dataset['id'] as string }))
  },
})
