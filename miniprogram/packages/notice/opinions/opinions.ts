// Decides how families' opinions on a letter are read by its author and the leaders: as they came, unranked (N07).
import type { Opinion } from '@class-pact/core/contract'
import { definePage } from '../../../services/define-page'
import { formatClass, formatMoment } from '../../../services/format'

const UNREAD = '这条还没通过检查，由学校负责人来看。'

definePage({
  data: { title: '', opinions: [] as { childId: string; words: string; sub: string }[] },
  query: { noticeId: '', classId: '' },
  reads: 'slip.opinions',
  ask({ noticeId, classId }) {
    return { noticeId, classId }
  },
  present({ title, className, opinions }) {
    return {
      title: `${title}，${formatClass(className)}，意见${opinions.length}条`,
      opinions: opinions.map(({ childId, words = UNREAD, signer, at, doubted }: Opinion) => ({
        ...{ childId, words },
        sub: [signer, formatMoment(at, Date.now()), doubted && '微信检查：需留意'].filter(Boolean).join('，'),
      })),
    }
  },
})
