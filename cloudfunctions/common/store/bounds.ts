// Decides which lists need no pages, because what they are about cannot hold more: each bound with what bounds it.
import { limits } from '@class-pact/core/contract'

/** A school has some hundred classes at most; a file of a roster has 5,000 rows. */
const CLASSES = 1_000
const DAYS_OF_YEAR = 366
const DAYS_OF_MONTH = 31
const HALVES = 2
/** A year's months, and the one a range reaches into on either side. */
const MONTHS = 14

export const BOUNDS = {
  classesOfSchool: CLASSES,
  /** An office for every grade and every kind, several of a kind; a school has fewer classes. */
  officesOfSchool: CLASSES,
  childrenOfSchool: CLASSES * limits.CLASS_SIZE_MAX,
  /** One row a class and month (`StatisticsDoc`). */
  monthsOfSchool: CLASSES * MONTHS,
  /** Lines of a report: what is more opens on no phone. */
  slipsOfReport: 5_000,
  /** One group a class and number of seats that is told apart: none, one, more. */
  seatsOfSchool: CLASSES * 3,
  /** A class that children have come to and left: three times as many as sit in it. */
  childrenOfClass: 3 * limits.CLASS_SIZE_MAX,
  /** Tags of one album: every child of the class, and who has left it since. */
  childrenOfAlbum: 2 * limits.CLASS_SIZE_MAX,
  /** A child's leaves do not overlap: half days of the year one may ask ahead, and of the longest leave that begins in it. */
  leavesOfChildAhead: HALVES * (DAYS_OF_YEAR + limits.LEAVE_DAYS_MAX),
  /** A day's checks of a school. */
  rollsOfSchoolDay: HALVES * CLASSES,
  /** Boards, screens and computers of every classroom, and the rooms themselves. */
  thingsOfSchool: 4 * CLASSES,
  /** A day of every child, a month of every teacher: what a register has of one school in one slot. */
  entriesOfSlot: 10 * CLASSES,
  /** Some symptoms, each in an outbreak or two at a time. */
  warningsOfClass: DAYS_OF_MONTH,
  warningsOfSchool: CLASSES,
  /** Half a term's checks of one class, to see who was away in a row. */
  rollsOfClassTerm: HALVES * DAYS_OF_YEAR,
  /** A month's checks of one class. */
  rollsOfClassMonth: HALVES * DAYS_OF_MONTH,
  /** A child changes its class once a year, and seldom within one. */
  classesOfChild: DAYS_OF_MONTH,
  /** Every half day of a month a leave of its own, for every child of a class. */
  leavesOfClassInMonth: limits.CLASS_SIZE_MAX * HALVES * DAYS_OF_MONTH,
  /** Matters of one class that wait for an answer: ten at once of every child. */
  talksOfClass: 10 * limits.CLASS_SIZE_MAX,
  /** Reception days that are opened at once (RECEPTION_DAYS_MAX). */
  daysOpened: 10,
  /** Matters of one family that were answered within a week: ten of each of ten children. */
  talksOfFamily: 10 * 10,
} as const
