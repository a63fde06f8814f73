// Decides how a report reads: to its writer with the answer they may see, to the leaders whole.
import type { Report } from '@class-pact/core/contract'
import type { ReportDoc } from './documents'
import { showWords } from '../../common/wechat/check-words'

export function describeReport(report: ReportDoc, reader: string): Report {
  const { _id: reportId, classId, className, by, words, wordsCheck, at, answered } = report
  return {
    ...{ reportId, classId, className, by: by.card, words, doubted: wordsCheck !== undefined, at },
    ...(answered && {
      answered: {
        ...{ at: answered.at, by: answered.by },
        ...(by.openid === reader ? showWords(answered) : { words: answered.words }),
      },
    }),
  }
}
