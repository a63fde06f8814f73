// Decides how a family books and gives back a time, and how the school looks through, notes and takes back a day (H13).
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatClock } from '../../../services/format'
import { ROUTES, openPage } from '../../../services/routes'
import { currentIdentity, isLeader } from '../../../services/session'
import { presentReceptions, type ReceptionsView, type SlotView } from './present'

const take = createSender('booking.take')
const cancel = createSender('booking.cancel')
const note = createSender('booking.note')
const close = createSender('booking.close')

const STAFF = ['head_teacher', 'teacher']

definePage({
  data: { view: null as ReceptionsView | null, noting: '' },
  query: { classId: '', childId: '' },
  reads: 'booking.list',
  loadsOnShow: true,
  refusesOnTop: true,
  chosen: { receptionId: '', childId: '' },

  actsAs({ role, classId, childId }, query) {
    if (query.childId) return role === 'guardian' && childId === query.childId
    return isLeader(role) || (classId === query.classId && (STAFF.includes(role) || role === 'guardian'))
  },
  ask({ classId }) {
    return classId ? { classId } : undefined
  },
  present(found) {
    const identity = currentIdentity()
    const isFamily = identity?.role === 'guardian'
    return { view: presentReceptions(found, isFamily ? (identity.childId ?? '') : '') }
  },
  onOpen() {
    openPage(ROUTES.receptionOpen({ classId: this.query.classId }))
  },
  onSlot(event: TapEvent) {
    const { day, time } = event.currentTarget.dataset as { day: string; time: string }
    const reception = [...(this.data.view?.days ?? []), ...(this.data.view?.over ?? [])].find(
      ({ receptionId }) => receptionId === day,
    )
    const slot = reception?.slots.find((each) => each.time === time)
    if (!reception || !slot?.act) return
    this.chosen = { receptionId: day, childId: slot.childId }
    if (slot.act === 'note') return this.openPanel('note', { noting: slot.text })
    void this.settle(slot, reception.title)
  },
  async settle({ act, time, text }: SlotView, title: string) {
    const { receptionId, childId } = this.chosen
    const isTaking = act === 'take'
    const { confirm } = await wx.showModal({
      title: isTaking ? '预约这个时间' : '取消这个预约',
      content: `${title}，${formatClock(time)}${isTaking ? '' : `，${text}`}`,
      confirmText: isTaking ? '预约' : '取消预约',
      cancelText: '不了',
    })
    if (!confirm) return
    const done = await this.act(() =>
      isTaking ? take({ receptionId, childId, time }) : cancel({ receptionId, childId }),
    )
    if (done) await this.load()
  },
  onCame(event: ToldEvent<{ words: string }>) {
    void this.keep(true, event.detail.words)
  },
  onAbsent() {
    void this.keep(false, '')
  },
  async keep(came: boolean, words: string) {
    const { chosen } = this
    if (await this.act(() => note({ ...chosen, came, ...(words && { words }) }))) await this.load()
  },
  onClose(event: TapEvent) {
    this.chosen = { receptionId: event.currentTarget.dataset['day'] as string, childId: '' }
    this.openPanel('close')
  },
  async onClosed(event: ToldEvent<{ words: string }>) {
    const { receptionId } = this.chosen
    if (await this.act(() => close({ receptionId, words: event.detail.words }))) await this.load()
  },
})
