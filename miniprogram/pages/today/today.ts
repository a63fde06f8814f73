// Decides which 今天 a person sees: a family's, a teacher's, a leader's, or the door for somebody without a class.
import type { Today } from '@class-pact/core/contract'
import { showBadges } from '../../services/badges'
import { call } from '../../services/cloud'
import { loadPage, newFrame, showTab, submitOnce } from '../../services/page-frame'
import { ROUTES, openPage } from '../../services/routes'
import { scanInvitation } from '../../services/scan'
import { currentIdentity, openSession, refreshSession, subscribeSession } from '../../services/session'

/** none: known to no class yet. */
type Face = '' | 'none' | 'guardian' | 'staff' | 'leader'
const FACES = {
  guardian: 'guardian',
  supervisor: 'guardian',
  head_teacher: 'staff',
  teacher: 'staff',
  office: 'leader',
  principal: 'leader',
} as const

/** Badges count only what waits for this person. */
function countWaiting(today: Today): void {
  if (today.role === 'guardian') showBadges({ notices: today.total })
  else if ('pendingLeaves' in today) showBadges({ class: today.pendingLeaves + today.applications + today.held })
  else showBadges({ today: today.heldTotal + today.total + today.applications })
}

/** The page's one long list goes on where it ended; everything else is as it was. */
function goOn(today: Today, more: Today): Today {
  if (today.role === 'guardian' && more.role === 'guardian')
    return { ...today, duties: [...today.duties, ...more.duties], next: more.next }
  if ('running' in today && 'running' in more)
    return { ...today, running: [...today.running, ...more.running], next: more.next }
  if ('overdue' in today && 'overdue' in more)
    return { ...today, overdue: [...today.overdue, ...more.overdue], next: more.next }
  return today
}

Page({
  data: { frame: newFrame(), face: '' as Face, who: '', today: null as Today | null, switching: false },
  /** The identity whose today is on the screen. */
  shownKey: '',
  stopListening: undefined as (() => void) | undefined,
  onLoad() {
    this.stopListening = subscribeSession(({ identity }) => {
      if (identity && this.shownKey && identity.key !== this.shownKey) void this.reload()
    })
  },
  onUnload() {
    this.stopListening?.()
  },
  onShow() {
    showTab(this, this.hasDock())
    void this.reload()
  },
  async onPullDownRefresh() {
    await this.reload()
    void wx.stopPullDownRefresh()
  },
  async reload() {
    let session = await openSession()
    // Whoever waits to be let in may have been let in meanwhile.
    if (session.ok && session.data.identities.length === 0) session = await refreshSession()
    if (session.ok && session.data.identities.length === 0) {
      showBadges({})
      this.setData({ face: 'none', 'frame.view': 'ready' })
      showTab(this, true)
      return
    }
    const identity = currentIdentity()
    this.shownKey = identity?.key ?? ''
    await loadPage(
      this,
      'today.read',
      () => identity && { identity: identity.key },
      (today) => {
        countWaiting(today)
        return { today, face: FACES[today.role], who: identity?.card ?? '' }
      },
    )
    showTab(this, this.hasDock())
  },
  async onMore() {
    const { today } = this.data
    const after = today?.next
    if (!today || after === undefined) return
    const reply = await submitOnce(this, () => call('today.read', { identity: this.shownKey, after }))
    if (reply?.ok && this.data.today === today) this.setData({ today: goOn(today, reply.data) })
  },
  /** A family with nothing to do has no ▶; everybody else has one. */
  hasDock(): boolean {
    const { face, today } = this.data
    return face !== '' && !(today?.role === 'guardian' && today.duties.length === 0)
  },
  onWho() {
    this.setData({ switching: true })
  },
  onSwitched() {
    this.setData({ switching: false })
  },
  onOpenSchool() {
    openPage(ROUTES.schoolSetup())
  },
  onScan() {
    void scanInvitation()
  },
})
