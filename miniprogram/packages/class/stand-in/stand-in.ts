// Decides how a stand-in is named: who, from which day to which; they decide leave, and nothing else (3.27, L03).
import type { Day } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatClass, formatDate, formatDay } from '../../../services/format'
import { isLeader } from '../../../services/session'

const set = createSender('standin.set')
const end = createSender('standin.end')

type Picking = '' | 'from' | 'to'

definePage({
  data: {
    className: '',
    present: '',
    staff: [] as { value: string; label: string }[],
    others: [] as { value: string; label: string }[],
    ref: '',
    from: '' as Day,
    to: '' as Day,
    fromText: '',
    toText: '',
    today: '',
    latest: '',
    picking: '' as Picking,
  },
  query: { classId: '' },
  reads: 'standin.read',
  actsAs({ role, classId }, query) {
    return isLeader(role) || (role === 'head_teacher' && classId === query.classId)
  },
  ask({ classId }) {
    return { classId }
  },
  present({ className, today, latest, present, staff }) {
    const options = (isOfClass: boolean) =>
      staff.filter((each) => each.isOfClass === isOfClass).map(({ ref, card }) => ({ value: ref, label: card }))
    const { from = '', to = '' } = this.data
    return {
      ...{ className: formatClass(className), today, latest, staff: options(true), others: options(false) },
      present: present ? `${present.card}代理，${formatDate(present.from)}到${formatDate(present.to)}` : '',
      ...daysOf(from || today, to || today),
    }
  },
  onStaff(event: ToldEvent<{ value: string }>) {
    this.setData({ ref: event.detail.value, refusal: null })
  },
  onDay(event: TapEvent) {
    this.setData({ picking: event.currentTarget.dataset['what'] as Picking })
    this.lock(true)
  },
  onPicked(event: ToldEvent<{ value: string }>) {
    const day = event.detail.value.slice(0, 10)
    const { picking, from, to } = this.data
    const next =
      picking === 'from' ? { from: day, to: to < day ? day : to } : { from: day < from ? day : from, to: day }
    this.setData({ ...daysOf(next.from, next.to), refusal: null })
    this.onPickerClose()
  },
  onPickerClose() {
    this.setData({ picking: '' })
    this.lock(false)
  },
  async onSet() {
    const { ref, from, to } = this.data
    if (!ref) return
    const { classId } = this.query
    if (await this.act(() => set({ classId, ref, from, to }))) await this.load()
  },
  async onEnd() {
    const { confirm } = await wx.showModal({
      title: '结束代理',
      content: `${this.data.present}。结束后，假条只由班主任批。`,
      confirmText: '结束',
      cancelText: '不结束',
    })
    const { classId } = this.query
    if (confirm && (await this.act(() => end({ classId })))) await this.load()
  },
})

const daysOf = (from: Day, to: Day) => ({ from, to, fromText: formatDay(from), toText: formatDay(to) })
