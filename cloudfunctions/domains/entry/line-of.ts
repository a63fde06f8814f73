// Decides how the answers of one part read in one line: what was said, in the order of the fields, and not the usual.
import type { Day, Field } from '@class-pact/core/contract'
import type { KeptAnswer } from './documents'
import type { Facts } from './facts'
import { describeThing } from './things'

/** A line of a table on a phone; the whole stands in the entry. */
const LINE_MOST = 120

interface Around {
  facts: Pick<Facts, 'staff' | 'itsClass' | 'things'>
  /** Words that WeChat doubts, before a family. */
  hides: boolean
}

export function lineOf(fields: readonly Field[], answers: readonly KeptAnswer[], around: Around): string {
  const said = fields.flatMap((field) => {
    const answer = answers.find(({ question }) => question === field.id)
    const words = answer && sayAnswer(field, answer, around)
    return words ? [words] : []
  })
  const checks = fields.filter(({ type }) => type === 'check')
  const isAllDone = said.length === 0 && checks.length > 0 && answers.length > 0
  const line = (isAllDone ? `${checks.length}项都做到了` : said.join('；')).replace(/\s+/g, ' ')
  return line.length > LINE_MOST ? `${line.slice(0, LINE_MOST - 1)}…` : line
}

function sayAnswer(field: Field, answer: KeptAnswer, { facts, hides }: Around): string {
  const text = hides ? '' : (answer.text ?? '')
  switch (field.type) {
    case 'single':
    case 'several': {
      const labels = field.choices.filter(({ id }) => answer.choices?.includes(id)).map(({ label }) => label)
      return [...labels, ...(answer.other && !hides ? [answer.other] : [])].join('、')
    }
    case 'text':
      return text
    case 'number':
      return answer.number === undefined ? '' : `${field.label}：${answer.number}${field.unit ?? ''}`
    case 'day':
      return answer.day ? sayDay(answer.day) : ''
    case 'time':
      return answer.time?.replace(/^0(?=\d:)/, '') ?? ''
    case 'check':
      return answer.done === false ? `${field.label}：没做到${text && `（${text}）`}` : ''
    case 'person':
    case 'child':
    case 'device':
    case 'room':
      return (answer.refs ?? []).flatMap((ref) => nameOf(field.type, ref, facts) ?? []).join('、')
    default:
      return ''
  }
}

/** 9月2日: the row itself says which year. */
const sayDay = (day: Day): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`

function nameOf(type: Field['type'], ref: string, { staff, itsClass, things }: Around['facts']): string | undefined {
  if (type === 'person') return staff.find(({ mark }) => mark === ref)?.card
  if (type === 'child') return itsClass?.roster.find(({ childId }) => childId === ref)?.name
  const thing = things.find(({ _id }) => _id === ref)
  return thing && describeThing(thing).name
}
