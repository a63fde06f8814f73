// Decides what every page does by itself: it dresses, loads, follows who is acting, brings more rows, sends once.
import type { ActionName, Identity, Input, Output, Paged } from '@class-pact/core/contract'
import { call, type PhoneError, type PhoneReply } from './cloud'
import { leftOf } from './long-list'
import { dressPage, loadPage, lockScroll, newFrame, showTab, submitOnce, type Frame } from './page-frame'
import { presentFailure } from './refusals'
import { openTab } from './routes'
import { presentError, type RefusalCard } from './sentences'
import {
  currentIdentity,
  lookForWhoFits,
  refreshSession,
  subscribeSession,
  switchTo,
  type SessionState,
} from './session'

type Query = Record<string, string | undefined>

/** In the data of every page. */
export interface PageData {
  frame: Frame
  /** What was refused; `refusedId` is the row it stands on, if it stands on one. */
  refusal: RefusalCard | null
  refusedId: string
  /** Rows of the list that are not here yet. */
  left: number
  /** The panel that is open, or what it is about. */
  panel: string
  /** What is wrong with the words in the panel. */
  panelRefusal: RefusalCard | null
}

/** What a page tells of itself. WeChat copies the object: what changes is a field, never a variable beside it. */
interface PageSpec<Name extends ActionName, Asked extends Query> {
  /** The action whose answer the page shows. */
  reads?: Name
  /** What it is asked with; undefined: the page is not for whoever is acting. */
  ask?(query: Asked): Input<Name> | undefined
  /** Turns the answer into data; `left` is there without it. */
  present?(answer: Output<Name>, left: number): object
  /** The rows of the answer that come page by page, and the field that asks for those after them. */
  list?: keyof Output<Name> & string
  cursor?: 'after' | 'before'
  /** Instead of `list`: the whole with what came after it. */
  grow?(whole: Output<Name>, more: Output<Name>): Output<Name>
  /** Who looks at this page; of a person's identities the first that fits acts. */
  actsAs?(identity: Identity, query: Asked): boolean
  /** What the page is opened with; only these fields are taken. */
  query?: Asked
  /** One of the five tabs. */
  isTab?: boolean
  /** A tab page with a dock, which the tab bar continues. */
  hasDock?(): boolean
  /** Reads again whenever it comes to the front. */
  loadsOnShow?: boolean
  /** Reads again when another identity acts. */
  follows?: boolean
  /** Refusals speak to a family, who keeps a draft; else to staff. */
  isForFamily?: boolean
  /** Refusals stand at the top, and are scrolled to. */
  refusesOnTop?: boolean
  /** Every refusal stands in the panel that is open, not only one of its words. */
  refusesInPanel?: boolean
  onLoad?(): unknown
  onShow?(): unknown
  onUnload?(): unknown
  onSession?(state: SessionState): unknown
}

/** What a page has without writing it. */
interface PageTools<Name extends ActionName> {
  answer: Output<Name> | undefined
  /** Reads the action, says what is wrong, or shows what is kept. */
  read(): Promise<PhoneReply<Output<Name>>>
  /** What opens the page, what retries and what pulling down does; `read` if a page has no other. */
  load(): Promise<unknown>
  /** Presents the answer again. */
  show(): void
  /** Brings the next rows. */
  onMore(): Promise<boolean>
  /** Sends once, with the spinner; refuses by itself. */
  act<Data>(work: () => Promise<PhoneReply<Data>>, about?: string): Promise<Data | undefined>
  refuse(error: PhoneError, about?: string): void
  onWay(event: ToldEvent<{ code: string }>): void
  openPanel(panel: string, patch?: object): void
  onClosePanel(): void
  /** While something lies over the page, the page does not scroll. */
  lock(locked: boolean): void
}

type PageInstance<Name extends ActionName, Data, Asked, Custom> = WechatMiniprogram.Page.InstanceProperties &
  WechatMiniprogram.Page.InstanceMethods<PageData & Data> & { data: PageData & Data; query: Asked } & PageTools<Name> &
  Custom

/** By these the page knows what is what. */
interface Told<Name, Data, Asked> {
  reads?: Name
  data?: Data
  query?: Asked
}

/** A page as this file sees it. */
type AnyPage = PageInstance<ActionName, object, Query, PageSpec<ActionName, Query>> & {
  asked: object | undefined
  isBringing: boolean
  shownKey: string
  stopListening?: () => void
}

