// Decides nothing: brings the reader of papers into an exporter that a test builds, and hands it to the test.
import { readPaper } from '../../../../../cloudfunctions/domains/pact/read-paper'
import { serve } from '../../../../../cloudfunctions/common/call/handlers'

Object.assign(globalThis, { readPaper })

export const actions = serve({}, {}, {})
