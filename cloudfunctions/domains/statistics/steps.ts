// Decides what the clock does for figures: it rolls them up.
import type { Steps } from '../../common/call/duties'
import { rollUp } from './roll-up'

export const steps: Steps = { sweeps: [rollUp] }
