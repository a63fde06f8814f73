// Decides the actions on leaves whose words the judge reads.
import { leaveWritingRows } from '@class-pact/core/leave/contract'
import { serve } from '../../common/call/handlers'
import { submit } from './submit'

export const actions = serve(leaveWritingRows, {}, { 'leave.submit': submit })
