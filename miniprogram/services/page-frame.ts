// Decides what every page shares: type scale, loading, failure, offline content, one submission at a time.
import type { ActionName, Input, Instant, Output } from '@class-pact/core/contract'
import { beijingClock } from '@class-pact/core/calendar'
import { call, type PhoneReply } from './cloud'
import { STACK_FROM, readFontScale } from './font-scale'
import { formatClock } from './format'
import { recallSeen, rememberSeen } from './offline-cache'
import { currentIdentity, openSession, refreshSession } from './session'

/** waiting shows nothing for 300 ms, then a skeleton. */
export type FrameView = 'waiting' | 'skeleton' | 'ready' | 'failed' | 'forbidden'

export interface Frame {
  /** For page-meta's page-style. */
  style: string
  /** From ×1.3: rows stack. */
  large: boolean
  view: FrameView
  /** 网络不通，显示的是10:32的内容 */
  offline: string
  /** ▶ shows its spinner; further taps are ignored. */
  busy: boolean
}

/** The least a page has to be for this file. */
export interface FramedPage {
  data: { frame: Frame }
  setData(patch: Record<string, unknown>): void
}

/** screens.md 1.10: a skeleton after 300 ms. */
const SKELETON_DELAY_MS = 300

/** First value of `data.frame`. `view: 'ready'` for pages that need nothing from the cloud. */
export function newFrame(view: FrameView = 'waiting'): Frame {
  return { ...dress(false), view, offline: '', busy: false }
}

function dress(locked: boolean): Pick<Frame, 'style' | 'large'> {
  const scale = readFontScale()
  return { style: `--fs:${scale}${locked ? ';overflow:hidden' : ''}`, large: scale >= STACK_FROM }
}

/** In every onShow: WeChat's type size may have changed meanwhile. */
export function dressPage(page: FramedPage): void {
  const { style, large } = dress(false)
  if (page.data.frame.style !== style) page.setData({ 'frame.style': style, 'frame.large': large })
}

/** While a popup or the signature pad is in use, the page behind does not scroll. */
export function lockScroll(page: FramedPage, locked: boolean): void {
  page.setData({ 'frame.style': dress(locked).style })
}

interface TabBar {
  data?: { selected: string; joined: boolean }
  setData?(patch: object): void
}

/**
 * In onShow of the tab pages: tells the tab bar where it is.
 * @param joined the page has a dock, which the bar continues without a line between
 */
export function showTab(page: FramedPage & { route: string; getTabBar?: () => unknown }, joined = false): void {
  dressPage(page)
  const bar = page.getTabBar?.() as TabBar | undefined
  const isThere = bar?.data?.selected === page.route && bar.data.joined === joined
  if (!isThere) bar?.setData?.({ selected: page.route, joined })
}

/**
 * Reads one action into a page: skeleton after 300 ms, content, or failed/forbidden; without a network the last
 * content with its time. Returns the answer, so that a page can look at its code.
 * @param present turns the answer into page data; the content and its frame appear in one setData
 */
export async function loadPage<Name extends ActionName>(
  page: FramedPage,
  action: Name,
  input: Input<Name> | (() => Input<Name> | undefined),
  present: (data: Output<Name>) => Record<string, unknown>,
): Promise<PhoneReply<Output<Name>>> {
  const skeleton = setTimeout(() => {
    if (page.data.frame.view === 'waiting') page.setData({ 'frame.view': 'skeleton' })
  }, SKELETON_DELAY_MS)
  if (page.data.frame.view === 'failed') page.setData({ 'frame.view': 'waiting' })
  const reply = await readAction(action, input)
  clearTimeout(skeleton)
  if (reply.ok) {
    page.setData({ ...present(reply.data), 'frame.view': 'ready', 'frame.offline': '' })
    rememberSeen(reply.key, reply.data, Date.now())
    return reply
  }
  const seen = reply.error.code === 'OFFLINE' ? recallSeen<Output<Name>>(reply.key) : undefined
  if (seen) page.setData({ ...present(seen.data), 'frame.view': 'ready', 'frame.offline': offlineSentence(seen.at) })
  else if (reply.error.code === 'FORBIDDEN') page.setData({ 'frame.view': 'forbidden' })
  else if (page.data.frame.view !== 'ready') page.setData({ 'frame.view': 'failed' })
  return reply
}

async function readAction<Name extends ActionName>(
  action: Name,
  input: Input<Name> | (() => Input<Name> | undefined),
): Promise<PhoneReply<Output<Name>> & { key: string }> {
  const session = await openSession()
  if (!session.ok) return { ...session, key: '' }
  const ask = () => (typeof input === 'function' ? (input as () => Input<Name> | undefined)() : input)
  const asked = ask()
  const reply = await callAsActing(action, asked)
  if (reply.ok || reply.error.code !== 'FORBIDDEN') return reply
  // What the phone took somebody for has ended, or something has begun: it looks once who they are, and asks as that.
  await refreshSession()
  const again = ask()
  return JSON.stringify(again) === JSON.stringify(asked) ? reply : callAsActing(action, again)
}

async function callAsActing<Name extends ActionName>(
  action: Name,
  asked: Input<Name> | undefined,
): Promise<PhoneReply<Output<Name>> & { key: string }> {
  if (asked === undefined) return { ok: false, error: { code: 'FORBIDDEN' }, key: '' }
  const key = `${currentIdentity()?.key ?? ''}/${action}/${JSON.stringify(asked)}`
  return { ...(await call(action, asked)), key }
}

/** 网络不通，显示的是10:32的内容 */
function offlineSentence(at: Instant): string {
  return `网络不通，显示的是${formatClock(beijingClock(at))}的内容`
}

/** Runs one submission with the spinner in ▶; a tap while it runs does nothing and gives undefined. */
export async function submitOnce<Result>(page: FramedPage, work: () => Promise<Result>): Promise<Result | undefined> {
  if (page.data.frame.busy) return undefined
  page.setData({ 'frame.busy': true })
  try {
    return await work()
  } finally {
    page.setData({ 'frame.busy': false })
  }
}
