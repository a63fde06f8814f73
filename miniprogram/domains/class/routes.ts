// Decides where the pages of a class are, and what they need to know.
import { addressOf } from '../../services/page-address'

export const CLASS_ROUTES = {
  members: (query: { classId: string; tab?: string }) => addressOf('/packages/class/members/members', query),
  child: (query: { childId: string; classId: string }) => addressOf('/packages/class/child/child', query),
  applications: (query: { schoolId: string }) => addressOf('/packages/class/applications/applications', query),
  classInvite: (query: { classId: string; childId?: string; as?: 'head_teacher' | 'teacher' }) =>
    addressOf('/packages/class/invite/invite', query),
  appeal: () => addressOf('/packages/class/appeal/appeal', {}),
  cases: (query: { classId?: string; schoolId?: string; childId?: string; card?: string; since?: number }) =>
    addressOf('/packages/class/case/case', query),
} as const
