// Decides what becomes of an album on its way out: refused, asked about, held, or checked photo by photo (P01, C04).
import { placeAlbum } from '@class-pact/core/album'
import type { AlbumPublished } from '@class-pact/core/contract'
import { MEDIA_WAIT_MS, isStopped } from '@class-pact/core/notice'
import type { Handler } from '../../common/call/handlers'
import { findFounding, refuseReused } from '../../common/call/repeat'
import { refuse, succeed, type Refusal } from '../../common/call/results'
import { discardUploads } from '../../common/files/take-files'
import { noteAct, startTrail } from '../../common/store/trail'
import { checkReason, mediaReason } from '../../common/wechat/check-reasons'
import { requestMediaCheck } from '../../common/wechat/media-check'
import { keepVerdict } from '../notice'
import type { AlbumDoc } from './documents'
import { albumIdOf, type FoundClass } from './find-class'
import { publishing } from './settle-album'
import { albums } from './store'
import { takePhotos } from './take-photos'
import { misfitOfTags, refuseIncomplete, weighAlbum } from './weigh-album'

export const publishAlbum: Handler<'album.publish', FoundClass> = async (asked, session) => {
  const { openid, now, found, identity } = session
  const { classId, className, school, pact } = found
  const albumId = albumIdOf(session)
  const answerAgain = (earlier: AlbumDoc) =>
    findFounding(earlier, session) === 'other' ? refuseReused() : succeed(reportOf(earlier))
  const answerEarlier = async (otherwise: Refusal) => {
    const earlier = await albums.find(albumId)
    return earlier ? answerAgain(earlier) : otherwise
  }
  if (found.repeated) return answerAgain(found.repeated)
  const level = school.stop?.level
  if (isStopped(level, identity.role))
    return refuse('PUBLISHING_STOPPED', { rule: 'G19', facts: { level: level ?? '' } })

  const misfit = misfitOfTags(asked, found)
  if (misfit) return refuse('INPUT_INVALID', { field: misfit })
  const weighed = weighAlbum(asked, found, identity.role, now)
  if (weighed.missing.length > 0) return refuseIncomplete(weighed)
  const isRefused = weighed.verdict === 'refuse' || weighed.verdict === 'deflect'
  const { seldom, median, releaseAt } = weighed
  if (!isRefused && seldom.length > 0 && !asked.sure) {
    return succeed({ albumId, state: 'asking', reasons: weighed.reasons, seldom, median })
  }

  const { input, check } = await session.ask()
  const reasons = [isRefused ? [] : (checkReason(check, pact) ?? []), weighed.reasons].flat()
  const judged = {
    noticeId: albumId,
    schoolId: school._id,
    classIds: [classId],
    author: { openid, role: identity.role },
    draft: { title: input.title, body: '' },
    ...{ reasons, check, at: now },
  }
  if (isRefused || check.suggest === 'risky') {
    await keepVerdict('refuse', judged)
    return refuse('POST_REFUSED', { rule: reasons[0]?.rule, cite: reasons[0]?.cite, reasons, field: 'title' })
  }

  const taken = await takePhotos(input.photos, { openid, requestId: session.requestId, albumId })
  // The same call at the same moment may have taken the files already.
  if (!taken.ok) return answerEarlier(taken)
  const { photos } = taken
  const media = await requestMediaCheck(
    openid,
    photos.map(({ file }) => file.fileId),
  )
  if (media.some(({ suggest }) => suggest === 'review')) reasons.push(mediaReason(pact))
  const findings = {
    looked: false,
    doubted: weighed.verdict === 'hold' || check.suggest !== 'pass',
    media: media.map(({ suggest }) => suggest),
    checkUntil: now + MEDIA_WAIT_MS,
    ...(releaseAt !== undefined && { releaseAt }),
  }
  const { state, at } = placeAlbum(findings, now)
  const album: AlbumDoc = {
    _id: albumId,
    schoolId: school._id,
    ...{ classId, className },
    by: { openid, card: identity.card, role: identity.role },
    title: input.title,
    whole: input.whole,
    absent: [...new Set(input.absent)],
    ...{ photos, media },
    childIds: [...new Set([...photos.flatMap(({ children }) => children), ...input.absent])],
    ...{ state, reasons, check, pactVersion: pact.version },
    createdAt: now,
    checkUntil: findings.checkUntil,
    ...(releaseAt !== undefined && { releaseAt }),
    ...(state === 'published' && publishing(now)),
    ...(at !== undefined && { duty: { kind: 'media', at, lease: 0, tries: 0 } }),
    ...{ dropping: [], cuts: 0, updatedAt: now, callDigest: session.digest },
    ...startTrail(noteAct(session, identity.role, 'album.publish', { photos: photos.length })),
  }
  if (state === 'held') await keepVerdict('hold', judged)
  if (!(await albums.insert(album))) return answerEarlier(refuse('TRY_AGAIN'))
  await discardUploads(input.photos.map(({ fileId }) => fileId))
  return succeed(reportOf(album))
}

const reportOf = ({ _id: albumId, state, reasons }: AlbumDoc): AlbumPublished => ({ albumId, state, reasons })
