// Decides which parts one phone is made of, and how they find each other.
import type { CompiledApp, PhoneSettings } from '../bundle-format'
import type { Clock } from './clock'
import type { Router } from './router/router'
import type { ScoreKeeper } from './score/score-keeper'
import type { Shell } from './shell/shell'
import type { Signals } from './signals'
import type { ShareCard } from './api/sharing'
import type { WxTable } from './api/define-api'

/** What a test or the desk hands to the phone before the app asks for it. */
export interface Inbox {
  media: { name: string; base64: string }[]
  files: { name: string; base64: string }[]
  scans: string[]
  subscriptions: Record<string, string>[]
  modals: boolean[]
  sheets: number[]
}

/** The phone's switches. */
export interface PhoneState {
  theme: 'light' | 'dark'
  fontScale: number
  online: boolean
  privacyAgreed: boolean
}

export interface PhoneParts {
  settings: PhoneSettings
  app: CompiledApp
  clock: Clock
  signals: Signals
  state: PhoneState
  inbox: Inbox
  shell: Shell
  router: Router
  score: ScoreKeeper
  /** WeChat's API as the app sees it, mocks included. */
  wx: WxTable
  /** Opens the share sheet of the current page. */
  share(from: 'button' | 'menu', target?: unknown): void
  /** What was sent last from a share sheet. */
  lastShare?: ShareCard
  /** The address under which the browser shows a temporary file. */
  fileAddress(path: string): string
}
