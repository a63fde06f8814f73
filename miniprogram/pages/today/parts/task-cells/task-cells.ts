// Decides where a tap on 校务 leads: every task is one tap from its page (N19).
import type { TodayTasks } from '@class-pact/core/contract'
import { ROUTES, openPage, openTab } from '../../../../services/routes'
import { presentTasks, tasksLeft, type TaskLine } from './present'

Component({
  options: { virtualHost: true },
  properties: { today: { type: Object, optionalTypes: [null], value: null as object | null } },
  data: { lines: [] as TaskLine[], rest: 0 },
  observers: {
    today(today: (Partial<TodayTasks> & { now: number }) | null) {
      const tasks = { tasks: today?.tasks ?? [], tasksTotal: today?.tasksTotal ?? 0 }
      this.setData({ lines: presentTasks(tasks.tasks, today?.now ?? 0), rest: tasksLeft(tasks) })
    },
  },
  methods: {
    onTask(event: TapEvent) {
      openPage(ROUTES.task({ noticeId: event.currentTarget.dataset['id'] as string }))
    },
    onAll() {
      openTab('notices')
    },
  },
})
