// Decides how head teachers are asked in: one row a class with its state, all that are missing at once (M04).
import type { HeadRow, HeadState } from '@class-pact/core/contract'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { formatDate, formatClass } from '../../../services/format'
import { ROUTES, openPage } from '../../../services/routes'
import { isLeader } from '../../../services/session'
import { openPages } from '../../../domains/join/print'
import { beijingDay } from '@class-pact/core/calendar'

const inviteHeads = createSender('head.invite')

const STATE_WORDS: Record<HeadState, string> = {
  none: '没有邀请',
  invited: '已邀请',
  waiting: '待确认',
  seated: '在岗',
}

const STATES: readonly HeadState[] = ['seated', 'waiting', 'invited', 'none']

interface RowView {
  classId: string
  name: string
  sub: string
  state: string
  look: string
  path: string
  label: string
}

definePage({
  data: {
    rows: [] as RowView[],
    summary: '',
    missing: 0,
    open: 0,
  },
  query: { schoolId: '' },
  reads: 'head.list',
  loadsOnShow: true,
  refusesOnTop: true,

  actsAs: ({ role, schoolId }, query) => isLeader(role) && schoolId === query.schoolId,
  ask({ schoolId }) {
    return schoolId ? { schoolId } : undefined
  },
  present({ rows }) {
    const count = (state: HeadState) => rows.filter((row) => row.state === state).length
    return {
      rows: rows.map(presentRow),
      summary: `${rows.length}个班：${STATES.filter((state) => count(state) > 0)
        .map((state) => `${STATE_WORDS[state]}${count(state)}`)
        .join('，')}`,
      missing: count('none'),
      open: count('invited') + count('none'),
    }
  },

  async onInvite() {
    const { schoolId } = this.query
    const made = await this.act(() => inviteHeads({ schoolId }))
    if (!made) return
    this.answer = made
    this.show()
  },
  async onPrint() {
    const { schoolId } = this.query
    if (await this.act(() => openPages({ schoolId, of: 'heads' }))) void this.load()
  },
  onRow(event: TapEvent) {
    const { id: classId, state } = event.currentTarget.dataset as { id: string; state: string }
    if (state === STATE_WORDS.waiting) openPage(ROUTES.applications({ schoolId: this.query.schoolId }))
    else if (state === STATE_WORDS.seated) openPage(ROUTES.members({ classId }))
  },
  /** The card of one class, to one person. */
  onShareAppMessage({ target }: { target?: { dataset?: { path?: string; name?: string } } }) {
    const { path = '', name = '' } = target?.dataset ?? {}
    return {
      title: name ? `请您加入${name}，任班主任` : '家校约',
      path: `/${path || 'pages/today/today'}`,
      imageUrl: '/assets/invitation.png',
    }
  },
})

function presentRow({ classId, className, state, card, path = '', expiresAt }: HeadRow): RowView {
  const until = expiresAt === undefined ? '' : `邀请到${formatDate(beijingDay(expiresAt))}有效`
  const sub = card ?? (state === 'waiting' ? '请确认是本人' : until)
  const name = formatClass(className)
  return {
    ...{ classId, name, sub, state: STATE_WORDS[state], path: state === 'invited' ? path : '' },
    look: state === 'seated' ? 'plain' : state === 'none' ? 'amber' : '',
    label: [name, STATE_WORDS[state], sub].filter(Boolean).join('，'),
  }
}
