// Decides what an author says of a correction: what was changed, and whether everybody answers again (N11, T13).
import { limits } from '@class-pact/core/contract'
import type { AmendView } from '../../amending'
import type { Amending } from '../../../../../domains/notice/draft'

Component({
  options: { virtualHost: true },
  properties: {
    view: { type: Object, value: {} as AmendView },
    amends: { type: Object, value: {} as Amending },
    focus: { type: Boolean, value: false },
  },
  data: { noteMax: limits.WORDS_MAX },
  methods: {
    onSwitch() {
      const { view, amends } = this.data as { view: AmendView; amends: Amending }
      if (!view.locked) this.tell({ ...amends, asksAgain: !amends.asksAgain })
    },
    onNote(event: WechatMiniprogram.Input) {
      this.tell({ ...(this.data.amends as Amending), note: event.detail.value }, true)
    },
    tell(amends: Amending, typing = false) {
      this.triggerEvent('change', { patch: { amends }, typing })
    },
  },
})
