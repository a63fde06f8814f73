// Decides what the list of notices shows: newest first, filtered, page by page; a tap opens the sheet or the board.
import type { NoticePage, NoticeRow } from '@class-pact/core/contract'
import { wantsReply } from '@class-pact/core/notice'
import { call } from '../../services/cloud'
import { leftOf } from '../../services/long-list'
import { presentNoticeRow, type NoticeLine } from '../../services/notice-rows'
import { loadPage, newFrame, showTab } from '../../services/page-frame'
import { ROUTES, openPage } from '../../services/routes'
import { currentIdentity, ownChildren, subscribeSession } from '../../services/session'
import { FILTERS, askFor, matches, type FilterValue } from './filters'

/** Pages looked through for a searched word; 20 rows each. */
const SEARCH_PAGES_MAX = 10

Page({
  data: {
    frame: newFrame(),
    filters: FILTERS,
    filter: 'all' as FilterValue,
    words: '',
    lines: [] as NoticeLine[],
    left: 0,
  },
  rows: [] as NoticeRow[],
  next: undefined as string | undefined,
  left: 0,
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
  ask(before?: string) {
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
  take(page: NoticePage) {
    this.rows = [...this.rows, ...page.rows]
    this.next = page.next
    this.left = leftOf(page, this.rows.length)
    return this.present()
  },
  present() {
    const { words } = this.data
    const found = words ? this.rows.filter((row) => matches(row, words)) : this.rows
    const several = ownChildren().length > 1
    const now = Date.now()
    return { lines: found.map((row) => presentNoticeRow(row, now, several)), left: this.left }
  },
  async onReachBottom() {
    await this.loadMore()
  },
  onMore() {
    void this.loadMore()
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
