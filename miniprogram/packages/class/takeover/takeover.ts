// Decides how a head teacher who is new ticks off what they take over (E02).
import type { TakeoverItem } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage, openTab } from '../../../services/routes'
import { presentTakeover, type ItemView } from './present'

const tick = createSender('takeover.tick')

definePage({
  data: { className: '', done: false, items: [] as ItemView[] },
  query: { classId: '' },
  loadsOnShow: true,
  refusesOnTop: true,
  reads: 'takeover.read',
  actsAs({ role, classId }, query) {
    return role === 'head_teacher' && classId === query.classId
  },
  ask({ classId }) {
    return { classId }
  },
  present(takeover) {
    return presentTakeover(takeover)
  },
  onOpen(event: TapEvent) {
    const item = event.currentTarget.dataset['item'] as TakeoverItem
    const { classId } = this.query
    if (item === 'notices') openTab('notices')
    else openPage(item === 'leaves' ? ROUTES.approve({ classId }) : ROUTES.members({ classId }))
  },
  async onTick(event: TapEvent) {
    const item = event.currentTarget.dataset['item'] as TakeoverItem
    const { classId } = this.query
    if (await this.act(() => tick({ classId, item }))) await this.load()
  },
})
