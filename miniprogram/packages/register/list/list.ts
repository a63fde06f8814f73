// Decides what 该办的事 opens: a sheet, a page for all classes, the table of a register (screens.md 3.24).
import type { DueRow } from '@class-pact/core/contract'
import { ROUTES, openPage } from '../../../services/routes'
import { definePage } from '../../../services/define-page'
import { currentIdentity } from '../../../services/session'
import { keyOf, presentList, type ListView, type Span } from './present'

definePage({
  data: { view: null as ListView | null },
  query: { schoolId: '', classId: '' },
  reads: 'register.due',
  loadsOnShow: true,
  follows: true,
  actsAs({ schoolId, classId }, query) {
    return (!query.schoolId || schoolId === query.schoolId) && (!query.classId || classId === query.classId)
  },
  ask() {
    const identity = currentIdentity()
    return identity && { identity: identity.key }
  },
  present(due) {
    return { view: presentList(due, this.data.view?.span) }
  },
  onSpan(event: TapEvent) {
    if (this.answer) this.setData({ view: presentList(this.answer, event.currentTarget.dataset['span'] as Span) })
  },
  onRow(event: TapEvent) {
    const row = this.answer?.rows.find((each) => keyOf(each) === event.currentTarget.dataset['key'])
    if (row) openPage(addressOfRow(row))
  },
  /** Of 随时可记 and of 查看. */
  onNamed(event: TapEvent) {
    const { list, index } = event.currentTarget.dataset as { list: 'open' | 'readable'; index: number }
    const named = this.answer?.[list][index]
    if (!named || !this.answer) return
    const { register, classId } = named
    const { schoolId } = this.answer
    const query = { register, schoolId, ...(classId && { classId }) }
    if (list === 'readable') return openPage(ROUTES.registerTable(query))
    openPage('grid' in named && named.grid ? ROUTES.registerGrid(query) : ROUTES.registerForm(query))
  },
})

/** A line that waits for one of its steps opens the entry; otherwise the sheet of its slot. */
function addressOfRow({ register, schoolId, classId, subject, slot, entryId, grid }: DueRow): string {
  const of = { register, schoolId, ...(classId && { classId }) }
  if (grid && !entryId) return ROUTES.registerGrid({ ...of, slot })
  return ROUTES.registerForm({
    ...of,
    ...(entryId ? { entryId } : { slot }),
    ...(subject && { subject: subject.id }),
  })
}
