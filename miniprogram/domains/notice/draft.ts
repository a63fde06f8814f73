// Decides what of a notice that is being written stays on this phone, and how a returned one is mended.
import type {
  Audience,
  Day,
  Identity,
  Instant,
  NoticeDetail,
  NoticeDraft,
  NoticeForm,
  NoticeKind,
  ReplyMode,
} from '@class-pact/core/contract'
import type { Announced } from '@class-pact/core/notice'
import { reopenFields, type FieldForm } from './field-form'

export interface Photo {
  fileId: string
  /** Where the phone shows it from: the local file while it is there. */
  path: string
}
/** A PDF of a notice that is being written. */
export interface FormDocument {
  fileId: string
  name: string
  bytes: number
  /** Where the phone opens it from: the file of the chat while it is there, or an address. */
  path: string
}
export interface Form {
  kind: NoticeKind
  title: string
  body: string
  audience: Audience
  replyMode: ReplyMode
  deadline: Instant
  event: { day?: Day; place: string; from?: string; to?: string }
  photos: Photo[]
  /** Absent in a draft from before there were any. */
  documents?: FormDocument[]
  urgent?: NoticeDraft['urgent']
  /** The published notice that this corrects (N11). */
  amends?: Amending
  /** What its kind has besides; absent in drafts from before kinds had fields. */
  fields?: FieldForm
  /** 填表: what is asked; kept while another reply is chosen. */
  form?: NoticeForm
  /** 学期反馈, while it goes to the whole school and is anonymous (G14). */
  feedback?: true
  /** The returned notice this one is the mended text of: it goes when this one is out (G01). */
  mends?: string
}

/** What a correction begins with, and what its author says of it. */
export interface Amending {
  noticeId: string
  /** The version that was on the screen. */
  version: number
  before: Announced
  /** How many have signed it. */
  signed: number
  /** The author says that the meaning changed. */
  asksAgain: boolean
  /** What was corrected. */
  note: string
}

/** A returned notice as a form again; a deadline it had not is given when the form is opened. */
export function reopenForm(
  noticeId: string,
  draft: NoticeDraft,
  { photos, documents = [] }: Pick<NoticeDetail, 'photos' | 'documents'>,
): Form {
  const { kind, title, body, audience, replyMode, deadline = 0, event, form, feedback } = draft
  return {
    ...{ kind, title, body, audience, replyMode, deadline },
    event: { place: '', ...event },
    fields: reopenFields(draft),
    ...(form && { form }),
    ...(feedback && { feedback }),
    photos: photos.map(({ fileId, url }) => ({ fileId, path: url || fileId })),
    documents: documents.map(({ url, ...document }) => ({ ...document, path: url })),
    mends: noticeId,
  }
}

/** Where a correction is kept while it is written: beside the draft of a new notice. */
export const amendKeyOf = (noticeId: string) => `amend:${noticeId}`

/** Where the draft of a notice is kept: one for each role of a person. */
export function draftKeyOf(identity: Pick<Identity, 'key'> | undefined): string {
  return `notice:${identity?.key ?? ''}`
}
