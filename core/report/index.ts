// Reports of the term: what is open in each class, from figures and duties.
export { FEEDBACK_WEEKS, feedbackDue } from './feedback'
export { inspectClass, inspectSchool } from './inspect'
export type { InspectedSlip } from './inspect'
