// Decides what the clock does to children: it settles them after somebody came or went, and when a child goes.
import { runDuties, type Steps } from '../../common/call/duties'
import { children } from '../class'
import { stepChild } from './child-step'

export const steps: Steps = {
  duties: [(until, schoolId) => runDuties(children, stepChild, until, schoolId)],
}
