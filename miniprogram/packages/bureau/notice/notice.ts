// Decides how the bureau writes to its schools, and what it sees of it: which have published it (G22).
import { limits, type BureauNotice, type BureauReply } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatMoment } from '../../../services/format'
import { currentIdentity } from '../../../services/session'

const send = createSender('bureau.send')
const REPLIES: { value: BureauReply; label: string }[] = [
  { value: 'read', label: '已读' },
  { value: 'confirm', label: '确认' },
]

function presentNotice({ noticeId, title, sentAt, schools }: BureauNotice) {
  const published = schools.filter((each) => each.published).length
  const waiting = schools.filter((each) => !each.published).map(({ schoolName }) => schoolName)
  const sub = `${formatMoment(sentAt, Date.now())}，已发布${published}所，未发布${waiting.length}所`
  return { noticeId, title, sub, waiting: waiting.length > 0 ? `未发布：${waiting.join('、')}` : '' }
}

definePage({
  data: {
    ...{ titleMax: limits.TITLE_MAX, bodyMax: limits.BODY_MAX, title: '', body: '' },
    ...{ replies: REPLIES, replyMode: 'read' as BureauReply },
    notices: [] as ReturnType<typeof presentNotice>[],
  },
  reads: 'bureau.notices',
  list: 'notices',
  refusesInPanel: true,
  actsAs: ({ role }) => role === 'bureau',
  ask() {
    const identity = currentIdentity()
    return identity && { identity: identity.key }
  },
  present({ notices }) {
    return { notices: notices.map(presentNotice) }
  },
  onNew() {
    this.openPanel('new')
  },
  onTitle(event: WechatMiniprogram.Input) {
    this.setData({ title: event.detail.value })
  },
  onBody(event: WechatMiniprogram.TextareaInput) {
    this.setData({ body: event.detail.value })
  },
  onReply(event: ToldEvent<{ value: BureauReply }>) {
    this.setData({ replyMode: event.detail.value })
  },
  async onSend() {
    const { title, body, replyMode } = this.data
    const identity = currentIdentity()?.key ?? ''
    if (!(await this.act(() => send({ identity, title, body, replyMode })))) return
    this.setData({ title: '', body: '' })
    await this.load()
  },
})
