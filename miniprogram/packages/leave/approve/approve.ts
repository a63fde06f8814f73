// Decides how leave requests are approved: one tap, ten seconds to think again (screens.md 3.11, L03).
import { limits, type Leave } from '@class-pact/core/contract'
import { sayNext } from '../../../domains/leave/words'
import { askFamily } from '../../../domains/class/phone-call'
import { createSender } from '../../../services/cloud'
import { plainRefusal } from '../../../services/refusals'
import { offer } from '../../../services/way-outs'
import { definePage } from '../../../services/define-page'
import { STAFF_TEMPLATES, askReminders } from '../../../services/reminders'
import { currentIdentity } from '../../../services/session'
import { REJECT_WORDS, presentLeaves } from './present'
import type { ApproveView } from './present'

const decide = createSender('leave.decide')
const undo = createSender('leave.undo')
const SECOND_MS = 1000
const NOTHING = { leaveId: '', seconds: 0, said: '', next: '' }
const schoolKind = () => currentIdentity()?.schoolKind ?? 'primary'

definePage({
  data: {
    view: null as ApproveView | null,
    /** The card that was just approved, and the seconds left to take it back. */
    undoing: NOTHING,
    /** The name on the card that is being rejected. */
    rejecting: '',
    ready: REJECT_WORDS,
    canCall: false,
    tab: 'open' as 'open' | 'decided',
  },
  query: { classId: '', schoolId: '' },
  timer: 0,
  reads: 'leave.list',
  list: 'leaves',
  actsAs({ role, classId, schoolId }, query) {
    if (query.schoolId) return (role === 'principal' || role === 'office') && schoolId === query.schoolId
    return (role === 'head_teacher' || role === 'stand_in') && classId === query.classId
  },
  ask({ classId, schoolId }) {
    return schoolId ? { of: 'school', schoolId } : { of: 'class', classId }
  },
  present({ leaves, waiting }, left) {
    const reader = { isSchool: this.query.schoolId !== '', schoolKind: schoolKind() }
    const view = presentLeaves({ leaves, waiting, left }, Date.now(), reader)
    // The numbers are not for who stands in (C28).
    return { view, left: view.openLeft, canCall: currentIdentity()?.role !== 'stand_in' }
  },
  onUnload() {
    clearInterval(this.timer)
  },
  onTab(event: TapEvent) {
    this.setData({ tab: event.currentTarget.dataset['tab'] as 'open' | 'decided' })
  },

  async onApprove(event: TapEvent) {
    const leaveId: string = event.currentTarget.dataset['id']
    void askReminders(STAFF_TEMPLATES)
    const decided = await this.act(() => decide({ leaveId, approve: true }), leaveId)
    if (decided) this.countDown(decided)
  },
  /** The card stays for ten seconds with [撤销]; then the family is told, or it goes on (L14). */
  countDown({ leaveId, state, progress }: Leave) {
    clearInterval(this.timer)
    const undoing = {
      ...{ leaveId, seconds: limits.UNDO_MS / SECOND_MS },
      said: state === 'pending' ? '已同意' : '已批准',
      next: sayNext(progress, schoolKind()),
    }
    this.setData({ undoing, refusal: null, refusedId: '' })
    this.timer = setInterval(() => {
      const seconds = this.data.undoing.seconds - 1
      if (seconds > 0) this.setData({ 'undoing.seconds': seconds })
      else this.endUndo()
    }, SECOND_MS)
  },
  endUndo() {
    clearInterval(this.timer)
    this.setData({ undoing: NOTHING })
    void this.load()
  },
  async onUndo() {
    const { leaveId } = this.data.undoing
    clearInterval(this.timer)
    await this.act(() => undo({ leaveId }), leaveId)
    this.endUndo()
  },

  async onCall(event: TapEvent) {
    const { child, id, name } = event.currentTarget.dataset as Record<'child' | 'id' | 'name', string>
    const reply = await askFamily(child, name)
    if (!reply.ok) return this.refuse(reply.error, id)
    const [first] = reply.data
    if (first) wx.makePhoneCall({ phoneNumber: first.phone, fail: () => undefined })
    else {
      const refusal = plainRefusal(`名单里没有${name}家的电话。`, [offer('acknowledge')])
      this.setData({ refusal, refusedId: id })
    }
  },

  onReject(event: TapEvent) {
    const { id, name } = event.currentTarget.dataset as Record<'id' | 'name', string>
    this.openPanel(id, { rejecting: name })
  },
  async onSendReject({ detail: { words } }: ToldEvent<{ words: string }>) {
    const leaveId = this.data.panel
    if (await this.act(() => decide({ leaveId, approve: false, words }), leaveId)) await this.load()
  },
  onProof(event: TapEvent) {
    const { id, index } = event.currentTarget.dataset as { id: string; index: number }
    const card = this.data.view?.open.find(({ leaveId }) => leaveId === id)
    const urls = card?.proof.map(({ url }) => url) ?? []
    void wx.previewImage({ urls, current: urls[index] ?? '' })
  },
})
