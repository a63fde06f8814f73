// Decides how a principal reads what the bureau has sent, and publishes it with one tap, or not (G22, N01).
import type { BureauNoticeState, ReceivedNotice } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatMoment, formatRelease } from '../../../services/format'

const publish = createSender('bureau.publish')
const decline = createSender('bureau.decline')

const STATE_WORDS: Record<BureauNoticeState, string> = { waiting: '', published: '已发布', declined: '没有发布' }

function presentReceived({ letterId, bureau, title, body, sentAt, state }: ReceivedNotice) {
  const sub = `${bureau}，${formatMoment(sentAt, Date.now())}`
  return { letterId, title, body, sub, state: STATE_WORDS[state], open: state === 'waiting' }
}

definePage({
  data: { notices: [] as ReturnType<typeof presentReceived>[] },
  query: { schoolId: '' },
  reads: 'bureau.received',
  list: 'notices',
  refusesOnTop: true,
  actsAs({ role, schoolId }, query) {
    return role === 'principal' && schoolId === query.schoolId
  },
  ask({ schoolId }) {
    return { schoolId }
  },
  present({ notices }) {
    return { notices: notices.map(presentReceived) }
  },
  async onPublish(event: TapEvent) {
    const letterId = event.currentTarget.dataset['id'] as string
    const sent = await this.act(() => publish({ schoolId: this.query.schoolId, letterId }))
    if (!sent) return
    const later = sent.releaseAt === undefined ? '已发给全校家长' : formatRelease(sent.releaseAt, Date.now())
    void wx.showToast({ title: sent.state === 'held' ? '先审核，再发出' : later, icon: 'none' })
    await this.load()
  },
  async onDecline(event: TapEvent) {
    const letterId = event.currentTarget.dataset['id'] as string
    const { confirm } = await wx.showModal({
      ...{ title: '不发布', content: '教育局会看到本校没有发布。', confirmText: '不发布', cancelText: '再看看' },
    })
    if (confirm && (await this.act(() => decline({ schoolId: this.query.schoolId, letterId })))) await this.load()
  },
})
