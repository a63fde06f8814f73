// Decides what a leader does about the school's staff: invite, hand over, name a stand-in, end an office (3.27, M17).
import { call, createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage, openTab } from '../../../services/routes'
import { currentIdentity, isLeader, refreshSession } from '../../../services/session'
import { presentStaff, sayOpen, type PostView, type StaffView } from './present'

const end = createSender('office.end')

definePage({
  data: { view: null as StaffView | null, isPrincipal: false },
  query: { schoolId: '' },
  loadsOnShow: true,
  reads: 'staff.read',
  actsAs({ role, schoolId }, query) {
    return isLeader(role) && schoolId === query.schoolId
  },
  ask({ schoolId }) {
    return { schoolId }
  },
  present(staff) {
    const { role, schoolKind = 'primary' } = currentIdentity() ?? {}
    const isPrincipal = role === 'principal'
    return { view: presentStaff(staff, isPrincipal, schoolKind), isPrincipal }
  },
  rowOf(event: TapEvent): PostView | undefined {
    const ref = event.currentTarget.dataset['ref'] as string
    return this.data.view?.groups.flatMap(({ rows }) => rows).find((row) => row.ref === ref)
  },
  async onPost(event: TapEvent) {
    const row = this.rowOf(event)
    if (!row || row.acts.length === 0) return
    const chosen = await wx.showActionSheet({ itemList: row.acts }).catch(() => undefined)
    const act = chosen && row.acts[chosen.tapIndex]
    const { classId } = row
    if (act === '代理') openPage(ROUTES.standIn({ classId }))
    else if (act === '移交' && classId) openPage(ROUTES.handover({ classId }))
    else if (act === '移交') openPage(ROUTES.officeInvite({ schoolId: this.query.schoolId, office: 'takes_over' }))
    else if (act === '结束职务') await this.endPost(row)
  },
  /** What stays open is said first. */
  async endPost({ ref, name }: PostView) {
    const { schoolId } = this.query
    const open = await call('office.open', { schoolId, ref })
    if (!open.ok) return this.refuse(open.error)
    const { confirm } = await wx.showModal({
      title: '结束职务',
      content: `${name}将立即看不到这个职务的内容。${sayOpen(open.data)}`,
      confirmText: '结束',
      cancelText: '不结束',
    })
    if (!confirm || !(await this.act(() => end({ schoolId, ref })))) return
    await refreshSession()
    if (isLeader(currentIdentity()?.role)) await this.load()
    else openTab('today')
  },
  onClass(event: TapEvent) {
    openPage(ROUTES.classInvite({ classId: event.currentTarget.dataset['id'] as string, as: 'head_teacher' }))
  },
  onInvite() {
    openPage(ROUTES.officeInvite({ schoolId: this.query.schoolId }))
  },
})
