// Decides where the line about registers leads: to the list of what is due (screens.md 3.24).
import type { Role, TodayRegisters } from '@class-pact/core/contract'
import { ROUTES, openPage } from '../../../../services/routes'
import { presentRegisters, type RegisterLine } from './present'

Component({
  options: { virtualHost: true },
  properties: { today: { type: Object, optionalTypes: [null], value: null as object | null } },
  data: { line: null as RegisterLine | null },
  observers: {
    today(today: { role: Role; registers?: TodayRegisters } | null) {
      this.setData({ line: today ? presentRegisters(today.registers, today.role) : null })
    },
  },
  methods: {
    onList() {
      openPage(ROUTES.registers())
    },
  },
})
