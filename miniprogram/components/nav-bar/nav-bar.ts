// Decides the top line: back or who is acting on the left, the title in the middle, the capsule's space on the right.
import { readFontScale } from '../../services/font-scale'
import { readInsets } from '../../services/screen'
import { goBack } from '../../services/routes'

/** Of a character of the title, and what 返回 takes on the left, px. */
const CHARACTER = 17
const BACK = 44

/** A title stands in the middle of the screen; where it would reach under the capsule, between 返回 and the capsule. */
function leftOf(title: string): number {
  const { capsule, width } = readInsets()
  return title.length * CHARACTER * readFontScale() > width - 2 * capsule ? BACK : capsule
}

Component({
  options: { virtualHost: true },
  properties: {
    title: { type: String, value: '' },
    /** 张小明妈妈: shown instead of back; tapping it switches identity. */
    who: { type: String, value: '' },
    back: { type: Boolean, value: true },
  },
  data: { insets: readInsets(), left: readInsets().capsule },
  observers: {
    title(title: string) {
      const left = leftOf(title)
      if (left !== this.data.left) this.setData({ left })
    },
  },
  methods: {
    onBack() {
      goBack()
    },
    onWho() {
      this.triggerEvent('who')
    },
  },
})
