// Decides what can be done about one child: correct, move, take off, bring back; each says first what follows (3.26).
import { LEAVING_CAUSES, type Day, type LeavingCause } from '@class-pact/core/contract'
import { createSender, type PhoneReply } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { ROUTES, goBack, openPage } from '../../../services/routes'
import { currentIdentity, isLeader } from '../../../services/session'
import { LEAVING_WORDS } from '../../../domains/class/leaving'
import type { WrittenChild } from '../parts/child-form/child-form'
import { presentChild, sayLeaving, sayMoving, sayReturning, type ChildView } from './present'

const rename = createSender('child.rename')
const move = createSender('child.move')
const leave = createSender('child.leave')
const confirmLeaving = createSender('child.confirm')
const comeBack = createSender('child.return')

const LEADERS_AND_HEAD = ['head_teacher', 'office', 'principal']

definePage({
  data: {
    view: null as ChildView | null,
    leads: false,
    /** The day is chosen; absent: it is not asked. */
    leaving: '' as LeavingCause | '',
    classes: [] as { classId: string; className: string }[],
  },
  query: { childId: '', classId: '' },
  reads: 'child.read',
  actsAs({ role, classId }, query) {
    return LEADERS_AND_HEAD.includes(role) && (!classId || classId === query.classId)
  },
  ask({ childId }) {
    return { childId }
  },
  present(child) {
    return { view: presentChild(child), leads: isLeader(currentIdentity()?.role), classes: child.classes }
  },

  onAttendance() {
    openPage(ROUTES.attendanceChild({ childId: this.query.childId, classId: this.answer?.classId ?? '' }))
  },

  onRename() {
    this.openPanel('rename')
  },
  async onRenamed({ detail }: ToldEvent<WrittenChild>) {
    const { childId } = this.query
    const { name, no, nickname } = detail
    await this.change(() => rename({ childId, name, no, ...(nickname && { nickname }) }))
  },

  onMove() {
    this.openPanel('move')
  },
  async onClass(event: TapEvent) {
    const { answer } = this
    const to = this.data.classes[Number(event.currentTarget.dataset['index'])]
    if (!answer || !to) return
    this.onClosePanel()
    const { confirm } = await wx.showModal({
      title: '转到别班',
      content: sayMoving(answer, to.className),
      confirmText: '转班',
      cancelText: '不转',
    })
    if (!confirm) return
    const { childId } = this.query
    if (!(await this.act(() => move({ childId, toClassId: to.classId })))) return
    // Whoever serves the old class only has no business with the child any more.
    if (this.data.leads) await this.load()
    else goBack()
  },

  async onLeave() {
    const itemList = LEAVING_CAUSES.map((cause) => LEAVING_WORDS[cause])
    const chosen = await wx.showActionSheet({ itemList }).catch(() => undefined)
    const cause = chosen && LEAVING_CAUSES[chosen.tapIndex]
    if (cause) this.openPanel('day', { leaving: cause })
  },
  async onDay({ detail }: ToldEvent<{ value: Day }>) {
    const { leaving: cause, leads } = this.data
    const { answer } = this
    this.onClosePanel()
    if (!answer || !cause) return
    const { confirm } = await wx.showModal({
      title: LEAVING_WORDS[cause],
      content: sayLeaving(answer, cause, detail.value, leads),
      confirmText: leads ? '确定' : '登记',
      cancelText: '取消',
    })
    const { childId } = this.query
    if (confirm) await this.change(() => leave({ childId, cause, from: detail.value }))
  },
  async onConfirm() {
    const { answer } = this
    if (!answer?.leaving) return
    const { cause, from } = answer.leaving
    const { confirm } = await wx.showModal({
      title: `确认${LEAVING_WORDS[cause]}`,
      content: sayLeaving(answer, cause, from, true),
      confirmText: '确认',
      cancelText: '取消',
    })
    const { childId } = this.query
    if (confirm) await this.change(() => confirmLeaving({ childId, confirm: true }))
  },
  async onDecline() {
    const { childId } = this.query
    await this.change(() => confirmLeaving({ childId, confirm: false }))
  },
  /** Nothing was left yet: it is only taken back. */
  async onTakeBack() {
    const { childId } = this.query
    await this.change(() => comeBack({ childId }))
  },
  async onReturn() {
    const { answer } = this
    if (!answer) return
    const { confirm } = await wx.showModal({
      title: '回到班里',
      content: sayReturning(answer),
      confirmText: '回到班里',
      cancelText: '取消',
    })
    const { childId } = this.query
    if (confirm) await this.change(() => comeBack({ childId }))
  },
  async change(work: () => Promise<PhoneReply<object>>) {
    if (await this.act(work)) await this.load()
  },
})
