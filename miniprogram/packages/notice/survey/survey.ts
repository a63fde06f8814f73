// Decides how a family that was drawn answers: read it, fill it in once, and nobody of the school sees who did (H04).
import type { Input, Survey } from '@class-pact/core/contract'
import { toAnswers, type FilledAnswer } from '../../../components/form-fill/fill'
import { call, type PhoneReply } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { dropDraft, readDraft, saveDraft } from '../../../services/drafts'
import { formatDueTime } from '../../../services/format'
import { openTab } from '../../../services/routes'

/** 256 bits: nobody draws the same, and nobody finds what was drawn (docs/adr/0020). */
const BALLOT_BYTES = 32
const REQUEST_BYTES = 16

interface Kept {
  filled: FilledAnswer[]
  /** A sheet that may have arrived: the same call is repeated, also after the phone was closed. */
  cast?: { input: Input<'survey.answer'>; requestId: string }
}
interface Fill {
  finish(): Promise<FilledAnswer[] | undefined>
}
const draftOf = ({ drawId, childId }: Pick<Survey, 'drawId' | 'childId'>) => `survey:${drawId}:${childId}`

definePage({
  data: {
    title: '',
    who: '',
    note: '',
    form: null as { questions: Survey['questions'] } | null,
    filled: [] as FilledAnswer[],
    answered: false,
  },
  query: { drawId: '', childId: '' },
  reads: 'survey.read',
  isForFamily: true,
  actsAs: ({ role, childId }, query) => role === 'guardian' && childId === query.childId,
  ask({ drawId, childId }) {
    return drawId && childId ? { drawId, childId } : undefined
  },
  present(survey) {
    const { title, schoolName, deadline, answered, questions, now } = survey
    return {
      title,
      who: schoolName,
      note: `随机抽到您家，每家填一份，${formatDueTime(deadline, now)}截止。匿名：学校和老师看不到谁填的，提交后不能修改。`,
      form: answered ? null : { questions },
      filled: answered ? [] : (readDraft<Kept>(draftOf(survey))?.filled ?? []),
      answered,
    }
  },
  onFilled(event: ToldEvent<{ filled: FilledAnswer[] }>) {
    const { filled } = event.detail
    this.setData({ filled, refusal: null })
    if (this.answer) saveDraft(draftOf(this.answer), { filled } satisfies Kept)
  },
  onDone() {
    openTab('today')
  },
  async onSubmit() {
    const survey = this.answer
    const filled = await (this.selectComponent('#fill') as unknown as Fill | null)?.finish()
    if (!survey || !filled) return
    if (!(await this.act(() => handIn(survey, filled)))) return
    dropDraft(draftOf(survey))
    await this.load()
  },
})

/** The number is drawn once a sheet; who repeats the call after an answer was lost repeats all of it. */
async function handIn(survey: Survey, filled: FilledAnswer[]): Promise<PhoneReply<unknown>> {
  const { drawId, childId, questions } = survey
  const key = draftOf(survey)
  const { cast } = readDraft<Kept>(key) ?? {}
  const said = { drawId, childId, questions, answers: toAnswers({ questions }, filled) }
  const isSame =
    cast !== undefined && JSON.stringify({ ...cast.input, ballot: '' }) === JSON.stringify({ ...said, ballot: '' })
  const now = isSame
    ? cast
    : { input: { ...said, ballot: await draw(BALLOT_BYTES) }, requestId: await draw(REQUEST_BYTES) }
  saveDraft(key, { filled, cast: now } satisfies Kept)
  return call('survey.answer', now.input, now.requestId)
}

async function draw(length: number): Promise<string> {
  const { randomValues } = await wx.getRandomValues({ length })
  return Array.from(new Uint8Array(randomValues), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
