// Decides how a test answers the fields of any register: the first choice, some words, the least number.
import type { Field, FieldAnswer, RegisterSheet } from '@class-pact/core/contract'
import type { GivenSchool } from '../../given-school'
import { aPng, uploadAs } from '../../uploads'

interface Answering {
  school: GivenSchool
  who: string
  sheet: Pick<RegisterSheet, 'people' | 'children' | 'devices' | 'rooms'>
  today: string
}

/** One valid answer to every field, pictures and signatures included. */
export async function answerFields(fields: readonly Field[], answering: Answering): Promise<FieldAnswer[]> {
  const answers: FieldAnswer[] = []
  for (const field of fields) answers.push({ question: field.id, ...(await answerOne(field, answering)) })
  return answers
}

async function answerOne(field: Field, { school, who, sheet, today }: Answering): Promise<Partial<FieldAnswer>> {
  switch (field.type) {
    case 'single':
    case 'several':
      return { choices: field.choices.slice(0, 1).map(({ id }) => id) }
    case 'text':
      return { text: '一切按计划进行' }
    case 'number':
      return { number: field.min ?? 0 }
    case 'day':
      return { day: today }
    case 'time':
      return { time: '10:00' }
    case 'check':
      return { done: true }
    case 'photo':
      return { files: [await uploadAs(school, who, 'answer', aPng())] }
    case 'signature':
      return { files: [await uploadAs(school, who, 'signature', aPng())] }
    case 'person':
      return { refs: firstOf(sheet.people) }
    case 'child':
      return { refs: firstOf(sheet.children) }
    case 'device':
      return { refs: firstOf(sheet.devices) }
    case 'room':
      return { refs: firstOf(sheet.rooms) }
  }
}

const firstOf = (choices: readonly { id: string }[] = []) => choices.slice(0, 1).map(({ id }) => id)

/** Answers that are refused, and the field that the refusal names: one that is asked for is missing, or one is not asked. */
export function spoil(
  fields: readonly Field[],
  answers: readonly FieldAnswer[],
): { answers: FieldAnswer[]; field: string } {
  // What is only ticked is done as usual when nobody says anything.
  const asked = fields.find(({ required, type }) => required && type !== 'check')
  if (!asked) return { answers: [...answers, { question: 'nothing', text: '?' }], field: 'answers.nothing' }
  return { answers: answers.filter(({ question }) => question !== asked.id), field: `answers.${asked.id}` }
}
