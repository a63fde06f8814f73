// Decides what a notice's page shows to whom: the state in words, the sheet, the slip under the seam, the one ▶ (3.8).
import { beijingDay } from '@class-pact/core/calendar'
import type { Instant, NoticeDetail, NoticeDocument, NoticeForm, ReplyMode } from '@class-pact/core/contract'
import { isPast, wantsReply } from '@class-pact/core/notice'
import type { ChipOption } from '../../../components/choice-chips/choice-chips'
import { sayGap } from '../../../services/calendar-gap'
import { formatClass, formatDeadline, formatDueTime, formatRelease, formatStampTime } from '../../../services/format'
import { plainRefusal } from '../../../services/refusals'
import { presentReason, type RefusalCard } from '../../../services/sentences'
import { offer } from '../../../services/way-outs'
import { presentFields, type FieldLines } from '../../../domains/notice/field-lines'
import { doneWord as actDone } from '../../../domains/notice/rows'
import { KIND_WORDS, NOTICE_STATE_WORDS } from '../../../domains/notice/words'

type Mine = NoticeDetail['mine'][number]

export interface StateLine {
  icon: 'clock' | 'ok' | 'info'
  /** Two pieces that stay whole while there is room. */
  first: string
  rest: string
  plain: boolean
}
/** sign: the pad or a typed name; done: ink and seal; words: one sentence; none: the sheet ends at its signature. */
export interface SlipView {
  look: 'none' | 'sign' | 'done' | 'words' | 'form'
  sentence: string
  who: string
  word: string
  when: string
  ink: string
  typedName: string
}
export interface SheetView {
  title: string
  salutation: string
  body: string
  issuer: string
  day: string
  photos: string[]
  lines: FieldLines
  documents: NoticeDocument[]
}
export interface DetailView {
  kind: string
  state: StateLine
  sheet: SheetView
  children: ChipOption[]
  childId: string
  slip: SlipView
  /** '' = nothing left to do. */
  act: string
  /** A letter asks what the family thinks of it (N07). */
  asksOpinion: boolean
  /** What the own family has said. */
  opinion: string
  /** Another own child still has to be answered for. */
  nextChildId: string
  counts: NoticeDetail['counts'] | null
  /** 已签 已填 已读 */
  countWord: string
  canWithdraw: boolean
  /** Out already: it is taken back with a reason. */
  canWithdrawOut: boolean
  canAmend: boolean
  /** 第2版，9月1日20:10修改; '' = the first version. */
  changed: string
  /** What was corrected, in the author's words. */
  changedNote: string
  /** Why it is no more. */
  withdrawn: string
  /** Corrections of it that wait. */
  corrections: { noticeId: string; text: string }[]
  reasons: RefusalCard[]
  /** Of an urgent notice: whom a family may call at once (M16). */
  calls: { label: string; phone: string }[]
  /** 填表: what is asked, and whether it can still be filled in or changed. */
  form: { asked: NoticeForm; note: string; locked: boolean } | null
}

const NO_SLIP: SlipView = { look: 'none', sentence: '', who: '', word: '', when: '', ink: '', typedName: '' }
/** A child whose family was told by phone can still be signed for; only a signature settles. */
const isSigned = ({ state }: Mine) => state === 'signed'

/** The own child to answer for first: the one asked for, else the first without an answer. */
export function pickChild(notice: NoticeDetail, asked: string): string {
  const { mine } = notice
  const found = mine.find(({ childId }) => childId === asked) ?? mine.find((each) => !isSigned(each)) ?? mine[0]
  return found?.childId ?? ''
}

