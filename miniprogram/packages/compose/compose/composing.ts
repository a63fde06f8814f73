// Decides how writing a notice and previewing it share it: in memory, while both pages are open.
import type { NoticePrepared, Reason, Role } from '@class-pact/core/contract'
import type { Form } from '../../../domains/notice/draft'

export interface Composing {
  form: Form
  prepared: NoticePrepared
  role: Role
  /** Where the draft is kept. */
  draftKey: string
  /** What the cloud found and the phone cannot see: WeChat's text check, names of other classes. */
  found?: Reason[]
  /** What is refused is to be looked at by a person (请人工看). */
  review?: boolean
  sent?: boolean
}

let shared: Composing | undefined

export function shareComposing(composing: Composing): void {
  shared = composing
}
export function readComposing(): Composing | undefined {
  return shared
}
export function endComposing(): void {
  shared = undefined
}
