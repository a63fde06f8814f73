// Decides how one changes who one is: every role and child in one list, two taps from 今天 (M15).
import type { Identity } from '@class-pact/core/contract'
import { formatClass } from '../../services/format'
import { chooseIdentity, readSession } from '../../services/session'
import { roleWord } from '../../services/words'

interface Choice {
  key: string
  card: string
  place: string
  chosen: boolean
}

function presentChoice({ key, card, role, schoolName, schoolKind, className }: Identity, chosen?: string): Choice {
  const place = className ? `${schoolName}${formatClass(className)}` : schoolName
  return {
    key,
    card,
    place: role === 'guardian' ? place : `${place}，${roleWord(role, schoolKind)}`,
    chosen: key === chosen,
  }
}

Component({
  options: { virtualHost: true },
  properties: {
    visible: { type: Boolean, value: false },
    large: { type: Boolean, value: false },
  },
  data: { choices: [] as Choice[] },
  observers: {
    visible(visible: boolean) {
      if (!visible) return
      const { session, identity } = readSession()
      this.setData({ choices: (session?.identities ?? []).map((each) => presentChoice(each, identity?.key)) })
    },
  },
  methods: {
    onChoose(event: TapEvent) {
      chooseIdentity(event.currentTarget.dataset['key'])
      this.triggerEvent('close')
    },
    onClose() {
      this.triggerEvent('close')
    },
  },
})
