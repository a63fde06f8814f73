// Decides how the database itself puts the same answers together, so that a school's result need not bring every sheet.
import { BOUNDS } from '../../common/store/bounds'
import type { Stage } from '../../common/store/collection'

interface Asked {
  noticeId: string
  classId?: string
}

const ofNotice = ({ noticeId, classId }: Asked) => ({ $match: { noticeId, ...(classId && { classId }) } })

/** A sheet a row, of slips; one below the version that is asked for again does not count (N11). */
const OF_SLIPS: Stage[] = [
  {
    $project: {
      signFrom: 1,
      sheets: { $objectToArray: { $ifNull: ['$answers', {}] } },
      lines: { $objectToArray: '$entries' },
    },
  },
  { $unwind: '$sheets' },
  {
    $project: {
      sheet: '$sheets.v.sheet',
      stands: { $gte: ['$sheets.v.version', { $ifNull: ['$signFrom', 0] }] },
      // Whoever was answered for with another child's sheet has none that counts.
      lent: {
        $size: {
          $filter: {
            input: '$lines',
            as: 'line',
            cond: {
              $and: [{ $eq: ['$$line.k', '$sheets.k'] }, { $gt: [{ $ifNull: ['$$line.v.answeredWith', ''] }, ''] }],
            },
          },
        },
      },
    },
  },
  { $match: { stands: true, lent: 0 } },
]
/** The same of the boxes of an anonymous form. */
const OF_BALLOTS: Stage[] = [{ $unwind: '$box' }, { $project: { sheet: '$box.sheet' } }]

const has = (path: string) => ({ $gt: [{ $ifNull: [path, ''] }, ''] })

/** `SameAnswers` of core/form, as `_id` and `times`. */
const SAME: Stage[] = [
  { $unwind: '$sheet' },
  {
    $group: {
      _id: {
        question: '$sheet.question',
        choices: '$sheet.choices',
        number: '$sheet.number',
        day: '$sheet.day',
        other: has('$sheet.other'),
      },
      times: { $sum: 1 },
    },
  },
]

/** What was written: texts and 其他, in an order of their own, so that it tells nothing of who came when. */
const wordsOf = (most: number): Stage[] => [
  { $unwind: '$sheet' },
  { $project: { question: '$sheet.question', said: { $ifNull: ['$sheet.text', '$sheet.other'] } } },
  { $match: { said: { $gt: '' } } },
  { $sort: { said: 1 } },
  { $group: { _id: '$question', total: { $sum: 1 }, words: { $push: '$said' } } },
  { $project: { total: 1, words: { $slice: ['$words', most] } } },
]

/** Of what is put together there is no more than one a child: a school's twenty questions are fewer. */
const atMost = { $limit: BOUNDS.childrenOfSchool }

/**
 * Lookups that `CountedRow` reads back.
 * @param wordsMost of what was written, of one question
 */
export function lookUpCounts(asked: Asked, wordsMost: number): Stage[] {
  const from = (as: string, stages: Stage[]) => ({
    $lookup: { from: 'slips', pipeline: [ofNotice(asked), ...OF_SLIPS, ...stages, atMost], as },
  })
  return [
    from('sheets', COUNT),
    from('same', SAME),
    from('words', wordsOf(wordsMost)),
    ...lookUpBallots(asked, wordsMost),
  ]
}

const COUNT: Stage[] = [{ $count: 'count' }]

/** Of an anonymous form alone: `BallotsRow`. */
export function lookUpBallots(asked: Asked, wordsMost: number): Stage[] {
  const from = (as: string, stages: Stage[]) => ({
    $lookup: { from: 'ballots', pipeline: [ofNotice(asked), ...OF_BALLOTS, ...stages, atMost], as },
  })
  return [from('boxSheets', COUNT), from('boxSame', SAME), from('boxWords', wordsOf(wordsMost))]
}

/** How many sheets lie in each class's box of an anonymous form. */
export const lookUpBoxes = (noticeId: string): Stage => ({
  $lookup: {
    from: 'ballots',
    pipeline: [
      ofNotice({ noticeId }),
      { $limit: BOUNDS.classesOfSchool },
      { $project: { classId: 1, sheets: { $size: '$box' } } },
    ],
    as: 'boxes',
  },
})

export interface BoxesRow {
  boxes: { classId: string; sheets: number }[]
}

export const sumBoxes = ({ boxes }: BoxesRow): number => boxes.reduce((sum, { sheets }) => sum + sheets, 0)

interface SameRow {
  _id: { question: string; choices?: string[]; number?: number; day?: string; other: boolean }
  times: number
}
export interface CountedRow extends BallotsRow {
  sheets: { count: number }[]
  same: SameRow[]
  words: { _id: string; total: number; words: string[] }[]
}
export interface BallotsRow {
  boxSheets: { count: number }[]
  boxSame: SameRow[]
  boxWords: { _id: string; total: number; words: string[] }[]
}
