// Decides how a roster is taken over: class by class, also while another page is open.
import type { RosterChoices, RosterPreview } from '@class-pact/core/contract'
import { call } from '../../../services/cloud'
import type { PhoneError } from '../../../services/cloud'
import { createStore } from '../../../services/store'

export interface Running {
  schoolId: string
  fileId: string
  preview: RosterPreview
  /** The leader's answers, as they were previewed. */
  choices: RosterChoices
  /** Classes done so far, in the order of the preview. */
  classesDone: number
  added: number
  unchanged: number
  left: number
  going: boolean
  error?: PhoneError
}
const store = createStore<{ running?: Running }>({})
export const readImport = store.read
export const subscribeImport = store.subscribe

/** Takes over all classes of a previewed file. The same file again adds nothing, so a broken run simply starts again. */
export async function runImport(
  schoolId: string,
  fileId: string,
  preview: RosterPreview,
  choices: RosterChoices,
): Promise<void> {
  const { running } = store.read()
  if (running?.going) return
  const resumes =
    running !== undefined &&
    running.preview.digest === preview.digest &&
    running.fileId === fileId &&
    running.schoolId === schoolId
  let state: Running = resumes
    ? { ...running, going: true, error: undefined }
    : { schoolId, fileId, preview, choices, classesDone: 0, added: 0, unchanged: 0, left: 0, going: true }
  store.write({ running: state })
  for (const { className } of preview.classes.slice(state.classesDone)) {
    const reply = await call('roster.import', { schoolId, fileId, digest: preview.digest, className, ...choices })
    if (!reply.ok) return store.write({ running: { ...state, going: false, error: reply.error } })
    state = {
      ...state,
      classesDone: state.classesDone + 1,
      added: state.added + reply.data.added,
      unchanged: state.unchanged + reply.data.unchanged,
      left: state.left + reply.data.left,
    }
    store.write({ running: state })
  }
  store.write({ running: { ...state, going: false } })
}

/** Forgets a finished run, so that another file can be chosen. */
export function endImport(): void {
  if (!store.read().running?.going) store.write({ running: undefined })
}
