// What other domains may use of timetable.
export { isInLesson, lookUpTeaching, lookUpTeachingOf } from './teaching'
export type { TeachingRow } from './teaching'
