// Decides how a class is handed over: what is open is seen first, a successor is asked in, both sides confirm (M04).
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { ROUTES, goBack, openPage } from '../../../services/routes'
import { currentIdentity, isLeader } from '../../../services/session'
import { presentHandover, type HandoverView, type Place } from './present'

const accept = createSender('handover.accept')

definePage({
  data: { view: null as HandoverView | null, isHead: false },
  query: { classId: '' },
  loadsOnShow: true,
  reads: 'handover.read',
  actsAs({ role, classId }, query) {
    return isLeader(role) || (role === 'head_teacher' && classId === query.classId)
  },
  ask({ classId }) {
    return { classId }
  },
  present(handover) {
    return { view: presentHandover(handover, Date.now()), isHead: currentIdentity()?.role === 'head_teacher' }
  },
  onRow(event: TapEvent) {
    const { to, notice: noticeId } = event.currentTarget.dataset as { to: Place; notice: string }
    const { classId } = this.query
    if (to === 'board') openPage(ROUTES.board({ noticeId, classId }))
    // The rest is the head teacher's.
    else if (!this.data.isHead) return
    else if (to === 'leaves') openPage(ROUTES.approve({ classId }))
    else if (to === 'applications') openPage(ROUTES.members({ classId }))
    else if (to === 'cases') openPage(ROUTES.cases({ classId }))
  },
  /** The answer waits where all answers wait: with the members, or with what the leaders confirm. */
  onSuccessor() {
    const { schoolId = '' } = currentIdentity() ?? {}
    openPage(this.data.isHead ? ROUTES.members({ classId: this.query.classId }) : ROUTES.applications({ schoolId }))
  },
  onInvite() {
    openPage(ROUTES.classInvite({ classId: this.query.classId, as: 'head_teacher' }))
  },
  async onAccept() {
    const { classId } = this.query
    if (await this.act(() => accept({ classId }))) goBack()
  },
})
