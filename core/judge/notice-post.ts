// Decides how a notice looks to the judge: the same while it is written, when it is published, and on a new version.
import { textsOfFields } from '../notice'
import { textsOfForm } from '../form'
import type { NoticeDraft } from '../notice/contract'
import type { KindFields, Role } from '../wire'
import type { Post } from './types'

/** The families of a class, of several, of some children: as far as names go they are all one (C22–C24). */
const AS_JUDGED = {
  ...{ classes: 'class', grade: 'school', school: 'school', child: 'child', children: 'children', staff: 'staff' },
} as const satisfies Record<NoticeDraft['audience']['to'], Post['audience']>

/** What of a notice is judged; the line of the issuer is known to whoever asks. */
export function postOfNotice(
  draft: Pick<
    NoticeDraft,
    'title' | 'body' | 'kind' | 'audience' | 'replyMode' | 'photos' | 'urgent' | 'event' | 'documents' | 'form'
  > &
    KindFields,
  role: Role,
): Post {
  const { title, body, kind, audience, replyMode, photos, urgent, event, documents = [], form } = draft
  return {
    role,
    kind: 'notice',
    title,
    body,
    noticeKind: kind,
    audience: AS_JUDGED[audience.to],
    replyMode,
    photos: photos.length,
    urgent,
    event,
    exception: draft.exception,
    more: [
      ...textsOfFields(draft),
      ...documents.map(({ name }, index) => ({ field: `documents.${index}.name`, text: name })),
      ...(form ? textsOfForm(form, 'form') : []),
    ],
  }
}
