// Decides how a school writes a register of its own: a name, who fills it about what, how often, and its questions.
import { limits, type Input, type Question } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { dropDraft, readDraft, saveDraft } from '../../../services/drafts'
import { plainRefusal } from '../../../services/refusals'
import { ROUTES, goBack, replacePage } from '../../../services/routes'
import { isLeader } from '../../../services/session'
import {
  CHIPS,
  draftOf,
  findMissing,
  isCounted,
  newDraft,
  sayTimes,
  stepTimes,
  toDefinition,
  type Draft,
} from './definition'

const keepOwn = createSender('register.own')

definePage({
  data: {
    ready: false,
    /** It is there already, and is changed. */
    isOld: false,
    chips: CHIPS,
    draft: newDraft(),
    counted: true,
    times: '',
    titleMax: limits.CHOICE_MAX,
    articleMax: limits.LABEL_MAX,
  },
  query: { schoolId: '', register: '' },
  draft: newDraft(),
  reads: 'register.settings',
  refusesOnTop: true,
  actsAs({ role, schoolId }, query) {
    return isLeader(role) && schoolId === query.schoolId
  },
  ask({ schoolId }) {
    return schoolId ? { schoolId } : undefined
  },
  present({ lines }): object {
    // What is being written outlives another look at what there is.
    if (!this.data.ready) {
      const line = lines.find(({ register }) => register === this.query.register)
      this.draft = readDraft<Draft>(this.draftKey()) ?? draftOf({ own: line?.own })
    }
    return { ready: true, isOld: this.query.register !== '', ...this.look() }
  },
  draftKey(): string {
    return `register:${this.query.register || this.query.schoolId}`
  },
  look() {
    const { draft } = this
    return { draft, counted: isCounted(draft), times: sayTimes(draft) }
  },
  /** While one types, nothing is drawn anew. */
  change(patch: Partial<Draft>, typing = false) {
    this.draft = { ...this.draft, ...patch }
    saveDraft(this.draftKey(), this.draft)
    if (!typing) this.setData(this.look())
    if (this.data.refusal) this.setData({ refusal: null })
  },
  onText(event: WechatMiniprogram.Input) {
    this.change({ [event.currentTarget.dataset['field'] as string]: event.detail.value }, true)
  },
  onChip(event: ToldEvent<{ value: string }>) {
    const field = (event as unknown as TapEvent).currentTarget.dataset['field'] as string
    this.change({ [field]: event.detail.value })
  },
  onTimes(event: TapEvent) {
    this.change({ times: stepTimes(this.draft, event.currentTarget.dataset['by'] as number) })
  },
  onQuestions(event: ToldEvent<{ questions: Question[]; typing: boolean }>) {
    const { questions, typing } = event.detail
    this.change({ questions }, typing)
  },
  async onSave() {
    const missing = findMissing(this.draft)
    if (missing) {
      this.setData({ refusal: plainRefusal(missing) })
      return void wx.pageScrollTo({ scrollTop: 0 })
    }
    const { answer, query } = this
    if (!answer) return
    const of: Input<'register.own'> = {
      ...{ schoolId: answer.schoolId, seen: answer.version, definition: toDefinition(this.draft) },
      ...(query.register && { register: query.register }),
    }
    const settings = await this.act(() => keepOwn(of))
    if (!settings) return
    dropDraft(this.draftKey())
    // A new one is on at once, with its own page.
    const fresh = settings.lines.filter(({ area }) => area === 'own').pop()
    if (query.register || !fresh) goBack()
    else replacePage(ROUTES.registerSetting({ schoolId: answer.schoolId, register: fresh.register }))
  },
})
