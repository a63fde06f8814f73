// Decides that what somebody has written stays theirs to read, also when they are in no class any more.
import { definePage } from '../../../services/define-page'
import { presentOwn, type OwnView } from './present'

definePage({
  data: { letters: [] as OwnView[] },
  reads: 'talk.own',
  list: 'letters',
  ask() {
    return {}
  },
  present(answer) {
    return { letters: presentOwn(answer, Date.now()) }
  },
})
