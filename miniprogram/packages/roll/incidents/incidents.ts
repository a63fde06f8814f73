// Decides how an incident begins: a child, a kind, one button; and which there are (screens.md 3.12, L06, L07).
import { limits, type IncidentKind, type IncidentSign } from '@class-pact/core/contract'
import { INCIDENT_KIND_WORDS, INCIDENT_SIGN_WORDS, chipsOf } from '../../../domains/incident/words'
import { createSender } from '../../../services/cloud'
import { definePage } from '../../../services/define-page'
import { ROUTES, openPage } from '../../../services/routes'
import { isLeader, isTeacher } from '../../../services/session'
import { presentIncidents, type ListView } from './present'

const open = createSender('incident.open')

const NOTHING = { kind: '' as '' | IncidentKind, signs: [] as IncidentSign[], words: '' }

definePage({
  data: {
    view: null as ListView | null,
    kinds: chipsOf(INCIDENT_KIND_WORDS).map((chip) => ({ ...chip, span: 'half' })),
    signChips: chipsOf(INCIDENT_SIGN_WORDS),
    /** What is being written down, and about whom. */
    ...NOTHING,
    childName: '',
    wordsMax: limits.WORDS_MAX,
  },
  /** `childId`: the roll knows already about whom. */
  query: { classId: '', schoolId: '', childId: '' },
  reads: 'incident.list',
  list: 'incidents',
  loadsOnShow: true,
  refusesInPanel: true,
  actsAs({ role, classId, schoolId }, query) {
    return query.classId
      ? (isTeacher(role) || role === 'stand_in') && classId === query.classId
      : isLeader(role) && schoolId === query.schoolId
  },
  ask({ classId, schoolId }) {
    if (classId) return { of: 'class', classId }
    return schoolId ? { of: 'school', schoolId } : undefined
  },
  present(answer) {
    return { view: presentIncidents(answer, Date.now(), this.query.schoolId !== '') }
  },
  async load() {
    await this.read()
    const { childId } = this.query
    if (!childId) return
    this.query.childId = ''
    this.choose(childId)
  },
  onChild(event: ToldEvent<{ value: string }>) {
    this.choose(event.detail.value)
  },
  choose(childId: string) {
    const child = this.data.view?.children.find(({ value }) => value === childId)
    if (child) this.openPanel(childId, { childName: child.label, ...NOTHING })
  },
  onKind(event: ToldEvent<{ value: IncidentKind }>) {
    this.setData({ kind: event.detail.value })
  },
  onSigns(event: ToldEvent<{ values: IncidentSign[] }>) {
    this.setData({ signs: event.detail.values })
  },
  onWords(event: WechatMiniprogram.Input) {
    this.setData({ words: event.detail.value })
  },
  async onOpen() {
    const { panel: childId, kind, signs } = this.data
    const words = this.data.words.trim()
    if (!kind) return
    const input = { childId, kind, ...(signs.length > 0 && { signs }), ...(words && { words }) }
    const opened = await this.act(() => open(input))
    if (opened) openPage(ROUTES.incident({ incidentId: opened.incidentId }))
  },
  onPanelWay(event: ToldEvent<{ code: string }>) {
    if (event.detail.code === 'retry') void this.onOpen()
    else this.onClosePanel()
  },
  onIncident(event: TapEvent) {
    openPage(ROUTES.incident({ incidentId: event.currentTarget.dataset['id'] as string }))
  },
})
