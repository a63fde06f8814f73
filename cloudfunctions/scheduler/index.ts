// Decides what happens every minute: duties that are due, trails into the audit, figures. Only the timer may call it.
import { cloud } from '../common/cloud'
import { logFailure } from '../common/call/log'
import { readClock } from '../common/clock'
import { applications } from '../common/store/applications'
import { sweepUploads } from '../common/files/forget-files'
import { cases } from '../common/store/cases'
import { children } from '../common/store/children'
import { classes } from '../common/store/classes'
import { leaves } from '../common/store/leaves'
import { notices } from '../common/store/notices'
import { people } from '../common/store/people'
import { slips } from '../common/store/slips'
import { stepCase } from './case-step'
import { chainAudit } from './chain-audit'
import { runDuties } from './duties'
import { stepLeave } from './leave-step'
import { stepNotice } from './notice-step'
import { stepApplication, stepPerson } from './people-steps'
import { rollUp } from './roll-up'
import { settleChild, settleClass } from './settle-step'
import { stepSlip } from './slip-step'

/** New work is begun only so long, milliseconds; the function lives 60 s (config.json). */
const WORK_MS = 40_000
/** A released notice is delivered, a delivered one reminded in the same run. */
const ROUNDS = 4

/** @returns how many duties were brought on */
export async function main(): Promise<{ brought: number }> {
  // Whoever else calls, a phone above all, gets nothing done (facts: SOURCE).
  if (cloud.getWXContext().SOURCE !== 'wx_trigger') return { brought: 0 }
  const until = readClock() + WORK_MS
  let brought = 0
  for (let round = 0; round < ROUNDS && readClock() < until; round++) {
    const inRound =
      (await attempt('notices', () => runDuties(notices, (notice, duty) => stepNotice(notice, duty, until), until))) +
      (await attempt('slips', () => runDuties(slips, (slip, duty) => stepSlip(slip, duty, until), until))) +
      (await attempt('leaves', () => runDuties(leaves, (leave) => stepLeave(leave, until), until))) +
      (await attempt('cases', () => runDuties(cases, stepCase, until))) +
      (await attempt('people', () => runDuties(people, stepPerson, until))) +
      (await attempt('applications', () => runDuties(applications, stepApplication, until))) +
      (await attempt('children', () => runDuties(children, settleChild, until))) +
      (await attempt('classes', () => runDuties(classes, settleClass, until)))
    brought += inRound
    if (inRound === 0) break
  }
  await attempt('uploads', async () => (await sweepUploads(until), 0))
  await attempt('audit', async () => (await chainAudit(), 0))
  await attempt('statistics', async () => (await rollUp(until), 0))
  return { brought }
}

/** One part that fails does not keep the others from their work. */
async function attempt(part: string, work: () => Promise<number>): Promise<number> {
  try {
    return await work()
  } catch (failure) {
    logFailure(`scheduler.${part}`, 'timer', failure)
    return 0
  }
}
