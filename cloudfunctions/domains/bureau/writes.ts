// Decides the action of the bureau whose text the judge reads: a school publishes its notice.
import { bureauWritingRows } from '@class-pact/core/bureau/contract'
import { serve } from '../../common/call/handlers'
import { publishLetter } from './publish-letter'

export const actions = serve(bureauWritingRows, {}, { 'bureau.publish': publishLetter })
