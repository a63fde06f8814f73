// Decides how what a supervisor has told the leaders reads: to both, with the answer (M06).
import type { Instant, Report } from '@class-pact/core/contract'
import { formatClass, formatMoment } from '../../../services/format'

export interface ReportView {
  reportId: string
  who: string
  words: string
  doubted: string
  /** 李校长 9月2日 9:10：已和班主任谈过; '' while nobody has answered. */
  answer: string
  open: boolean
  label: string
}

function sayAnswer({ answered }: Report, now: Instant): string {
  if (!answered) return ''
  const { by, at, words } = answered
  return `${by} ${formatMoment(at, now)}：${words ?? '说明还没通过检查，请直接问一下'}`
}

export function presentReports(reports: readonly Report[], now: Instant): ReportView[] {
  return reports.map((report) => {
    const { reportId, className, by, at, words, doubted, answered } = report
    return {
      ...{ reportId, words, open: answered === undefined, answer: sayAnswer(report, now) },
      who: `${formatClass(className)}，${by}，${formatMoment(at, now)}`,
      doubted: doubted ? '微信检查：需人工看' : '',
      label: `${formatClass(className)}，${by}反映`,
    }
  })
}
