// Decides what staff see of the answers to a form: counts of all, and of one class the sheets in roll order (N04, N20).
import { limits, type AnswerRow, type NoticeForm } from '@class-pact/core/contract'
import { isLeader } from '../../common/call/scope'
import type { Handler } from '../../common/call/handlers'
import { refuse, succeed } from '../../common/call/results'
import { linkFiles } from '../../common/wechat/files'
import { feedbackBefore } from './feedback'
import type { FoundAnswers, SheetsSlip } from './find-answers'
import { LEAST_SHEETS, resultOf } from './result'
import { describeSheets, shownFiles } from './sheets'

export const readAnswers: Handler<'answers.read', FoundAnswers> = async ({ noticeId, classId, after }, session) => {
  const { openid, now, identity, found } = session
  const { notice, slips, sheets } = found
  const result = resultOf(found, now)
  if (!result) return refuse('FORBIDDEN')
  const all = result.form.anonymous ? [] : describeSheets(sheets)
  const from = Number(after ?? 0) || 0
  const shown = all.slice(from, from + limits.PAGE_SIZE)
  const next = from + shown.length
  const sum = (of: 'total' | 'signed') => slips.reduce((total, { counts }) => total + counts[of], 0)
  const isOfTerm = notice.draft.feedback === true && classId === undefined && !result.hidden
  const before = isOfTerm ? await feedbackBefore(notice, result.form, now) : undefined
  const mayShare = notice.audience.to !== 'child' && (notice.author.openid === openid || isLeader(identity))
  return succeed({
    noticeId,
    title: notice.draft.title,
    deadline: notice.draft.deadline,
    ...result,
    ...(before && { before }),
    ...(classId !== undefined && { classId, className: slips[0]?.className }),
    asked: sum('total'),
    answered: sum('signed'),
    least: LEAST_SHEETS,
    rows: await withLinks(shown, sheets, result.form),
    total: all.length,
    ...(next < all.length && { next: String(next) }),
    classes:
      classId !== undefined
        ? []
        : slips.map(({ classId: its, className, counts }) => ({
            classId: its,
            className,
            asked: counts.total,
            answered: counts.signed,
          })),
    shared: notice.results?.at,
    canShare: mayShare && result.locked && result.sheets >= LEAST_SHEETS,
  })
}

/** Photos that WeChat has not let pass have no address (C04). */
async function withLinks(rows: AnswerRow[], sheets: readonly SheetsSlip[], form: NoticeForm): Promise<AnswerRow[]> {
  const shown = shownFiles(rows, sheets, form)
  const links = await linkFiles(shown)
  return rows.map((row) => ({
    ...row,
    files: row.files.map(({ fileId }) => ({ fileId, url: links.get(fileId) })),
  }))
}
