// What other domains may use of timetable.
export { isInLesson, lookUpTeaching } from './teaching'
export type { TeachingRow } from './teaching'