/** Lays the page out for one own child, or for staff. */
export function presentDetail(notice: NoticeDetail, childId: string, now: Instant, isStaff: boolean): DetailView {
  const mine = notice.mine.find((each) => each.childId === childId)
  const overdue = isPast(notice.deadline, now)
  const form = mine ? presentFill(notice, mine, overdue) : null
  const open = form
    ? !form.locked
    : notice.state === 'published' && wantsReply(notice.replyMode) && mine !== undefined && !isSigned(mine)
  return {
    kind: KIND_WORDS[notice.kind],
    state: mine ? familyState(notice, mine, now) : staffState(notice, now),
    sheet: presentSheet(notice, now),
    children: notice.mine.map((each) => ({ value: each.childId, label: each.childName })),
    childId,
    slip: mine ? presentSlip(notice, mine, open) : NO_SLIP,
    act: open ? actLabel(notice, overdue, mine) : '',
    asksOpinion: open && notice.kind === 'letter',
    opinion: mine?.opinion ?? '',
    form,
    nextChildId: nextChild(notice, childId),
    counts: isStaff ? (notice.counts ?? null) : null,
    countWord: doneWord(notice),
    canWithdraw: isStaff && notice.canWithdraw === true && notice.state !== 'published',
    canWithdrawOut: isStaff && notice.canWithdraw === true && notice.state === 'published',
    canAmend: isStaff && notice.canAmend === true,
    changed: sayChanged(notice),
    changedNote: notice.amended?.note ?? '',
    withdrawn: sayWithdrawn(notice),
    corrections: isStaff ? presentCorrections(notice, now) : [],
    reasons: isStaff ? [...presentDecided(notice), ...presentReasons(notice, now)] : [],
    calls: presentCalls(notice),
  }
}

/** 第2版，9月1日20:10修改 */
function sayChanged({ version, amended }: NoticeDetail): string {
  return amended ? `第${version}版，${formatStampTime(amended.at)}修改` : ''
}

function sayWithdrawn({ withdrawn }: NoticeDetail): string {
  if (!withdrawn) return ''
  const { by, words, wordsHeld } = withdrawn
  if (words) return `${by}：${words}`
  return wordsHeld ? `${by}写了原因，还没通过检查，请直接问一下。` : ''
}

function presentCorrections({ corrections = [] }: NoticeDetail, now: Instant): DetailView['corrections'] {
  return corrections.map(({ noticeId, state, releaseAt }) => ({
    noticeId,
    text:
      state === 'queued' && releaseAt !== undefined
        ? `有一处修改，${formatRelease(releaseAt, now)}送达`
        : `有一处修改${state === 'draft' ? '被退回' : NOTICE_STATE_WORDS[state]}`,
  }))
}

function presentCalls({ calls: { teacher, school } = {} }: NoticeDetail): DetailView['calls'] {
  return [
    ...(teacher ? [{ label: '打电话给班主任', phone: teacher }] : []),
    ...(school ? [{ label: '打电话给校长室', phone: school }] : []),
  ]
}

function sayDecided({ decision, by, words, wordsHeld }: NonNullable<NoticeDetail['decided']>): string {
  if (words) return `${by}：${words}`
  if (wordsHeld) return `${by}写了说明，还没通过检查，请直接问一下。`
  return decision === 'talk' ? `${by}：这件事请私下和家长说。` : ''
}

/** What the reviewer wrote, and the way on: mend and send again (G01). */
function presentDecided({ decided, draft }: NoticeDetail): RefusalCard[] {
  const said = decided && sayDecided(decided)
  if (!said) return []
  if (!draft) return [plainRefusal(said)]
  return [
    plainRefusal(
      said,
      decided.decision === 'talk' ? [offer('private_talk'), offer('edit')] : [offer('edit', '修改再发')],
    ),
  ]
}

function presentReasons({ reasons = [], state, awaits }: NoticeDetail, now: Instant): RefusalCard[] {
  const cards = reasons.map((reason) => presentReason(reason, { now, isStaff: true }))
  // Whoever has decided has said what to do, and who is asked for a word will: the findings stay as its grounds, without ways of their own.
  return state === 'draft' || state === 'refused' || awaits ? cards.map((card) => ({ ...card, ways: [] })) : cards
}

