// Decides how one notice's figures are read, class by class: each leads to the slip board that agrees (X01, X04).
import { definePage } from '../../../services/define-page'
import { presentNotice, type NoticeFiguresView } from './present'

definePage({
  data: { view: null as NoticeFiguresView | null },
  query: { noticeId: '' },
  reads: 'statistics.notice',
  ask({ noticeId }) {
    return { noticeId }
  },
  present(figures) {
    return { view: presentNotice(figures) }
  },
})
