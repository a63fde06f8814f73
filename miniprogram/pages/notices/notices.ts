// Decides what the list of notices shows: newest first, filtered, page by page; a tap opens the sheet or the board.
import type { NoticePage, NoticeRow } from '@class-pact/core/contract'
import { wantsReply } from '@class-pact/core/notice'
import { call } from '../../services/cloud'
import { presentNoticeRow, type NoticeLine } from '../../services/notice-rows'
import { loadPage, newFrame, showTab } from '../../services/page-frame'
import { ROUTES, openPage } from '../../services/routes'
import { currentIdentity, ownChildren, subscribeSession } from '../../services/session'
import { FILTERS, askFor, matches, putWaitingFirst, type FilterValue } from './filters'

/** Pages looked through for a searched word; 20 rows each. */
const SEARCH_PAGES_MAX = 10

Page({
  data: {
    frame: newFrame(),
    filters: FILTERS,
    filter: 'all' as FilterValue,
    words: '',
    lines: [] as NoticeLine[],
    more: false,
  },
  rows: [] as NoticeRow[],
  next: undefined as number | undefined,
  loadingMore: false,
  shownKey: '',
  stopListening: undefined as (() => void) | undefined,
  onLoad() {
    this.stopListening = subscribeSession(({ identity }) => {
      if (identity && this.shownKey && identity.key !== this.shownKey) void this.reload()
    })
  },
  onUnload() {
    this.stopListening?.()
  },
  onShow() {
    showTab(this)
    void this.reload()
  },
  async onPullDownRefresh() {
    await this.reload()
    void wx.stopPullDownRefresh()
  },
  ask(before?: number) {
    const identity = currentIdentity()
    this.shownKey = identity?.key ?? ''
    return identity && { identity: identity.key, ...askFor(this.data.filter), ...(before !== undefined && { before }) }
  },
  async reload() {
    await loadPage(
      this,
      'notice.list',
      () => this.ask(),
      (page) => {
        this.rows = []
        return this.take(page)
      },
    )
  },
  take({ rows, next }: NoticePage) {
    this.rows = [...this.rows, ...rows]
    this.next = next
    return this.present()
  },
  present() {
    const { words } = this.data
    const found = words ? this.rows.filter((row) => matches(row, words)) : putWaitingFirst(this.rows)
    const several = ownChildren().length > 1
    const now = Date.now()
    return { lines: found.map((row) => presentNoticeRow(row, now, several)), more: this.next !== undefined }
  },
  async onReachBottom() {
    await this.loadMore()
  },
  async loadMore() {
    const input = this.next === undefined || this.loadingMore ? undefined : this.ask(this.next)
    if (!input) return false
    this.loadingMore = true
    const reply = await call('notice.list', input)
    this.loadingMore = false
    if (reply.ok) this.setData(this.take(reply.data))
    return reply.ok
  },
  onFilter(event: WechatMiniprogram.CustomEvent<{ value: FilterValue }>) {
    this.setData({ filter: event.detail.value })
    void this.reload()
  },
  async onSearch(event: WechatMiniprogram.Input) {
    const words = event.detail.value
    this.setData({ words })
    this.setData(this.present())
    for (let page = 0; page < SEARCH_PAGES_MAX && this.data.words === words && words; page++) {
      if (!(await this.loadMore())) return
    }
  },
  onOpen(event: WechatMiniprogram.CustomEvent<{ noticeId: string; classId: string }>) {
    const { noticeId, classId } = event.detail
    const row = this.rows.find((each) => each.noticeId === noticeId && each.classId === classId)
    const hasBoard = row?.counts && wantsReply(row.replyMode) && ['published', 'closed'].includes(row.state)
    openPage(hasBoard ? ROUTES.board(event.detail) : ROUTES.notice(event.detail))
  },
})