function presentSheet(notice: NoticeDetail, now: Instant): SheetView {
  return {
    title: notice.title,
    salutation: formatClass(notice.salutation),
    body: notice.body,
    issuer: notice.issuer,
    day: beijingDay(notice.publishedAt ?? notice.releaseAt ?? now),
    photos: notice.photos.map(({ url }) => url),
    lines: presentFields(notice.fields, notice),
    documents: notice.documents ?? [],
  }
}

function nextChild(notice: NoticeDetail, childId: string): string {
  if (notice.state !== 'published' || !wantsReply(notice.replyMode)) return ''
  return notice.mine.find((each) => each.childId !== childId && !isSigned(each))?.childId ?? ''
}

function actLabel({ replyMode }: NoticeDetail, overdue: boolean, mine: Mine | undefined): string {
  if (replyMode === 'form') return mine && isSigned(mine) ? '提交修改' : '提交'
  if (replyMode === 'sign') return overdue ? '补签' : '提交签字'
  return overdue ? '补确认' : '确认知晓'
}

const doneWord = ({ replyMode }: NoticeDetail) => `已${actDone(replyMode)}`
/** 妈妈 of 张小明妈妈 */
const relationOf = ({ signer = '', childName }: Mine) =>
  signer.startsWith(childName) ? signer.slice(childName.length) : signer

type Icon = StateLine['icon']
const strong = (icon: Icon, first: string, rest = ''): StateLine => ({ icon, first, rest, plain: false })
const plain = (icon: Icon, first: string): StateLine => ({ icon, first, rest: '', plain: true })

function familyState(notice: NoticeDetail, mine: Mine, now: Instant): StateLine {
  const { deadline, replyMode } = notice
  if (notice.state === 'withdrawn') return plain('info', '这份通知已撤回')
  if (!wantsReply(replyMode)) return plain('ok', '已读即可，不用回复')
  if (replyMode === 'form') {
    const line = formState(notice, mine, now)
    if (line) return line
  }
  if (mine.state === 'signed') return signedState(notice, mine)
  if (notice.state === 'closed') return plain('info', '这份通知已办结')
  if (mine.before) return strong('clock', `${sayChanged(notice)}，`, `请重${AGAIN_WORDS[replyMode] ?? '确认'}`)
  const word = replyMode === 'sign' ? '签字' : replyMode === 'form' ? '填表' : '确认'
  if (mine.state === 'followed') return strong('ok', '老师已告知您家，', `也可以补${word}`)
  if (deadline === undefined) return strong('clock', `待${word}`)
  if (isPast(deadline, now)) return strong('clock', '逾期，', `已过${formatDueTime(deadline, now)}`)
  return strong('clock', `待${word}，`, formatDeadline(deadline, now))
}

/** After other words: 请重签, 请重填, 请重确认. */
const AGAIN_WORDS: Partial<Record<ReplyMode, string>> = { sign: '签', form: '填' }

/** 已提交，可修改到9月2日18:00; undefined: as with every other reply. */
function formState(notice: NoticeDetail, mine: Mine, now: Instant): StateLine | undefined {
  const { deadline, form } = notice
  const late = isPast(deadline, now)
  if (isSigned(mine)) {
    const canChange = notice.state === 'published' && !late && !form?.anonymous && !mine.answers?.with
    return canChange && deadline !== undefined
      ? strong('ok', '已提交，', `可修改到${formatDueTime(deadline, now)}`)
      : strong('ok', '已提交，', '现在不能再改')
  }
  return notice.state === 'published' && late ? strong('info', '填写时间已过。', '要补填请联系老师') : undefined
}

/** What somebody sees of a form; null: there is none, or nothing of it to see any more. */
function presentFill(notice: NoticeDetail, mine: Mine, late: boolean): DetailView['form'] {
  const { form, state, replyMode } = notice
  if (!form || replyMode !== 'form') return null
  const isRunning = state === 'published' && !late
  const answered = isSigned(mine)
  if (answered && (form.anonymous || mine.answers?.with !== undefined || !mine.answers)) return null
  if (!answered && !isRunning) return null
  const whom = form.per === 'family' ? '每家填一份，家里几个孩子算一次。' : ''
  const note = form.anonymous ? '匿名问卷：老师看不到谁答的。提交后不能修改。' : ''
  return { asked: form, note: `${note}${whom}`, locked: !isRunning }
}

