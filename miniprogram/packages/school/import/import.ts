// Decides how a roster comes in: a file from a chat, what was understood of it, what is asked (screens.md 3.21).
import type { MissingAnswer, RosterChoices, RosterMeaning, RosterPreview } from '@class-pact/core/contract'
import { call } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { submitOnce } from '../../../services/page-frame'
import { ROUTES, replacePage } from '../../../services/routes'
import { presentFailure } from '../../../services/refusals'
import { uploadAll } from '../../../services/upload'
import { isLeader, openSession, switchTo } from '../../../services/session'
import { FILE_BYTES_MAX, openSheet, openTemplate, pickFile } from './choose-file'
import { presentProgress, presentRoster } from './present'
import type { PreviewView, ProgressView } from './present'
import { MEANING_OPTIONS, chooseMeaning } from './present-columns'
import { MISSING_OPTIONS, answerMissing } from './present-missing'
import { answerQuestion } from './present-questions'
import { endImport, readImport, runImport, subscribeImport } from './run-import'

/** What the panel asks: one column's meaning, one question, or what became of children the file does not have. */
interface Asking {
  kind: 'column' | 'question' | 'missing'
  index: number
  title: string
  sub: string
  value: string
  options: { value: string; label: string }[]
  typed: boolean
}
type Tapped = WechatMiniprogram.TouchEvent

