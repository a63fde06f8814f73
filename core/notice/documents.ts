// Decides which notices a leader reads first because of what hangs on them (C04).
import type { Role } from '../wire'
import type { NoticeDraft } from './contract'

/**
 * WeChat checks no PDF, and what no machine checks a person looks at (platform: 运营规范 10.2). A leader's own has been
 * looked at by a leader; what goes to one family stays between it and the teacher (C24).
 */
export function isDocumentReviewed(
  { documents = [], audience }: Pick<NoticeDraft, 'documents' | 'audience'>,
  role: Role,
) {
  return documents.length > 0 && audience.to !== 'child' && role !== 'principal' && role !== 'office'
}
