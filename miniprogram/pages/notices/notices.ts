// Decides what the list of notices shows: newest first, filtered, page by page; a tap opens the sheet or the board.
import type { Input } from '@class-pact/core/contract'
import { wantsReply } from '@class-pact/core/notice'
import { definePage } from '../../services/define-page'
import { formatClass } from '../../services/format'
import { presentNoticeRow, type NoticeLine } from '../../domains/notice/rows'
import { ROUTES, openPage } from '../../services/routes'
import { currentIdentity, lookBackAs, ownChildren, readingIdentity } from '../../services/session'
import { FILTERS, askFor, offerFilters, matches, type FilterValue } from './filters'

/** Pages looked through for a searched word; 20 rows each. */
const SEARCH_PAGES_MAX = 10

definePage({
  data: {
    stopped: false,
    filters: FILTERS,
    filter: 'all' as FilterValue,
    words: '',
    lines: [] as NoticeLine[],
    past: '',
    goesBack: false,
  },
  isTab: true,
  follows: true,
  reads: 'notice.list',
  list: 'rows',
  cursor: 'before',
  ask(): Input<'notice.list'> | undefined {
    const identity = readingIdentity()
    return identity && { identity: identity.key, ...askFor(this.data.filter) }
  },
  present({ rows, stop }): object {
    const { words } = this.data
    const found = words ? rows.filter((row) => matches(row, words)) : rows
    const several = ownChildren().length > 1
    const now = Date.now()
    const reading = readingIdentity()
    const past = reading?.closed ? `${formatClass(reading.className ?? '')}已毕业，资料保留可看。` : ''
    const goesBack = past !== '' && currentIdentity() !== undefined
    const lines = found.map((row) => presentNoticeRow(row, now, several))
    return { filters: offerFilters(reading?.role), stopped: stop !== undefined, lines, past, goesBack }
  },
  /** From a class that has graduated to what is now. */
  onNow() {
    lookBackAs('')
    void this.load()
  },
  async onReachBottom() {
    await this.onMore()
  },
  onFilter(event: ToldEvent<{ value: FilterValue }>) {
    this.setData({ filter: event.detail.value })
    void this.load()
  },
  async onSearch(event: WechatMiniprogram.Input) {
    const words = event.detail.value
    this.setData({ words })
    this.show()
    for (let page = 0; page < SEARCH_PAGES_MAX && this.data.words === words && words; page++) {
      if (!(await this.onMore())) return
    }
  },
  onOpen(event: ToldEvent<{ noticeId: string; classId: string }>) {
    const { noticeId, classId } = event.detail
    const row = this.answer?.rows.find((each) => each.noticeId === noticeId && each.classId === classId)
    if (row?.toStaff)
      return openPage(row.counts && row.publishedAt ? ROUTES.staffBoard({ noticeId }) : ROUTES.task({ noticeId }))
    const hasBoard = row?.counts && wantsReply(row.replyMode) && ['published', 'closed'].includes(row.state)
    openPage(hasBoard ? ROUTES.board(event.detail) : ROUTES.notice(event.detail))
  },
})
