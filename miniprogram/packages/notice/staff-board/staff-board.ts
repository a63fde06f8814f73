// Decides what leaders do on a task's board: see who is missing, remind once, close it by name (N19).
import type { Input, TaskBoard } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage, openTab } from '../../../services/routes'
import { currentIdentity, isLeader } from '../../../services/session'
import { presentStaffBoard, type StaffBoardView } from './present'

const sendReminder = createSender('task.remind')
const sendClose = createSender('task.close')

definePage({
  data: { view: null as StaffBoardView | null },
  query: { noticeId: '' },
  reads: 'task.board',
  refusesOnTop: true,
  actsAs({ role }) {
    return isLeader(role)
  },
  ask({ noticeId }): Input<'task.board'> | undefined {
    const { schoolId } = currentIdentity() ?? {}
    return schoolId ? { schoolId, noticeId } : undefined
  },
  present(board) {
    return { view: presentStaffBoard(board, Date.now()) }
  },
  named(): { schoolId: string; noticeId: string } {
    return { schoolId: currentIdentity()?.schoolId ?? '', noticeId: this.query.noticeId }
  },
  take(board: TaskBoard) {
    this.answer = board
    this.setData({ refusal: null })
    this.show()
  },
  async onRemind() {
    if (await this.act(() => sendReminder(this.named()))) await this.load()
  },
  /** Whoever is missing is named before it is closed without them. */
  async onClose() {
    const { marks, cards } = this.data.view?.missing ?? { marks: [], cards: [] }
    if (cards.length > 0) {
      const content = `${cards.join('、')}还没有回复。办结后不再等他们，名单会留在这里。`
      const { confirm } = await wx.showModal({ title: '不等了，办结', content, confirmText: '办结' })
      if (!confirm) return
    }
    const closed = await this.act(() => sendClose({ ...this.named(), ...(marks.length > 0 && { missing: marks }) }))
    if (closed) this.take(closed)
  },
  onPress() {
    if (this.data.view?.canRemind) void this.onRemind()
    else void this.onClose()
  },
  onRead() {
    openPage(ROUTES.task({ noticeId: this.query.noticeId }))
  },
  onWay(event: ToldEvent<{ code: string }>) {
    this.setData({ refusal: null })
    if (event.detail.code === 'back_to_today') openTab('today')
    else void this.load()
  },
})
