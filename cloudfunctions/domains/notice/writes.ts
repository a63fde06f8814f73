// Decides the actions on notices whose texts the judge reads.
import { noticeWritingRows } from '@class-pact/core/notice/contract'
import { serve } from '../../common/call/handlers'
import { amend } from './amend'
import { findAudience } from './find-audience'
import { findToAmend } from './find-to-amend'
import { publish } from './publish'

export const actions = serve(
  noticeWritingRows,
  { audience: findAudience, noticeToAmend: findToAmend },
  {
    'notice.publish': publish,
    'notice.amend': amend,
  },
)
