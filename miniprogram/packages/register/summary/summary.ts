// Decides how the figures of a register are looked at: another period, one class of many, and what they rest on.
import type { Day, Input } from '@class-pact/core/contract'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage } from '../../../services/routes'
import { currentIdentity, isLeader } from '../../../services/session'
import { fitsPlace } from '../parts/who-acts'
import { presentSummary, type SummaryView } from './present'

definePage({
  data: { view: null as SummaryView | null },
  query: { register: '', schoolId: '', classId: '' },
  /** A day of the period that is looked at; empty: the present one. */
  on: '' as Day,
  drawsAll: false,
  reads: 'register.summary',
  actsAs: fitsPlace,
  ask({ register, schoolId, classId }): Input<'register.summary'> | undefined {
    if (!register || !schoolId) return undefined
    return { register, schoolId, ...(classId && { classId }), ...(this.on && { on: this.on }) }
  },
  present(summary): object {
    return { view: presentSummary(summary, { isLeader: isLeader(currentIdentity()?.role), drawsAll: this.drawsAll }) }
  },
  onTurn(event: TapEvent) {
    this.on = event.currentTarget.dataset['day'] as Day
    this.drawsAll = false
    void this.load()
  },
  onRest() {
    this.drawsAll = true
    this.show()
  },
  onClass(event: TapEvent) {
    const classId = event.currentTarget.dataset['id'] as string
    const { register, schoolId } = this.query
    if (classId && classId !== this.query.classId) openPage(ROUTES.registerSummary({ register, schoolId, classId }))
  },
  onTable() {
    const { register, schoolId, classId } = this.query
    openPage(ROUTES.registerTable({ register, schoolId, ...(classId && { classId }) }))
  },
})
