// Decides where the pages of talk are, and what they need to know.
import type { TalkAbout } from '@class-pact/core/contract'
import { addressOf } from '../../services/page-address'

export const TALK_ROUTES = {
  /** Of an own child, of a teacher's class, or what lies with the leaders of a school: 校长信箱. */
  talks: (query: { childId?: string; classId?: string; schoolId?: string }) =>
    addressOf('/packages/talk/list/list', query),
  talk: (query: { talkId: string }) => addressOf('/packages/talk/thread/thread', query),
  /** A new thread: of a family about its child, or of a teacher about a child of the class; `about`: 意见箱. */
  talkWrite: (query: { childId?: string; classId?: string; about?: TalkAbout; matter?: string }) =>
    addressOf('/packages/talk/write/write', query),
} as const
