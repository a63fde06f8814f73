// Decides what others read of answers: they lie with the slips, and the result that is sent round with the notice.
import { answerExportRows, answerRows } from '@class-pact/core/answers/contract'
import type { Manifest } from '../../common/call/manifest'

export const manifest: Manifest = {
  name: 'answers',
  rows: { ...answerRows, ...answerExportRows },
  collections: {},
  acts: {
    'answers.share': '公布填表结果',
  },
}
