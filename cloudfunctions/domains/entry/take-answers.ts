// Decides which answers a part takes: those that fit its fields, about who and what is there, with files of its own.
import type { CheckedInput, Field } from '@class-pact/core/contract'
import { checkSheet, type Part } from '@class-pact/core/register'
import { refuse, type Refusal } from '../../common/call/results'
import { isKeptIn, keptFolder } from '../../common/files/places'
import { takeFiles } from '../../common/files/take-files'
import type { KeptFile } from '../../common/store/documents'
import { requestMediaCheck, type PhotoVerdict } from '../../common/wechat/media-check'
import type { KeptAnswer, KeptPart } from './documents'
import type { Facts } from './facts'
import { listThings } from './things'

type Given = CheckedInput<'register.write'>['answers'][number]

export interface Taken {
  ok: true
  answers: KeptAnswer[]
  /** Of the photos that are new. */
  media: PhotoVerdict[]
  uploads: string[]
}

const invalid = (question: string) => refuse('INPUT_INVALID', { field: `answers.${question}` })

/** Done as usual, unless somebody says otherwise. */
function withUsual(fields: readonly Field[], given: readonly Given[]): Given[] {
  const silent = fields.filter(({ id, type }) => type === 'check' && !given.some(({ question }) => question === id))
  return [...given, ...silent.map(({ id }) => ({ question: id, done: true }))]
}

const SAYS = ['choices', 'other', 'text', 'number', 'day', 'time', 'done', 'refs', 'files'] as const
const says = (answer: Given) =>
  SAYS.some((part) => {
    const value = answer[part]
    return value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)
  })

/** What is wrong with answers before any file is looked at; the first. */
function misfitOf(fields: readonly Field[], given: readonly Given[], facts: Facts): Refusal | undefined {
  const [problem] = checkSheet(fields, given)
  if (problem) return invalid(problem.question)
  const astray = given.find(({ question, refs = [] }) => {
    const known = refs.length > 0 && idsFor(fields.find(({ id }) => id === question)?.type, facts)
    return known && refs.some((ref, at) => !known.has(ref) || refs.indexOf(ref) !== at)
  })
  return astray && invalid(astray.question)
}

/** Who and what can be named: ids as the sheet gave them. */
function idsFor(type: Field['type'] | undefined, { itsClass, staff, things }: Facts): Set<string> | false {
  switch (type) {
    case 'person':
      return new Set(staff.map(({ mark }) => mark))
    case 'child':
      return new Set(itsClass?.roster.map(({ childId }) => childId))
    case 'device':
    case 'room':
      return new Set(listThings(things, type).map(({ id }) => id))
    default:
      return false
  }
}

const usualAnswers = ({ fields }: Pick<Part, 'fields'>, given: readonly Given[]): Given[] =>
  withUsual(fields, given)
    .filter(says)
    .sort((one, other) => placeIn(fields, one) - placeIn(fields, other))

const placeIn = (fields: readonly Field[], { question }: Given) => fields.findIndex(({ id }) => id === question)

interface Around {
  part: Part
  facts: Facts
  entryId: string
  openid: string
  /** As the part was done before: what it has taken stays taken. */
  before?: KeptPart
}

/** Errors: INPUT_INVALID with the question as the field. */
export async function takeAnswers(said: readonly Given[], around: Around): Promise<Taken | Refusal> {
  const { part, facts, entryId, openid, before } = around
  const given = usualAnswers(part, said)
  const misfit = misfitOf(part.fields, given, facts)
  if (misfit) return misfit
  const into = keptFolder('entries', entryId)
  const kept = new Map(before?.answers.flatMap(({ files = [] }) => files.map((file) => [file.fileId, file] as const)))
  const named = given.flatMap(({ question, files = [] }) => files.map((fileId) => ({ question, fileId })))
  const foreign = named.find(({ fileId }) => isKeptIn(into, fileId) && !kept.has(fileId))
  if (foreign) return invalid(foreign.question)
  const fresh = named.filter(({ fileId }) => !kept.has(fileId))
  const media: PhotoVerdict[] = []
  for (const purpose of ['answer', 'signature'] as const) {
    const type = purpose === 'answer' ? 'photo' : 'signature'
    const asks = new Set(part.fields.flatMap((field) => (field.type === type ? [field.id] : [])))
    const some = fresh.filter(({ question }) => asks.has(question))
    const taken = await takeFiles(
      some.map(({ fileId }) => fileId),
      { openid, purpose, into, field: (index) => `answers.${some[index]?.question ?? ''}` },
    )
    if (!taken.ok) return taken
    for (const [index, file] of taken.files.entries()) kept.set(some[index]?.fileId ?? '', file)
    if (purpose === 'answer' && taken.files.length > 0) {
      const photos = taken.files.map(({ fileId }) => fileId)
      media.push(...(await requestMediaCheck(openid, photos)))
    }
  }
  const answers = given.map(({ files, ...answer }): KeptAnswer => ({ ...answer, ...keptFiles(files, kept) }))
  return { ok: true, answers, media, uploads: fresh.map(({ fileId }) => fileId) }
}

function keptFiles(files: readonly string[] | undefined, kept: ReadonlyMap<string, KeptFile>) {
  return files && files.length > 0 ? { files: files.flatMap((fileId) => kept.get(fileId) ?? []) } : {}
}
