// Decides the last look before a notice goes out, and the truth after it: pushed is not reached (screens.md 3.7, C39).
import type { NoticePublished, Reason } from '@class-pact/core/contract'
import { isDocumentReviewed } from '@class-pact/core/notice'
import { judge } from '@class-pact/judge'
import { createSender } from '../../../services/cloud'
import type { PhoneError } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { dropDraft } from '../../../services/drafts'
import { submitOnce } from '../../../services/page-frame'
import { STAFF_TEMPLATES, askReminders } from '../../../services/reminders'
import { ROUTES, goBack, openPage, openTab, replacePage } from '../../../services/routes'
import { presentError } from '../../../services/sentences'
import { withWhy } from '../../../domains/pact/explaining'
import { saidOf } from '../compose/said'
import { offer } from '../../../services/way-outs'
import { readComposing, shareComposing } from '../compose/composing'
import type { Composing } from '../compose/composing'
import { toAmendment } from '../compose/amending'
import { toContext, toDraft, toPost } from '../compose/form'
import { presentPreview, presentResult } from './present'
import type { PreviewView, ResultView } from './present'

const publish = createSender('notice.publish')
const amend = createSender('notice.amend')
const withdraw = createSender('notice.withdraw')

definePage({
  data: {
    preview: null as PreviewView | null,
    result: null as ResultView | null,
    /** Children addressed: all of them are still to be reached. */
    total: 0,
    withdrawn: false,
  },
  composing: undefined as Composing | undefined,
  published: undefined as NoticePublished | undefined,
  /** The plan that a meeting waits for: which sheet, of which class (H03). */
  plan: {} as NonNullable<PhoneError['facts']>,

  onLoad() {
    this.composing = readComposing()
    if (this.composing) this.judge(this.composing)
    else goBack()
  },
  judge({ form, prepared, role, review }: Composing) {
    const now = Date.now()
    const judgement = judge(toPost(form, role, prepared.issuer), toContext(form, prepared, role), prepared.pact, now)
    // WeChat reads no PDF, so a leader does (C04).
    const expected = review || isDocumentReviewed(form, role) ? { ...judgement, verdict: 'hold' as const } : judgement
    const preview = presentPreview(form, prepared, expected, now, role)
    this.setData({ preview, total: preview.children })
  },
  onPress() {
    if (this.published) this.onNext()
    else {
      void askReminders(STAFF_TEMPLATES)
      void this.send()
    }
  },
  async send() {
    const { composing } = this
    if (!composing) return
    const review = composing.review ? { review: true } : {}
    const amendment = toAmendment(composing.form, composing.form.audience)
    const reply = await submitOnce(this, () =>
      amendment
        ? amend({ ...amendment, ...review })
        : publish({ ...toDraft(composing.form, composing.role), ...review }),
    )
    if (!reply) return
    if (!reply.ok) return this.stop(reply.error)
    this.published = reply.data
    dropDraft(composing.draftKey)
    // The returned text has its successor; nobody has to clear it away (G01).
    if (composing.form.mends) void withdraw({ noticeId: composing.form.mends })
    shareComposing({ ...composing, sent: true })
    this.setData({ result: presentResult(reply.data, Date.now(), amendment !== undefined), refusal: null })
    void wx.pageScrollTo({ scrollTop: 0, duration: 0 })
  },
  /** What the cloud found is shown here, and again where it is mended. */
  stop(error: PhoneError) {
    const found: Reason[] = error.reasons ?? []
    this.plan = error.facts ?? {}
    if (this.composing) shareComposing({ ...this.composing, found })
    const refusal = presentError(error, { now: Date.now(), isStaff: true })
    const said = this.composing && saidOf(this.composing.form)
    const shown = said ? withWhy(refusal, found, said) : refusal
    this.setData({ refusal: found.length > 0 ? { ...shown, ways: [offer('edit')] } : shown })
    void wx.pageScrollTo({ scrollTop: 0 })
  },
  onWay(event: ToldEvent<{ code: string }>) {
    const { register, schoolId, classId } = this.plan
    if (event.detail.code === 'fill_plan')
      openPage(
        ROUTES.registerForm({ register: String(register), schoolId: String(schoolId), classId: String(classId) }),
      )
    else if (event.detail.code === 'retry') void this.send()
    else this.onBack()
  },
  onBack() {
    if (!this.published) goBack()
    else openTab('today')
  },
  /** [看回执单] of the first class, or the notice while it waits. */
  onNext() {
    const { noticeId, classIds, state } = this.published ?? { noticeId: '', classIds: [], state: 'draft' }
    const [classId] = classIds
    if (this.composing?.form.audience.to === 'staff')
      return replacePage(state === 'published' ? ROUTES.staffBoard({ noticeId }) : ROUTES.task({ noticeId }))
    if (!classId) openTab('notices')
    else replacePage(state === 'published' ? ROUTES.board({ noticeId, classId }) : ROUTES.notice({ noticeId, classId }))
  },
  async onWithdraw() {
    const { published } = this
    if (!published) return
    const { noticeId } = published
    if (await this.act(() => withdraw({ noticeId }))) this.setData({ withdrawn: true, refusal: null })
  },
})
