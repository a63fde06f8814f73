// Decides what is noted about a child that does not come: reported, persuaded, written to the office, received (Q20).
import type { DropoutPage, DropoutStep } from '@class-pact/core/contract'
import { DROPOUT_STEP_WORDS, sayDropoutNext, sayMissing } from '../../../domains/attendance/dropout'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatClass, formatDate, formatStampTime } from '../../../services/format'
import { ROUTES, openPage } from '../../../services/routes'
import { isLeader } from '../../../services/session'

const note = createSender('attendance.step')

interface DropoutView {
  text: string
  sub: string
  steps: { key: string; text: string; sub: string; value: string }[]
  next: DropoutStep | 'received' | ''
  act: string
}

const ACTS: Record<DropoutStep | 'received', string> = {
  ...{ grade: '已报告年级', persuade: '已动员', office: '写书面报告', received: '已收到报告' },
}

function presentDropout(dropout: DropoutPage): DropoutView {
  const { steps, received, className, firstDay, may } = dropout
  const [next = ''] = may
  return {
    text: sayMissing(dropout),
    sub: `${formatClass(className)}，${formatDate(firstDay)}起。${sayDropoutNext(dropout)}`,
    steps: [
      ...steps.map(({ step, due, overdue, done }) => ({
        ...{ key: step, text: DROPOUT_STEP_WORDS[step] },
        sub: done ? [done.by, done.words, done.wordsHeld && '报告正在检查'].filter(Boolean).join('：') : '班主任',
        value: done ? formatStampTime(done.at) : `${formatDate(due)}前${overdue ? '，已过期' : ''}`,
      })),
      ...(received
        ? [{ key: 'received', text: '教导处已收到', sub: received.by, value: formatStampTime(received.at) }]
        : []),
    ],
    next,
    act: next && ACTS[next],
  }
}

definePage({
  data: { view: null as DropoutView | null },
  query: { dropoutId: '' },
  reads: 'attendance.dropout',
  actsAs({ role }) {
    return isLeader(role) || role === 'head_teacher'
  },
  ask({ dropoutId }) {
    return { dropoutId }
  },
  present(dropout) {
    return { view: presentDropout(dropout) }
  },
  async onAct() {
    const { next } = this.data.view ?? {}
    if (next === 'office') this.openPanel('office')
    else if (next) await this.note(next)
  },
  async onWritten({ detail }: ToldEvent<{ words: string }>) {
    await this.note('office', detail.words)
  },
  async note(step: DropoutStep | 'received', words?: string) {
    const { dropoutId } = this.query
    const dropout = await this.act(() => note({ dropoutId, step, ...(words && { words }) }))
    if (!dropout) return
    this.answer = dropout
    this.show()
  },
  onMonth() {
    const { answer } = this
    if (answer) openPage(ROUTES.attendanceChild({ childId: answer.childId, classId: answer.classId }))
  },
})
