// Decides when WeChat's subscription panel opens: only in a tap that submits, never delaying it.
import { TEMPLATE_IDS, type Template } from '@class-pact/core/contract'
import { call } from './cloud'
import { takeCredits } from './session'

/** Messages that something sends, to families and to staff: nobody is asked to allow another one. */
export const FAMILY_TEMPLATES = [
  'notice',
  'leave_result',
  'arrival',
  'talk_reply',
] as const satisfies readonly Template[]
export const STAFF_TEMPLATES = ['todo'] as const satisfies readonly Template[]
export const SENT_TEMPLATES = [...FAMILY_TEMPLATES, ...STAFF_TEMPLATES] as const
export type SentTemplate = (typeof SENT_TEMPLATES)[number]

const REFUSED_KEY = 'reminders-refused-at'
/** screens.md 5: after a refusal no asking for 7 days. */
const PAUSE_MS = 7 * 24 * 60 * 60 * 1000

/** Whether asking is polite now. */
export function mayAskReminders(now: number): boolean {
  const refusedAt: number | '' = wx.getStorageSync(REFUSED_KEY)
  return !refusedAt || now - refusedAt >= PAUSE_MS
}

/**
 * Opens the panel. Call it first thing in the tap handler and do not await it: the submission goes on at once.
 * @returns how many of the templates were accepted
 */
export async function askReminders(templates: readonly SentTemplate[], { insist = false } = {}): Promise<number> {
  if (!insist && !mayAskReminders(Date.now())) return 0
  let answers: Record<string, unknown>
  try {
    answers = await wx.requestSubscribeMessage({ tmplIds: templates.map((template) => TEMPLATE_IDS[template]) })
  } catch {
    return 0
  }
  const accepted = templates.filter((template) => answers[TEMPLATE_IDS[template]] === 'accept')
  if (accepted.length === 0) {
    wx.setStorageSync(REFUSED_KEY, Date.now())
    return 0
  }
  const reply = await call('reminders.accept', { templates: accepted })
  if (reply.ok) takeCredits(reply.data.credits)
  return accepted.length
}
