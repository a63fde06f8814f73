// Decides how an entry reads to whoever may see it: parts, whose turn it is, what can be chosen, what is known already.
import type { Choice, FieldAnswer, RegisterSheet, SheetPart, SubjectKind } from '@class-pact/core/contract'
import { partDueAt, type Part } from '@class-pact/core/register'
import { linkFiles } from '../../common/wechat/files'
import { markStaff } from '../office'
import type { EntryDoc, KeptAnswer, KeptPart } from './documents'
import type { Facts } from './facts'
import type { Sheet } from './find-sheet'
import { sortPhotos } from './photos'
import { prefill } from './prefill'
import { doneAt, mayBeDone } from './rules-of'
import { isOpenNow } from './slots'
import { deskFor, type Desk } from './standing'
import { isSingle } from './store'
import { listClassesFirst, listSubjects, type Subject } from './subjects'
import { describeThing, listThings } from './things'

interface Reader {
  openid: string
  now: number
}

/** Where a word of the register's paper stands. */
export const articlesOf = ({ rules }: Pick<Facts, 'rules'>): string[] =>
  rules.sources.map(({ seed, article }) => `${seed} ${article}`)

export async function describeSheet(
  sheet: Sheet & { last?: EntryDoc; alike?: RegisterSheet['alike'] },
  reader: Reader,
): Promise<RegisterSheet> {
  const { facts, rules, slot, subject, entry, last, alike } = sheet
  const { id, school, itsClass } = facts
  const { classId, className } = entry ?? { classId: itsClass?._id, className: itsClass?.name }
  const parts = rules.parts.map((part) => describePart(part, sheet, reader))
  const { shown, held } = sortPhotos(sheet, reader)
  const urls = await linkFiles(shown)
  const isNew = !entry && parts[0]?.mine === true
  const classes = isNew && !subject ? listClassesFirst(facts, sheet.desks) : []
  const prefilled = isNew ? prefill({ facts, rules, ...(last && { last }) }, reader.now) : []
  return {
    ...{ register: id, title: rules.title, area: rules.area, articles: articlesOf(facts) },
    ...(rules.cards && { cards: [...rules.cards] }),
    ...{ schoolId: school._id, ...(classId && { classId }), ...(className && { className }) },
    about: rules.about,
    ...(subject
      ? { subject: describeSubject(subject, facts) }
      : isNew && { subjects: listSubjects(facts, reader.openid) }),
    ...(classes.length > 0 && { classes }),
    ...{ slot: entry?.slot ?? slot?.key ?? '', slotFrom: slot?.from ?? entry?.on ?? '' },
    ...(slot && rules.period.kind !== 'event' && { dueAt: slot.dueAt }),
    ...(!isSingle(rules) && { many: true as const }),
    ...(entry && { entryId: entry._id }),
    ...{ version: entry?.version ?? 0, state: entry?.state ?? 'open', parts },
    ...(parts.some(({ mine }) => mine) && choicesOf(sheet)),
    ...(prefilled.length > 0 && { prefilled }),
    ...(alike && alike.length > 0 && { alike }),
    ...(urls.size > 0 && { urls: Object.fromEntries(urls) }),
    ...(held.length > 0 && { held: Object.fromEntries(held) }),
    now: reader.now,
  }
}

function describeSubject({ kind, id, name }: Subject, { school, itsClass, things }: Facts): Choice {
  const thing = things.find(({ _id }) => _id === id)
  const no = thing ? describeThing(thing).no : itsClass?.roster.find(({ childId }) => childId === id)?.no
  return { id: idOf({ kind, id }, school._id), name, ...(no && { no }) }
}

/** An openid does not leave the cloud. */
const idOf = ({ kind, id }: { kind: SubjectKind; id: string }, schoolId: string): string =>
  kind === 'teacher' ? markStaff(schoolId, id) : id

function describePart(part: Part, sheet: Sheet, { openid, now }: Reader): SheetPart {
  const { facts, rules, slot, entry, desks } = sheet
  const { id, title, fields, by } = part
  const done = entry?.parts[id] ?? []
  const isTheirs = deskFor(rules, id, desks) !== undefined
  const isTurn = entry ? mayBeDone(rules, entry, id) : id === 'fill' && slot && isOpenNow(facts, slot, now)
  const dueAt =
    slot &&
    partDueAt(part, { slot, done: doneAt(entry?.parts ?? {}), values: facts.values, calendar: facts.school.calendar })
  return {
    ...{ id, title, fields: [...fields], by: [...by], mine: isTheirs && isTurn === true },
    ...(dueAt !== undefined && done.length === 0 && { dueAt }),
    ...(done.length > 0 && { done: done.map((each) => describeDone(each, desks, openid)) }),
  }
}

/** Staff read words that WeChat doubts, and that it does; a family only what WeChat let pass (C04). */
function describeDone({ answers, by, card, at, check }: KeptPart, desks: readonly Desk[], openid: string) {
  const isFamily = desks.every(({ desk }) => desk === 'guardian')
  const hides = check !== undefined && isFamily && by !== openid
  return {
    answers: answers.map((answer) => describeAnswer(answer, hides)),
    ...{ by: card, at },
    ...(check && { doubted: true as const }),
  }
}

export function describeAnswer({ text, other, files, ...answer }: KeptAnswer, hides = false): FieldAnswer {
  return {
    ...answer,
    ...(text && !hides && { text }),
    ...(other && !hides && { other }),
    ...(files && { files: files.map(({ fileId }) => fileId) }),
  }
}

/** Only what a field of a part asks for, and only to whoever fills one. */
function choicesOf({ facts, rules }: Sheet): Partial<RegisterSheet> {
  const { staff, itsClass, things } = facts
  const asks = (type: string) => rules.parts.some(({ fields }) => fields.some((field) => field.type === type))
  return {
    ...(asks('person') && { people: staff.map(({ mark, card }) => ({ id: mark, name: card })) }),
    ...(asks('child') && {
      children: (itsClass?.roster ?? []).map(({ childId, no, name }) => ({ id: childId, no, name })),
    }),
    ...(asks('device') && { devices: listThings(things, 'device', itsClass?._id) }),
    ...(asks('room') && { rooms: listThings(things, 'room', itsClass?._id) }),
  }
}
