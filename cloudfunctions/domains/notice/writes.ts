// Decides the actions on notices whose texts the judge reads.
import { bureauWritingRows } from '@class-pact/core/bureau/contract'
import { noticeWritingRows } from '@class-pact/core/notice/contract'
import { serve } from '../../common/call/handlers'
import { amend } from './amend'
import { findAudience } from './find-audience'
import { findToAmend } from './find-to-amend'
import { publish } from './publish'
import { publishLetter } from './publish-letter'

export const actions = serve(
  { ...noticeWritingRows, ...bureauWritingRows },
  { audience: findAudience, noticeToAmend: findToAmend },
  {
    'notice.publish': publish,
    'notice.amend': amend,
    'bureau.publish': publishLetter,
  },
)
