// Decides what a way out of a refused letter does, in a thread and in a new one alike (screens.md 7).
import { keepLeaveReason } from '../../../domains/leave/draft'
import type { PhoneError } from '../../../services/cloud'
import { ROUTES, openPage, openTab } from '../../../services/routes'
import { mendWords, type Letter } from './letter'

/** A page on which a letter is written. */
export interface LetterPage {
  /** About whom; '' while a teacher has chosen nobody. */
  childId: string
  letter: Letter
  error: PhoneError | undefined
  /** The refusal goes. */
  clear(): void
  write(words: string): void
  send(review: boolean): unknown
  openCalls(): void
  /** Reads again what has changed meanwhile. */
  reload(): unknown
}

export function followWay(code: string, page: LetterPage): void {
  const { childId, letter, error } = page
  page.clear()
  if (code === 'human_review') void page.send(true)
  else if (code === 'retry') void (error?.code === 'TALK_STATE' ? page.reload() : page.send(false))
  else if (code === 'leave_form') {
    keepLeaveReason(childId, letter.words)
    openPage(ROUTES.leaveForm({ childId }))
  } else if (code === 'confirm_card') openPage(ROUTES.card({ childId }))
  else if (code === 'call') page.openCalls()
  else if (code === 'appeal') openAppeal()
  else if (code === 'back_to_today') openTab('today')
  else if (error) {
    const mended = mendWords(code, letter.words, error)
    if (mended !== letter.words) page.write(mended)
  }
}

/** 向校长申诉: a page that no mute stops (G04). */
export const openAppeal = (): void => openPage(ROUTES.appeal())
