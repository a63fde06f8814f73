// Decides the top line: back or who is acting on the left, the title in the middle, the capsule's space on the right.
import { readInsets } from '../../services/screen'
import { goBack } from '../../services/routes'

Component({
  options: { virtualHost: true },
  properties: {
    title: { type: String, value: '' },
    /** 张小明妈妈: shown instead of back; tapping it switches identity. */
    who: { type: String, value: '' },
    back: { type: Boolean, value: true },
  },
  data: { insets: readInsets() },
  methods: {
    onBack() {
      goBack()
    },
    onWho() {
      this.triggerEvent('who')
    },
  },
})
