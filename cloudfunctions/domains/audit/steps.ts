// Decides what the clock does for the audit: trails become its rows.
import type { Steps } from '../../common/call/duties'
import { chainAudit } from './chain-audit'

export const steps: Steps = { sweeps: [chainAudit] }
