// Decides which 今天 a person sees: a family's, a teacher's, a leader's, or the door for somebody without a class.
import type { Instant, Today } from '@class-pact/core/contract'
import { showBadges } from '../../services/badges'
import { definePage } from '../../services/define-page'
import { showTab } from '../../services/page-frame'
import { formatClass } from '../../services/format'
import { ROUTES, openPage, openTab } from '../../services/routes'
import { scanCode } from '../../domains/join/scan'
import { BUREAU_DOORS } from '../../domains/bureau/doors'
import { currentIdentity, formerIdentities, lookBackAs, openSession, refreshSession } from '../../services/session'

const SECOND_MS = 1000

/** none: known to no class yet. */
type Face = '' | 'none' | 'bureau' | 'guardian' | 'staff' | 'leader' | 'officer'
const FACES = {
  guardian: 'guardian',
  supervisor: 'guardian',
  head_teacher: 'staff',
  teacher: 'staff',
  office: 'leader',
  principal: 'leader',
  officer: 'officer',
  stand_in: 'officer',
} as const

const missingIn = ({ missing }: { missing?: readonly object[] }): number => missing?.length ?? 0

/** Badges count only what waits for this person. */
function countWaiting(today: Today): void {
  if (today.role === 'guardian') showBadges({ notices: today.total })
  else if (today.role === 'officer') showBadges({})
  else if (today.role === 'stand_in') showBadges({ today: missingIn(today), class: today.pendingLeaves })
  else if ('pendingLeaves' in today)
    showBadges({ today: missingIn(today), class: today.pendingLeaves + today.applications + today.held })
  else
    showBadges({
      today: missingIn(today) + today.incidentsTotal + today.heldTotal + today.total + today.applications,
    })
}

/** The page's one long list goes on where it ended; everything else is as it was. */
function goOn(today: Today, more: Today): Today {
  if (today.role === 'guardian' && more.role === 'guardian')
    return { ...today, unsigned: [...today.unsigned, ...more.unsigned], next: more.next }
  if ('running' in today && 'running' in more)
    return { ...today, running: [...today.running, ...more.running], next: more.next }
  if ('overdue' in today && 'overdue' in more)
    return { ...today, overdue: [...today.overdue, ...more.overdue], next: more.next }
  return today
}

definePage({
  data: {
    face: '' as Face,
    who: '',
    today: null as Today | null,
    switching: false,
    /** What the cloud's clock is ahead of the phone's, by the last fresh answer. */
    skew: 0,
    /** Classes that have graduated, for somebody who is in no other (L13). */
    past: [] as { key: string; text: string }[],
    doors: BUREAU_DOORS,
  },
  isTab: true,
  follows: true,
  reads: 'today.read',
  grow: goOn,
  ask() {
    const identity = currentIdentity()
    return identity && { identity: identity.key }
  },
  present(today) {
    countWaiting(today)
    return { today, face: FACES[today.role], who: currentIdentity()?.card ?? '' }
  },
  async load() {
    let session = await openSession()
    // Whoever waits to be let in may have been let in meanwhile.
    if (session.ok && session.data.identities.length === 0) session = await refreshSession()
    if (session.ok && session.data.identities.length === 0) return this.showDoor()
    if (currentIdentity()?.role === 'bureau') return this.showBureau()
    const reply = await this.read()
    if (reply.ok) this.follow(reply.data.now)
    // Reading looks again who somebody is when the last thing they were has ended meanwhile.
    session = await openSession()
    if (session.ok && session.data.identities.length === 0) return this.showDoor()
    showTab(this, this.hasDock())
  },
  /** Timers show seconds: what differs by less is drawn already. */
  follow(now: Instant) {
    const skew = Math.round((now - Date.now()) / SECOND_MS) * SECOND_MS
    if (skew !== this.data.skew) this.setData({ skew })
  },
  showDoor() {
    showBadges({})
    const past = formerIdentities().map(({ key, className = '', childName }) => ({
      key,
      text: `${childName ? `${childName}，` : ''}${formatClass(className)}已毕业，资料保留可看`,
    }))
    this.setData({ face: 'none', past, 'frame.view': 'ready' })
    showTab(this, true)
  },
  /** A bureau has no day at a school: its pages, and nothing to wait for (G22). */
  showBureau() {
    showBadges({})
    this.setData({ face: 'bureau', who: currentIdentity()?.card ?? '', 'frame.view': 'ready' })
    showTab(this, true)
  },
  onDoor(event: TapEvent) {
    openPage(ROUTES[event.currentTarget.dataset['to'] as (typeof BUREAU_DOORS)[number]['to']]())
  },
  onBureauNotice() {
    openPage(ROUTES.bureauNotice())
  },
  /** A family with nothing to do has no ▶; everybody else has one. */
  hasDock(): boolean {
    const { face, today } = this.data
    return face !== '' && face !== 'officer' && !(today?.role === 'guardian' && today.unsigned.length === 0)
  },
  onWho() {
    this.setData({ switching: true })
  },
  onSwitched() {
    this.setData({ switching: false })
  },
  onPast(event: TapEvent) {
    lookBackAs(event.currentTarget.dataset['key'])
    openTab('notices')
  },
  onOpenSchool() {
    openPage(ROUTES.schoolSetup())
  },
  onScan() {
    void scanCode()
  },
})
