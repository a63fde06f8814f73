// Decides what one sees after the door: 已加入 with five lines of the pact, or how the application stands (3.1).
import type { Application } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { formatClass } from '../../../services/format'
import { definePage } from '../../../services/define-page'
import { submitOnce } from '../../../services/page-frame'
import { askReminders } from '../../../services/reminders'
import { ROUTES, openTab, replacePage } from '../../../services/routes'
import { refreshSession } from '../../../services/session'
import { sayPost } from '../../../domains/office/words'
import { ROLE_WORDS } from '../../../services/words'

const withdraw = createSender('application.withdraw')

interface StatusView {
  icon: 'check' | 'clock' | 'info'
  title: string
  sentence: string
  act: '知道了' | '再申请' | '回到今天'
  /** 撤回, while nobody has decided. */
  under: string
}

function presentApplication(application: Application): StatusView {
  const { state, className, purpose, words } = application
  const place = application.office ? '' : formatClass(className)
  const asked = [place, whatOf(application)].filter(Boolean).join('，')
  const isStaff = purpose === 'staff'
  const ended = { act: '再申请', under: '' } as const
  switch (state) {
    case 'approved':
      return {
        icon: 'check',
        title: application.office ? '已担任' : `已加入${place}`,
        sentence: application.office ? whatOf(application) : isStaff ? '邀请您的人已确认。' : '老师已核对。',
        act: '知道了',
        under: '',
      }
    case 'rejected':
      if (application.graduated)
        return {
          ...{ icon: 'info', title: `${place}已毕业` },
          sentence: isStaff ? '请联系邀请您的人。' : '这个班不再加人。孩子在别的班的，请向那个班的班主任要一张邀请。',
          ...{ act: '回到今天', under: '' },
        }
      return {
        icon: 'info',
        title: isStaff ? '没有确认' : '老师未通过',
        sentence: words ?? (isStaff ? '请联系邀请您的人。' : '请联系班主任。'),
        ...ended,
      }
    case 'withdrawn':
      return { icon: 'info', title: '已撤回', sentence: asked, ...ended }
    case 'pending':
      return {
        icon: 'clock',
        title: isStaff ? `已提交，等${application.takesOverFrom || '邀请您的人'}确认` : '已提交，等老师核对',
        sentence: asked,
        act: '回到今天',
        under: '撤回',
      }
  }
}

/** 张小明，第三个席位, or 语文任课教师 */
function whatOf({ purpose, childName, role, subject = '', office, grade }: Application): string {
  if (office) return sayPost(office, grade)
  if (purpose === 'staff') return `${subject}${role ? ROLE_WORDS[role] : ''}`
  return purpose === 'third_seat' ? `${childName}，第三个席位` : childName
}

definePage({
  data: { view: null as StatusView | null, lines: [] as string[] },
  query: { applicationId: '', token: '', joined: '', lines: '' },
  reads: 'application.read',
  loadsOnShow: true,
  ask({ applicationId }) {
    return { applicationId }
  },
  present(application) {
    return { view: presentApplication(application) }
  },
  async load() {
    const { applicationId, joined, lines } = this.query
    if (!applicationId) {
      const view: StatusView = { icon: 'check', title: `已加入${joined}`, sentence: '', act: '知道了', under: '' }
      this.setData({ view, lines: lines.split('\n').filter(Boolean), 'frame.view': 'ready' })
      return
    }
    await this.read()
    if (this.data.view?.icon === 'check') await refreshSession()
  },
  async onWithdraw() {
    const reply = await submitOnce(this, () => withdraw({ applicationId: this.query.applicationId }))
    if (reply?.ok) this.setData({ view: presentApplication(reply.data) })
    else if (reply) await this.load()
  },
  onAct() {
    const act = this.data.view?.act
    const { token } = this.query
    if (act === '再申请' && token) return replacePage(ROUTES.invite({ token }))
    if (act === '知道了') void askReminders(['notice', 'arrival'])
    openTab('today')
  },
})
