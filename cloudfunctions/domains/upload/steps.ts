// Decides what the clock does to uploads: what nobody has taken goes.
import type { Steps } from '../../common/call/duties'
import { sweepUploads } from '../../common/files/forget-uploads'

export const steps: Steps = { sweeps: [sweepUploads] }
