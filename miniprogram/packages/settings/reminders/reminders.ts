// Decides how one sees and adds message credits: one acceptance is one message (screens.md 5).
import type { Session } from '@class-pact/core/contract'
import { definePage } from '../../../services/define-page'
import { SENT_TEMPLATES, askReminders, type SentTemplate } from '../../../services/reminders'
import { openSession, readSession } from '../../../services/session'

const WORDS: Record<SentTemplate, string> = { notice: '班级通知', leave_result: '请假结果' }

definePage({
  data: { rows: [] as { template: SentTemplate; text: string; left: string }[] },
  onSession({ session }) {
    if (session) this.say(session)
  },
  async load() {
    const reply = await openSession()
    if (reply.ok) this.say(reply.data)
    else this.setData({ 'frame.view': 'failed' })
  },
  say({ credits }: Session) {
    const rows = SENT_TEMPLATES.map((template) => {
      const left = credits[template] ?? 0
      return { template, text: WORDS[template], left: left > 0 ? `还能提醒${left}次` : '提醒不到' }
    })
    this.setData({ rows, 'frame.view': 'ready' })
  },
  async onInsist() {
    await askReminders(SENT_TEMPLATES, { insist: true })
    const { session } = readSession()
    if (session) this.say(session)
  },
})
