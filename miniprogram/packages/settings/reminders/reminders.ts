// Decides how one sees and adds message credits, one acceptance a message, and how they come (screens.md 5).
import type { Session } from '@class-pact/core/contract'
import { call } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { FAMILY_TEMPLATES, STAFF_TEMPLATES, askReminders, type SentTemplate } from '../../../services/reminders'
import { openSession, readSession, takeDaily } from '../../../services/session'

const WORDS: Record<SentTemplate, string> = {
  notice: '班级通知',
  leave_result: '请假结果',
  arrival: '孩子未到校',
  talk_reply: '老师的回复',
  todo: '待办和学校通知',
}
const WAYS = [
  { value: 'each', label: '一份一份来' },
  { value: 'daily', label: '每天17:30一次' },
]

/** What this person can get: a family's messages, staff's, or both. */
function templatesFor({ identities }: Session): SentTemplate[] {
  const isFamily = identities.some(({ role }) => role === 'guardian')
  const isStaff = identities.some(({ role }) => role !== 'guardian' && role !== 'supervisor')
  return [...(isFamily ? FAMILY_TEMPLATES : []), ...(isStaff ? STAFF_TEMPLATES : [])]
}

definePage({
  data: {
    rows: [] as { template: SentTemplate; text: string; left: string }[],
    ways: WAYS,
    way: 'each',
    /** Only families choose: staff hear of ordinary things once a day anyway. */
    mayChoose: false,
  },
  onSession({ session }) {
    if (session) this.say(session)
  },
  async load() {
    const reply = await openSession()
    if (reply.ok) this.say(reply.data)
    else this.setData({ 'frame.view': 'failed' })
  },
  say(session: Session) {
    const templates = templatesFor(session)
    const rows = templates.map((template) => {
      const left = session.credits[template] ?? 0
      return { template, text: WORDS[template], left: left > 0 ? `还能提醒${left}次` : '提醒不到' }
    })
    const way = session.daily ? 'daily' : 'each'
    this.setData({ rows, way, mayChoose: templates.includes('notice'), 'frame.view': 'ready' })
  },
  async onInsist() {
    const { session } = readSession()
    if (!session) return
    await askReminders(templatesFor(session), { insist: true })
    const { session: after } = readSession()
    if (after) this.say(after)
  },
  async onWays(event: ToldEvent<{ value: 'each' | 'daily' }>) {
    const done = await this.act(() => call('reminders.choose', { daily: event.detail.value === 'daily' }))
    if (done) takeDaily(done.daily)
  },
})
