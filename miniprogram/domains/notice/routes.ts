// Decides where the pages of notices are, and what they need to know.
import { addressOf } from '../../services/page-address'

export const NOTICE_ROUTES = {
  notice: (query: { noticeId: string; classId: string }) => addressOf('/packages/notice/detail/detail', query),
  archive: (query: { noticeId: string; classId: string; childId: string }) =>
    addressOf('/packages/notice/print/print', query),
  signedPapers: (query: { identity: string }) => addressOf('/packages/notice/signed/signed', query),
  compose: (query: { classId?: string; noticeId?: string; to?: 'child' | 'feedback' }) =>
    addressOf('/packages/compose/compose/compose', query),
  changes: (query: { noticeId: string; classId: string }) => addressOf('/packages/notice/changes/changes', query),
  preview: () => '/packages/compose/preview/preview',
  fees: (query: { identity: string }) => addressOf('/packages/notice/fees/fees', query),
  opinions: (query: { noticeId: string; classId: string }) => addressOf('/packages/notice/opinions/opinions', query),
  answers: (query: { noticeId: string; classId?: string }) => addressOf('/packages/notice/answers/answers', query),
  board: (query: { noticeId: string; classId: string; childId?: string; printed?: string }) =>
    addressOf('/packages/notice/board/board', query),
} as const
