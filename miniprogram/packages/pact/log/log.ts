// Decides the moderation log of a class: to read, nothing to tap (screens.md 3.19, M06).
import type { Role } from '@class-pact/core/contract'
import { formatClass } from '../../../services/format'
import { dressPage, loadPage, newFrame } from '../../../services/page-frame'
import { isLeader, switchTo } from '../../../services/session'
import { presentLog, type LogRowView } from './present'

const READERS: readonly Role[] = ['head_teacher', 'supervisor']

Page({
  data: { frame: newFrame(), className: '', rows: [] as LogRowView[] },
  classId: '',
  onLoad({ classId = '' }: { classId?: string }) {
    this.classId = classId
    void this.load()
  },
  onShow() {
    dressPage(this)
  },
  async load() {
    const { classId } = this
    await loadPage(
      this,
      'log.read',
      () => {
        switchTo((each) => isLeader(each.role) || (READERS.includes(each.role) && each.classId === classId))
        return { classId }
      },
      ({ className, rows }) => ({ className: formatClass(className), rows: presentLog(rows, Date.now()) }),
    )
  },
})
