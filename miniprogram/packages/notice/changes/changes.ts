// Decides what a reader sees of a notice's versions: each with what was struck and what is new (N11).
import type { NoticeDetail } from '@class-pact/core/contract'
import type { ChipOption } from '../../../components/choice-chips/choice-chips'
import { definePage } from '../../../services/define-page'
import { presentVersion, type VersionView } from './present'

definePage({
  data: {
    versions: [] as ChipOption[],
    shown: '',
    view: null as VersionView | null,
  },
  query: { noticeId: '', classId: '' },
  isForFamily: true,
  reads: 'notice.read',
  ask({ noticeId, classId }) {
    return { noticeId, classId, history: true }
  },
  present(notice): object {
    const { history = [] } = notice
    const versions = history.map(({ version }) => ({ value: `${version}`, label: `第${version}版` })).reverse()
    return { versions, ...this.showing(notice, this.data.shown || (versions[0]?.value ?? '')) }
  },
  showing({ history = [] }: NoticeDetail, shown: string): object {
    const index = history.findIndex(({ version }) => `${version}` === shown)
    const version = history[index]
    return { shown, view: version ? presentVersion(version, history[index - 1]) : null }
  },
  onVersion(event: ToldEvent<{ value: string }>) {
    if (this.answer) this.setData(this.showing(this.answer, event.detail.value))
  },
})
