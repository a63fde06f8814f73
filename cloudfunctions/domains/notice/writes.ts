// Decides the actions on notices whose texts the judge reads.
import { noticeWritingRows } from '@class-pact/core/notice/contract'
import { serve } from '../../common/call/handlers'
import { findAudience } from './find-audience'
import { publish } from './publish'

export const actions = serve(noticeWritingRows, { audience: findAudience }, { 'notice.publish': publish })
