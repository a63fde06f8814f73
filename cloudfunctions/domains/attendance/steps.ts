// Decides what the clock does for attendance: it looks at what has changed.
import type { Steps } from '../../common/call/duties'
import { watchClasses } from './watch'

export const steps: Steps = { sweeps: [watchClasses] }
