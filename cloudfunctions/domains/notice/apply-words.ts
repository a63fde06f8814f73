// Decides how other words take a notice’s place: first on the notice, in one step, then on its slips (N11).
import { limits } from '@class-pact/core/contract'
import { searchTextOf, settleReply, wantsReply } from '@class-pact/core/notice'
import type { TrailEntry } from '../../common/store/documents'
import { withTrail } from '../../common/store/trail'
import { amendSlips, planWords } from '../slip'
import type { AudienceFacts } from './audience'
import type { FormerWords, NoticeDoc } from './documents'
import { notices } from './notices'

/** The post that brings the words: a correction that waited, or one that is stored nowhere because it need not wait. */
export type Correction = Pick<
  NoticeDoc,
  '_id' | 'draft' | 'files' | 'media' | 'check' | 'reasons' | 'pactVersion' | 'urgent' | 'author' | 'amends'
>

interface Applying {
  rules: Pick<AudienceFacts, 'pact' | 'school'>
  act: TrailEntry
}

/**
 * False: the notice is out no more, or other words were quicker. One conditional update decides between two corrections, and
 * between a correction and a withdrawal. A repeat finds its own words standing.
 */
export async function replaceWords(
  notice: NoticeDoc,
  correction: Correction,
  { rules, act }: Applying,
): Promise<boolean> {
  const after = amendNotice(notice, correction, act)
  if (!after) return false
  if (notice.amended?.through !== correction._id) {
    const { draft, files, media, check, reasons, pactVersion, urgent } = correction
    const { version, amended, signFrom } = after
    const changed = await notices.update(
      { _id: notice._id, state: 'published', version: notice.version },
      withTrail(
        {
          $set: {
            search: searchTextOf({ ...draft, sender: notice.author.card }),
            ...{ draft, files: files ?? [], media, check, reasons, pactVersion, version, amended, signFrom },
            duty: { kind: 'deliver', at: act.at, lease: 0, tries: 0 },
            ...(urgent && { urgent }),
          },
          $push: { versions: { $each: [formerWords(notice)], $slice: -limits.VERSIONS_MAX } },
          // Another urgency is looked at anew (T01).
          ...(urgent && { $unset: { urgentSeen: '' } }),
        },
        { ...act, detail: { ...act.detail, version, asksAgain: amended.asksAgain } },
      ),
    )
    if (!changed) return false
  }
  await amendSlips(planWords(after, rules), act)
  return true
}

/** The notice with the new words; undefined: it has others already. */
function amendNotice(
  notice: NoticeDoc,
  { _id, draft, author, amends }: Correction,
  { at }: TrailEntry,
): (NoticeDoc & Required<Pick<NoticeDoc, 'amended'>>) | undefined {
  const { amended } = notice
  if (amended?.through === _id) return { ...notice, amended }
  if (!amends || notice.state !== 'published' || notice.version !== amends.version) return undefined
  const version = notice.version + 1
  const { asksAgain, note } = amends
  return {
    ...notice,
    draft,
    version,
    amended: { at, by: author.card, role: author.role, asksAgain, ...(note && { note }), through: _id },
    signFrom: asksAgain && wantsReply(settleReply(draft).replyMode) ? version : notice.signFrom,
  }
}

function formerWords({ version, draft, files, amended, publishedAt, createdAt }: NoticeDoc): FormerWords {
  const { title, body, deadline, event, photos } = draft
  return {
    version,
    at: amended?.at ?? publishedAt ?? createdAt,
    draft: { title, body, deadline, event, photos },
    ...(files && { files }),
    ...(amended && { amended }),
  }
}
