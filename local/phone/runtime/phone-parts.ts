// Decides which parts one phone is made of, and how they find each other.
import type { CompiledApp, PhoneSettings } from '../bundle-format'
import type { Clock } from './clock'
import type { Router } from './router/router'
import type { ScoreKeeper } from './score/score-keeper'
import type { Shell } from './shell/shell'
import type { Signals } from './signals'
import type { Inbox, PhoneState, ShareCard } from './phone-state'
import type { WxTable } from './api/define-api'

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