definePage({
  data: {
    view: null as PreviewView | null,
    fileName: '',
    progress: null as ProgressView | null,
    /** Codes of the groups that are shown whole. */
    open: {} as Record<string, boolean>,
    asking: null as Asking | null,
    typed: '',
  },
  query: { schoolId: '' },
  refusesOnTop: true,
  fileId: '',
  isExporting: false,
  choices: {} as RosterChoices,
  preview: undefined as RosterPreview | undefined,
  stopFollowing: undefined as (() => void) | undefined,

  onUnload() {
    this.stopFollowing?.()
    endImport()
  },
  async onLoad() {
    this.stopFollowing = subscribeImport(() => this.follow())
    const session = await openSession()
    if (!session.ok) return this.refuse(session.error)
    switchTo(({ role, schoolId }) => isLeader(role) && schoolId === this.query.schoolId)
    this.follow()
  },
  /** Shows the run that is going on, also one started before this page was opened again. */
  follow() {
    const { running } = readImport()
    if (!running || running.schoolId !== this.query.schoolId) return
    this.preview = running.preview
    this.fileId = running.fileId
    this.choices = running.choices
    this.setData({
      view: presentRoster(running.preview),
      progress: presentProgress(running),
      refusal: running.error ? presentFailure(running.error) : null,
    })
  },

  async onChoose() {
    endImport()
    const file = await pickFile()
    if (!file) return
    if (file.size > FILE_BYTES_MAX) return this.refuse({ code: 'FILE_UNREADABLE', field: 'size' })
    this.choices = {}
    this.setData({ fileName: file.name, refusal: null, progress: null, view: null, open: {} })
    const reply = await submitOnce(this, async () => {
      const uploaded = await uploadAll('roster', [file.path], this.query.schoolId)
      if (!uploaded.ok) return uploaded
      this.fileId = uploaded.data[0] ?? ''
      return call('roster.preview', { schoolId: this.query.schoolId, fileId: this.fileId })
    })
    if (!reply) return
    if (!reply.ok) return this.refuse(reply.error)
    this.preview = reply.data
    this.setData({ view: presentRoster(reply.data) })
  },
  async onTemplate() {
    try {
      await openTemplate()
    } catch {
      this.refuse({ code: 'TRY_AGAIN' })
    }
  },

  onColumn(event: Tapped) {
    const index = Number(event.currentTarget.dataset['index'])
    const column = this.data.view?.columns[index]
    if (!column || this.data.progress) return
    const { title, sub, value } = column
    const asking = { kind: 'column' as const, index, title, sub, value, options: MEANING_OPTIONS, typed: false }
    this.setData({ asking, typed: '' })
  },
  onQuestion(event: Tapped) {
    const index = Number(event.currentTarget.dataset['index'])
    const question = this.data.view?.questions[index]
    if (!question || this.data.progress) return
    const { sentence, until, options, typed } = question
    const asking = {
      kind: 'question' as const,
      index,
      title: '请选一个',
      sub: `${sentence}${until}。`,
      value: '',
      options,
      typed,
    }
    this.setData({ asking, typed: '' })
  },
  onMissing(event: Tapped) {
    const index = Number(event.currentTarget.dataset['index'])
    const missing = this.data.view?.missing[index]
    if (!missing || this.data.progress) return
    const asking = {
      ...{ kind: 'missing' as const, index, title: missing.title, value: '', options: MISSING_OPTIONS, typed: false },
      sub: '已转走：从今天起不在班里，没签的通知结清，家长看不到班级内容。以后再说：先留着，下次导入和成员页再问。',
    }
    this.setData({ asking, typed: '' })
  },
  /** Each doubtful row as the file has it, with a word beside it; WeChat's own menu sends it on. */
  async onProblems() {
    const { fileId, choices } = this
    const { schoolId } = this.query
    // It changes nothing: answers go on meanwhile, and one file is made at a time.
    if (this.isExporting) return
    this.isExporting = true
    const reply = await call('roster.problems', { schoolId, fileId, ...choices })
    this.isExporting = false
    if (!reply.ok) return this.refuse(reply.error)
    try {
      await openSheet(reply.data.fileName, reply.data.content)
    } catch {
      this.refuse({ code: 'TRY_AGAIN' })
    }
  },
  onCloseAsking() {
    this.setData({ asking: null })
  },
  onTyped(event: WechatMiniprogram.Input) {
    this.setData({ typed: event.detail.value })
  },
  onTypedDone() {
    const { typed } = this.data
    if (typed.trim()) void this.takeAnswer(typed.trim())
  },
  onAnswer(event: ToldEvent<{ value: string }>) {
    void this.takeAnswer(event.detail.value)
  },
  /** Reads the file once more with the answer: what is imported is exactly what was shown. */
  async takeAnswer(value: string) {
    const { asking, view } = this.data
    const { preview, fileId } = this
    const { schoolId } = this.query
    if (!asking || !preview) return
    const places = view?.columns[asking.index]?.places ?? []
    const question = preview.questions[asking.index]
    const missing = view?.missing[asking.index]?.childIds ?? []
    const choices =
      asking.kind === 'column'
        ? chooseMeaning(this.choices, places, value as RosterMeaning)
        : asking.kind === 'missing'
          ? answerMissing(this.choices, missing, value as MissingAnswer)
          : question
            ? answerQuestion(this.choices, question, value)
            : this.choices
    this.setData({ asking: null, refusal: null })
    const reply = await submitOnce(this, () => call('roster.preview', { schoolId, fileId, ...choices }))
    if (!reply) return
    if (!reply.ok) return this.refuse(reply.error)
    this.choices = choices
    this.preview = reply.data
    this.setData({ view: presentRoster(reply.data) })
  },

  onPress() {
    const { preview, fileId, choices } = this
    const { schoolId } = this.query
    if (this.data.progress?.done) replacePage(ROUTES.schoolSetup())
    else if (preview && this.data.view?.canImport) void runImport(schoolId, fileId, preview, choices)
    else void this.onChoose()
  },
  onMore(event: Tapped) {
    this.setData({ [`open.${String(event.currentTarget.dataset['code'])}`]: true })
  },
  onWay(event: ToldEvent<{ code: string }>) {
    this.setData({ refusal: null })
    const { preview, fileId, choices } = this
    const { schoolId } = this.query
    if (event.detail.code === 'use_template') void this.onTemplate()
    else if (preview && readImport().running?.error) void runImport(schoolId, fileId, preview, choices)
    else void this.onChoose()
  },
})
