// Decides how somebody finds what they signed for a child that has left the class: it is still theirs to read (L12).
import type { SignedPaper } from '@class-pact/core/contract'
import { definePage } from '../../../services/define-page'
import { formatClass, formatMoment } from '../../../services/format'
import { openSession } from '../../../services/session'
import { ROUTES, openPage } from '../../../services/routes'

definePage({
  data: { title: '', papers: [] as { key: string; index: number; title: string; sub: string }[] },
  query: { identity: '' },
  reads: 'slip.signed',
  list: 'papers',
  isForFamily: true,
  async onLoad() {
    await openSession()
    await this.load()
  },
  ask({ identity }) {
    return identity ? { identity } : undefined
  },
  present({ childName, papers }) {
    const now = Date.now()
    return {
      title: childName,
      papers: papers.map(({ title, className, signer, signedAt }: SignedPaper, index) => ({
        key: `${index}`,
        index,
        title,
        sub: `${formatClass(className)}，${signer}，${formatMoment(signedAt, now)}签`,
      })),
    }
  },
  onPaper(event: TapEvent) {
    const paper = this.answer?.papers[Number(event.currentTarget.dataset['index'])]
    if (paper) openPage(ROUTES.notice({ noticeId: paper.noticeId, classId: paper.classId }))
  },
})
