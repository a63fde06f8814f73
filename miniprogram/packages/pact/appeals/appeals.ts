// Decides how the leaders read appeals, and a principal answers: upheld or lifted, never an own step (screens.md 3.4, G04).
import type { AppealDecision } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { isLeader } from '../../../services/session'
import { presentAppealed, type AppealedView } from './present'

const answer = createSender('appeal.answer')

const SAYS: Record<AppealDecision, { title: string; effect: string }> = {
  uphold: { title: '维持', effect: '原来的处理不变，家长会看到您的说明。' },
  lift: { title: '解除', effect: '禁言马上结束，这件事了结；请出班级的，班主任可以重新邀请。家长会看到您的说明。' },
}

definePage({
  data: { appeals: [] as AppealedView[], decision: 'uphold' as AppealDecision, says: SAYS.uphold },
  query: { schoolId: '' },
  reads: 'appeal.list',
  list: 'appeals',
  actsAs({ role, schoolId }, query) {
    return isLeader(role) && schoolId === query.schoolId
  },
  ask({ schoolId }) {
    return { schoolId }
  },
  present({ appeals }) {
    return { appeals: appeals.map((each) => presentAppealed(each, Date.now())) }
  },
  onUphold(event: TapEvent) {
    this.decide(event, 'uphold')
  },
  onLift(event: TapEvent) {
    this.decide(event, 'lift')
  },
  decide(event: TapEvent, decision: AppealDecision) {
    this.openPanel(event.currentTarget.dataset['id'], { decision, says: SAYS[decision] })
  },
  async onSend({ detail: { words } }: ToldEvent<{ words: string }>) {
    const { panel: caseId, decision } = this.data
    if (await this.act(() => answer({ caseId, decision, words }))) await this.load()
  },
})
