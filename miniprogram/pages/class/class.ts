// Decides what the class page shows: one block an own child, or a teacher's doors.
import type { Identity, LeaveCard, LeaveList } from '@class-pact/core/contract'
import { call } from '../../services/cloud'
import { definePage } from '../../services/define-page'
import { newLongList, type LongList } from '../../services/long-list'
import { ROUTES, openPage } from '../../services/routes'
import { currentIdentity, openSession, ownChildren } from '../../services/session'
import { presentFamilyClass, presentStaffClass, presentSupervised, type ClassView } from './present'

definePage({
  data: { blocks: [] as ClassView[] },
  families: [] as { identity: Identity; leaves: LongList<LeaveList, LeaveCard> }[],
  isTab: true,
  reads: 'today.read',
  ask() {
    const identity = currentIdentity()
    return identity && { identity: identity.key }
  },
  present(today) {
    const identity = currentIdentity()
    return identity ? { blocks: [presentStaffClass(identity, today)] } : {}
  },
  async load() {
    await openSession()
    const identity = currentIdentity()
    if (!identity) this.setData({ blocks: [], 'frame.view': 'ready' })
    else if (identity.role === 'supervisor')
      this.setData({ blocks: [presentSupervised(identity)], 'frame.view': 'ready' })
    else if (identity.role === 'guardian') await this.loadFamilies()
    else await this.read()
  },
  async loadFamilies() {
    this.families = await Promise.all(
      ownChildren().map(async (identity) => {
        const leaves = newLongList<LeaveList, LeaveCard>((answer) => answer.leaves)
        const reply = await call('leave.list', { of: 'child', childId: identity.childId ?? '' })
        return { identity, leaves: reply.ok ? leaves.begin(reply.data) : leaves }
      }),
    )
    this.showFamilies()
  },
  showFamilies() {
    const blocks = this.families.map(({ identity, leaves: { rows, left } }) => presentFamilyClass(identity, rows, left))
    this.setData({ blocks, 'frame.view': 'ready' })
  },
  async onMoreLeaves(event: TapEvent) {
    const family = this.families[event.currentTarget.dataset['index'] as number]
    const childId = family?.identity.childId ?? ''
    const came = await family?.leaves.more((after) => call('leave.list', { of: 'child', childId, after }))
    if (came) this.showFamilies()
  },
  onAppeal() {
    openPage(ROUTES.appeal())
  },
  onDoor(event: TapEvent) {
    openPage(event.currentTarget.dataset['url'])
  },
  onLeave(event: TapEvent) {
    openPage(ROUTES.leave({ leaveId: event.currentTarget.dataset['leaveid'] }))
  },
})