const tools: PageTools<ActionName> & ThisType<AnyPage> = {
  answer: undefined,
  async read() {
    let asked: Input<ActionName> | undefined
    const fits = (identity: Identity) => this.actsAs?.(identity, this.query) ?? false
    if (this.actsAs) await lookForWhoFits(fits)
    const ask = () => {
      if (this.actsAs) switchTo(fits)
      this.shownKey = currentIdentity()?.key ?? ''
      return (asked = this.ask?.(this.query))
    }
    return loadPage(this, this.reads as ActionName, ask, (answer) => {
      this.answer = answer
      this.asked = asked
      return view(this)
    })
  },
  load() {
    return this.reads ? this.read() : Promise.resolve()
  },
  show() {
    this.setData(view(this))
  },
  async onMore() {
    const { answer, reads } = this
    const next = (answer as Partial<Paged> | undefined)?.next
    if (!reads || !answer || next === undefined || this.isBringing) return false
    this.isBringing = true
    const reply = await call(reads, { ...this.asked, [this.cursor ?? 'after']: next } as Input<ActionName>)
    this.isBringing = false
    // A list that was read again meanwhile starts anew.
    if (!reply.ok || this.answer !== answer) return false
    this.answer = this.grow ? this.grow(answer, reply.data) : goOn(answer, reply.data, this.list)
    this.show()
    return true
  },
  async act<Data>(work: () => Promise<PhoneReply<Data>>, about = '') {
    const reply = await submitOnce(this, work)
    if (!reply) return undefined
    // Words that are not taken stay where they are, to be mended.
    if (!reply.ok && this.data.panel && (this.refusesInPanel || reply.error.field === 'words')) {
      this.setData({ panelRefusal: presentFailure(reply.error) })
      return undefined
    }
    if (this.data.panel) this.onClosePanel()
    if (reply.ok) return reply.data
    this.refuse(reply.error, about)
    return undefined
  },
  refuse(error, about = '') {
    // What somebody was has ended: every page is to know.
    if (error.code === 'FORBIDDEN') void refreshSession()
    const refusal = this.isForFamily ? presentError(error, { now: Date.now() }) : presentFailure(error)
    this.setData({ refusal, ...(about !== this.data.refusedId && { refusedId: about }) })
    if (this.refusesOnTop) void wx.pageScrollTo({ scrollTop: 0 })
  },
  onWay(event) {
    this.setData(nothingRefused(this))
    if (event.detail.code === 'back_to_today') openTab('today')
    else void this.load()
  },
  openPanel(panel, patch = {}) {
    this.setData({ ...nothingRefused(this), panel, ...patch })
    this.lock(true)
  },
  onClosePanel() {
    this.setData({ panel: '' })
    this.lock(false)
  },
  lock(locked) {
    lockScroll(this, locked)
  },
}

/** What was refused is over; only what was said is taken back, for not every page has a place for all of it. */
function nothingRefused({ data }: AnyPage): Partial<PageData> {
  return {
    ...(data.refusal && { refusal: null }),
    ...(data.refusedId && { refusedId: '' }),
    ...(data.panelRefusal && { panelRefusal: null }),
  }
}

/** Everything the page shows of its answer. */
function view(page: AnyPage): Record<string, unknown> {
  const { answer, list } = page
  if (!answer) return {}
  const left = list ? leftOf(answer as Partial<Paged>, rowsOf(answer, list).length) : 0
  return { ...(list ? { left } : {}), ...page.present?.(answer, left) }
}

const rowsOf = (answer: object, list: string) => (answer as Record<string, unknown[]>)[list] ?? []

/** The whole with the rows that came after it. */
function goOn<Answer extends object>(whole: Answer, more: Answer, list = ''): Answer {
  const { next } = more as Partial<Paged>
  return { ...whole, [list]: [...rowsOf(whole, list), ...rowsOf(more, list)], next }
}

/** WeChat hands over what stood in the address as it stood there. */
function takeQuery(wanted: Query, given: Query): Query {
  const taken = Object.keys(wanted).map((name) => [name, given[name] ? decodeURIComponent(given[name]) : wanted[name]])
  return Object.fromEntries(taken) as Query
}

/** A page of the house: what it says of itself, and `tools`. */
export function definePage<
  Name extends ActionName,
  Data extends WechatMiniprogram.Page.DataOption,
  Asked extends Query,
  Custom extends WechatMiniprogram.Page.CustomOption,
>(
  spec: Custom &
    Told<Name, Data, Asked> &
    NoInfer<PageSpec<Name, Asked>> &
    ThisType<PageInstance<Name, Data, Asked, Custom>>,
): void {
  const own: PageSpec<Name, Asked> & Partial<PageTools<Name>> & { data?: Data } = spec
  const data: PageData = {
    frame: newFrame(own.reads || own.load ? 'waiting' : 'ready'),
    refusal: null,
    refusedId: '',
    left: 0,
    panel: '',
    panelRefusal: null,
  }
  const lifetimes: ThisType<AnyPage> & Record<string, unknown> = {
    onLoad(given: Query) {
      this.query = takeQuery(own.query ?? {}, given)
      this.stopListening = subscribeSession((state) => {
        own.onSession?.call(this, state)
        const { identity } = state
        if (own.follows && identity && this.shownKey && identity.key !== this.shownKey) void this.load()
      })
      if (own.onLoad) return own.onLoad.call(this)
      return own.isTab || own.loadsOnShow ? undefined : this.load()
    },
    onShow() {
      if (own.isTab) showTab(this, own.hasDock?.call(this))
      else dressPage(this)
      if (own.isTab || own.loadsOnShow) void this.load()
      return own.onShow?.call(this)
    },
    onUnload() {
      this.stopListening?.()
      return own.onUnload?.call(this)
    },
    async onPullDownRefresh() {
      // A post that has begun meanwhile is asked for nowhere else.
      if (own.isTab) await refreshSession()
      await this.load()
      void wx.stopPullDownRefresh()
    },
  }
  const page: WechatMiniprogram.Page.CustomOption = {
    ...tools,
    ...spec,
    ...lifetimes,
    ...{ shownKey: '', isBringing: false, data: { ...data, ...own.data } },
  }
  Page(page)
}
