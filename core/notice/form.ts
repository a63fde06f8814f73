// Decides when a notice may ask with a form: wanted, there, ending some day, and telling of nobody where anonymous.
import { checkForm } from '../form'
import type { NoticeDraft } from './contract'

/** What of a form tells who has filled it in. */
const TELLING = ['photo', 'signature']

/** The first field that is wrong; undefined: the form fits, or there is none and none is wanted (N04, N20). */
export function findFormFault({
  replyMode,
  form,
  deadline,
  feedback,
  audience,
}: Pick<NoticeDraft, 'replyMode' | 'form' | 'deadline' | 'feedback' | 'audience'>): string | undefined {
  if ((replyMode === 'form') !== (form !== undefined)) return 'form'
  // What a school is told of itself it hears from all, and from nobody by name (G14).
  if (feedback && (audience.to !== 'school' || !form?.anonymous)) return 'feedback'
  if (!form) return undefined
  const [fault] = checkForm(form)
  if (fault) return `form.${fault}`
  if (form.anonymous && form.questions.some(({ type }) => TELLING.includes(type))) return 'form.anonymous'
  return deadline === undefined ? 'deadline' : undefined
}
