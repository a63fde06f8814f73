// Decides the words for a child that goes, and for its line that nobody waits for any more (L12).
import type { Closed, Day, LeavingCause } from '@class-pact/core/contract'
import { formatDate } from '../../services/format'

export const LEAVING_WORDS: Record<LeavingCause, string> = { left: '离校', transferred: '转学', suspended: '休学' }

/** What a child's place in a class has become. */
export const FORMER_WORDS: Record<Closed, string> = { left: '已离校', suspended: '休学', archived: '已毕业' }

/** 9月3日起转学 */
export const describeLeaving = ({ cause, from }: { cause: LeavingCause; from: Day }): string =>
  `${formatDate(from)}起${LEAVING_WORDS[cause]}`
