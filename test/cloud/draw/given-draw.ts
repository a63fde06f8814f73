// Decides how a test makes a draw, and who of a school was drawn.
import { randomBytes } from 'node:crypto'
import type { Input } from '@class-pact/core/contract'
import { MORNING, PRINCIPAL, SCHOOL, motherOf, type GivenSchool } from '../given-school'

export const DEADLINE = Date.parse(MORNING) + 7 * 86_400_000
export const AFTER = new Date(DEADLINE + 60_000).toISOString()

const QUESTIONS: Input<'draw.make'>['questions'] = [
  {
    ...{ id: 'q1', type: 'single', label: '您对学校的工作满意吗', required: true },
    choices: [
      { id: 'c1', label: '满意' },
      { id: 'c2', label: '不满意' },
    ],
  },
  { id: 'q2', type: 'text', label: '您的建议', required: false },
]

export const aDraw = (changes: Partial<Input<'draw.make'>> = {}): Input<'draw.make'> => ({
  ...{ schoolId: SCHOOL, title: '家长问卷', percent: 30, questions: QUESTIONS, deadline: DEADLINE },
  ...changes,
})

export interface StoredDraw {
  _id: string
  seed: string
  ids: string[]
  drawn: { id: string; children: string[] }[]
  answered: { family: string }[]
}

export const newBallot = () => randomBytes(32).toString('hex')

export const aSheet = (drawId: string, childId: string, choice = 'c1'): Input<'survey.answer'> => ({
  ...{ drawId, childId, questions: QUESTIONS, ballot: newBallot() },
  answers: [{ question: 'q1', choices: [choice] }],
})

/** A draw, whom it took, and a child that it did not take. */
export async function givenDraw(school: GivenSchool, by = PRINCIPAL) {
  const { drawId } = await school.get(by, 'draw.make', aDraw())
  const [stored] = (await school.stored<StoredDraw>('draws')).filter(({ _id }) => _id === drawId)
  if (!stored) throw new Error('no draw')
  const drawn = stored.drawn.map(({ id }) => id)
  const left = stored.ids.find((id) => !drawn.includes(id)) ?? ''
  return { drawId, stored, drawn, first: drawn[0] ?? '', left, mother: motherOf(drawn[0] ?? '') }
}
