// Decides what the list of notices shows: newest first, searched and narrowed, page by page, as it was left.
import type { Input, NoticeRow } from '@class-pact/core/contract'
import { wantsReply } from '@class-pact/core/notice'
import type { ChipOption } from '../../components/choice-chips/choice-chips'
import { call } from '../../services/cloud'
import { definePage } from '../../services/define-page'
import { formatClass } from '../../services/format'
import { presentNoticeRow, type NoticeLine } from '../../domains/notice/rows'
import { ROUTES, openPage } from '../../services/routes'
import { currentIdentity, isLeader, lookBackAs, ownChildren, readingIdentity } from '../../services/session'
import { EVERYTHING, WORDS_MAX, askFor, fits, kindsFor, sayChoice, standingsFor, withAll, type Choice } from './filters'

/** The cloud is asked when the typing rests so long. */
const PAUSE_MS = 400

definePage({
  data: {
    stopped: false,
    wordsMax: WORDS_MAX,
    words: '',
    choice: EVERYTHING,
    standings: [] as ChipOption[],
    kindOptions: [] as ChipOption[],
    whom: '',
    ofWhom: [] as ChipOption[],
    chosen: '',
    narrowed: false,
    empty: '',
    lines: [] as NoticeLine[],
    past: '',
    goesBack: false,
  },
  /** What was asked last, and what stood there: somebody who comes back from a notice finds it as it was. */
  lastAsked: '',
  kept: [] as NoticeRow[],
  /** The latest of all notices, to look through without a network. */
  everything: [] as NoticeRow[],
  typing: 0,
  isAsking: false,
  isWanted: false,
  whose: '',
  isTab: true,
  follows: true,
  reads: 'notice.list',
  list: 'rows',
  cursor: 'before',
  ask(): Input<'notice.list'> | undefined {
    const identity = readingIdentity()
    if (!identity) return undefined
    // Another identity has other children and classes.
    if (this.whose !== identity.key) {
      this.whose = identity.key
      this.setData({
        choice: EVERYTHING,
        standings: standingsFor(identity),
        kindOptions: kindsFor(identity),
        ...familyChoice(identity.role),
        chosen: '',
      })
    }
    return askFor(identity, this.data.choice, this.data.words)
  },
  /** One question at a time: what is typed meanwhile is asked next, so that no older answer comes last. */
  async load() {
    this.isWanted = true
    if (this.isAsking) return
    this.isAsking = true
    while (this.isWanted) {
      this.isWanted = false
      await this.look()
    }
    this.isAsking = false
  },
  async look() {
    const asked = JSON.stringify([currentIdentity()?.key, this.data.choice, this.data.words])
    this.kept = asked === this.lastAsked ? (this.answer?.rows ?? []) : []
    this.lastAsked = asked
    const wanted = this.kept.length
    const reply = await this.read()
    if (reply.ok) {
      if (!this.data.narrowed) this.everything = reply.data.rows
      while ((this.answer?.rows.length ?? 0) < wanted && (await this.onMore()));
    } else if (reply.error.code === 'OFFLINE') this.lookThroughKept()
    this.kept = []
    if (wanted > 0) this.show()
  },
  /** Without a network, and without an answer to this very question: what is on the phone, and it says so. */
  lookThroughKept() {
    const { choice, words, narrowed, frame } = this.data
    const isAnswered = frame.offline !== '' && frame.view === 'ready' && !narrowed
    if (isAnswered || this.everything.length === 0) return
    const rows = this.everything.filter((row) => fits(row, choice, words, Date.now()))
    this.answer = { rows, total: rows.length }
    this.kept = []
    this.show()
    this.setData({ 'frame.view': 'ready', 'frame.offline': `网络不通，只找了手机上最近的${this.everything.length}份` })
  },
  present({ rows, stop }): object {
    const { words, choice, ofWhom } = this.data
    const shown = rows.length < this.kept.length ? [...rows, ...this.kept.filter((row) => !isAmong(rows, row))] : rows
    const several = ownChildren().length > 1
    const now = Date.now()
    const reading = readingIdentity()
    const past = reading?.closed ? `${formatClass(reading.className ?? '')}已毕业，资料保留可看。` : ''
    const goesBack = past !== '' && currentIdentity() !== undefined
    const lines = shown.map((row) => presentNoticeRow(row, now, several))
    const narrowed = words.trim() !== '' || choice.standing !== '' || choice.kind !== '' || choice.of !== ''
    const empty = words.trim() ? `没有找到“${words.trim()}”` : narrowed ? '没有这样的通知' : '还没有通知'
    return {
      ...{ stopped: stop !== undefined, lines, past, goesBack, narrowed, empty },
      chosen: sayChoice(choice, ofWhom),
    }
  },
  /** From a class that has graduated to what is now. */
  onNow() {
    lookBackAs('')
    void this.load()
  },
  async onReachBottom() {
    await this.onMore()
  },
  onStanding(event: ToldEvent<{ value: Choice['standing'] }>) {
    this.choose({ standing: event.detail.value })
  },
  async onFilters() {
    this.openPanel('filters')
    const identity = readingIdentity()
    if (!identity || !isLeader(identity.role) || this.data.ofWhom.length > 0) return
    const reply = await call('school.read', { schoolId: identity.schoolId })
    if (!reply.ok || this.whose !== identity.key) return
    const classes = reply.data.classes.map(({ classId, name }) => ({ value: classId, label: name }))
    this.setData({ whom: '班级', ofWhom: withAll(classes) })
  },
  onChoose(event: ToldEvent<Pick<Choice, 'kind' | 'of'>>) {
    this.onClosePanel()
    this.choose(event.detail)
  },
  onUnfilter() {
    this.choose({ kind: '', of: '' })
  },
  choose(part: Partial<Choice>) {
    this.setData({ choice: { ...this.data.choice, ...part } })
    void this.load()
  },
  onSearch(event: WechatMiniprogram.Input) {
    this.setData({ words: event.detail.value })
    clearTimeout(this.typing)
    this.typing = setTimeout(() => void this.load(), PAUSE_MS)
  },
  /** 搜索 on the keyboard does not wait. */
  onSeek() {
    clearTimeout(this.typing)
    void this.load()
  },
  onClear() {
    this.setData({ words: '' })
    this.onSeek()
  },
  onEverything() {
    this.setData({ words: '', choice: EVERYTHING })
    this.onSeek()
  },
  onUnload() {
    clearTimeout(this.typing)
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

const isAmong = (rows: readonly NoticeRow[], { noticeId, classId }: NoticeRow) =>
  rows.some((row) => row.noticeId === noticeId && row.classId === classId)

/** A family with several children chooses one; leaders' classes are asked for when they open the panel. */
function familyChoice(role: string): { whom: string; ofWhom: ChipOption[] } {
  const children = role === 'guardian' || role === 'supervisor' ? ownChildren() : []
  const options = children.map(({ childId = '', childName = '' }) => ({ value: childId, label: childName }))
  return { whom: '孩子', ofWhom: options.length > 1 ? withAll(options) : [] }
}
