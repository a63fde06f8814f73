// Decides how one sees and adds message credits: one acceptance is one message (screens.md 5).
import type { Session, Template } from '@class-pact/core/contract'
import { definePage } from '../../../services/define-page'
import { askReminders } from '../../../services/reminders'
import { currentIdentity, openSession, readSession } from '../../../services/session'

const TEMPLATE_WORDS: Record<Template, string> = {
  notice: '班级通知',
  leave_result: '请假结果',
  arrival: '到校提醒',
  talk_reply: '私聊回复',
  todo: '待办',
}
/** What a family and what staff are told by WeChat. */
const FAMILY: readonly Template[] = ['notice', 'leave_result', 'arrival', 'talk_reply']
const STAFF: readonly Template[] = ['todo', 'talk_reply']

definePage({
  data: { rows: [] as { template: Template; text: string; left: string }[] },
  onSession({ session }) {
    if (session) this.say(session)
  },
  async load() {
    const reply = await openSession()
    if (reply.ok) this.say(reply.data)
    else this.setData({ 'frame.view': 'failed' })
  },
  templates(): readonly Template[] {
    return currentIdentity()?.role === 'guardian' ? FAMILY : STAFF
  },
  say({ credits }: Session) {
    const rows = this.templates().map((template) => {
      const left = credits[template] ?? 0
      return { template, text: TEMPLATE_WORDS[template], left: left > 0 ? `还能提醒${left}次` : '提醒不到' }
    })
    this.setData({ rows, 'frame.view': 'ready' })
  },
  async onInsist() {
    await askReminders(this.templates(), { insist: true })
    const { session } = readSession()
    if (session) this.say(session)
  },
})
