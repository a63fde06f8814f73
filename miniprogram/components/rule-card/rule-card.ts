// Decides how a refusal looks: the sentence, where it comes from.
import { currentIdentity } from '../../services/session'
import { ROUTES, openPage } from '../../services/routes'
import { offerMisjudged, tellMisjudged } from '../../domains/pact/misjudged'
import type { RefusalCard } from '../../services/sentences'

Component({
  options: { virtualHost: true },
  properties: {
    refusal: { type: Object, value: {} as RefusalCard },
    /** The line at the form's top. */
    top: { type: Boolean, value: false },
  },
  data: {
    /** The words that decided are shown. */
    explained: false,
    /** What became of telling that the rule was wrong. */
    told: '',
  },
  observers: {
    /** Another refusal begins closed. */
    'refusal.sentence, refusal.rule'() {
      if (this.data.explained || this.data.told) this.setData({ explained: false, told: '' })
    },
  },
  methods: {
    onWhy() {
      this.setData({ explained: !this.data.explained })
    },
    /** The school is told, with the words, if the writer agrees that they are kept. */
    async onMisjudged() {
      const { refusal } = this.data
      const identity = currentIdentity()
      if (!identity || !refusal.why || this.data.told || !(await offerMisjudged())) return
      this.setData({ told: '正在告诉校长' })
      const isTold = await tellMisjudged(identity.schoolId, refusal, refusal.why)
      this.setData({ told: isTold ? '已告诉校长，谢谢您。' : '没有说成，请稍后再试。' })
    },
    onWay(event: TapEvent) {
      const code: unknown = event.currentTarget.dataset['code']
      // The same door everywhere: what holds is appealed against on its own page (G04).
      if (code === 'appeal') return openPage(ROUTES.appeal())
      this.triggerEvent('way', { code, refusal: this.data.refusal })
    },
    onJump() {
      this.triggerEvent('jump', { refusal: this.data.refusal })
    },
    onCite() {
      const { rule, pactVersion } = this.data.refusal
      const schoolId = currentIdentity()?.schoolId
      if (schoolId) openPage(ROUTES.pact({ schoolId, rule, version: pactVersion }))
    },
  },
})
