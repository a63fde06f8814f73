// Decides how a refusal looks: the sentence, where it comes from.
import { currentIdentity } from '../../services/session'
import { ROUTES, openPage } from '../../services/routes'
import type { RefusalCard } from '../../services/sentences'

Component({
  options: { virtualHost: true },
  properties: {
    refusal: { type: Object, value: {} as RefusalCard },
    /** The line at the form's top. */
    top: { type: Boolean, value: false },
  },
  methods: {
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