function signedState(notice: NoticeDetail, mine: Mine): StateLine {
  const late = mine.late ? '（逾期）' : ''
  if (mine.signedByMe) {
    const when = formatStampTime(mine.signedAt ?? 0)
    return strong('ok', `${mine.signer ?? ''} `, `${when} ${doneWord(notice)}${late}`)
  }
  const act = actDone(notice.replyMode)
  return strong('ok', `${relationOf(mine)}已${act}，`, `您不用再${act}${late}`)
}

function staffState(notice: NoticeDetail, now: Instant): StateLine {
  if (notice.amends) return correctionState(notice, now)
  if (notice.state === 'queued' && notice.releaseAt !== undefined) {
    return strong(
      'clock',
      '已排队，',
      `${formatRelease(notice.releaseAt, now)}送达${notice.gap ? `（${sayGap(notice.gap)}）` : ''}`,
    )
  }
  if (notice.state === 'held' && notice.noReviewer) {
    return strong('info', '没有别的负责人可以看，', '请先邀请一位教导处')
  }
  if (notice.awaits === 'principal') return strong('clock', '已交校长批，', '批准后自动发出')
  if (notice.awaits === 'leader') return strong('clock', '已交另一位负责人批，', '批准后自动发出')
  if (notice.state === 'held') return strong('info', '已交教导处看，', '通过后自动发出')
  if (notice.state === 'draft') return strong('info', '已退回，', '请按说明修改再发')
  if (notice.state === 'published') return strong('clock', NOTICE_STATE_WORDS.published)
  if (notice.state === 'withdrawn') return plain('info', '这份通知已撤回')
  return plain(notice.state === 'closed' ? 'ok' : 'clock', NOTICE_STATE_WORDS[notice.state])
}

/** A correction is no notice of its own: it waits, or its words stand, or others do. */
function correctionState(notice: NoticeDetail, now: Instant): StateLine {
  const { state, releaseAt, amends } = notice
  if (amends?.done === 'applied') return plain('ok', '修改已生效')
  if (amends?.done === 'outrun') return plain('info', '修改没有生效，通知已有别的改动')
  if (state === 'queued' && releaseAt !== undefined) {
    return strong('clock', '对已发通知的修改，', `${formatRelease(releaseAt, now)}送达`)
  }
  return strong('clock', '对已发通知的修改，', state === 'closed' ? '马上生效' : NOTICE_STATE_WORDS[state])
}

function presentSlip(notice: NoticeDetail, mine: Mine, open: boolean): SlipView {
  if (notice.replyMode === 'form') return formSlip(notice, mine)
  if (mine.state === 'signed') {
    return {
      look: 'done',
      sentence: '',
      who: mine.signer ?? '',
      word: doneWord(notice),
      when: formatStampTime(mine.signedAt ?? 0),
      ink: mine.signatureUrl ?? '',
      typedName: mine.typedName ?? '',
    }
  }
  if (!open) return NO_SLIP
  if (notice.replyMode === 'sign') return { ...NO_SLIP, look: 'sign' }
  return {
    ...NO_SLIP,
    look: 'words',
    sentence: `请确认您已看到这份${KIND_WORDS[notice.kind]}${notice.kind === 'notice' ? '' : '通知'}。`,
  }
}

/** Under the seam stands in words what cannot be shown as a sheet. */
function formSlip({ form }: NoticeDetail, mine: Mine): SlipView {
  const words = (sentence: string): SlipView => ({ ...NO_SLIP, look: 'words', sentence })
  if (!isSigned(mine)) return NO_SLIP
  const sibling = mine.answers?.with
  if (sibling) return words(`已和${sibling}一起提交。要修改，请打开${sibling}的这份通知。`)
  if (form?.anonymous) return words('已提交。匿名问卷不能再看和修改。')
  return NO_SLIP
}
