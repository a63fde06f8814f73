// Decides how applications are answered: let in, with the child that is meant (screens.md 3.16).
import type { Application, Input, Member } from '@class-pact/core/contract'
import { call, createSender, type PhoneError } from '../../../../services/cloud'
import { presentFailure } from '../../../../services/refusals'
import type { RefusalCard } from '../../../../services/sentences'
import { presentApplication, type ApplicationView } from './present'

const decide = createSender('application.decide')

Component({
  options: { virtualHost: true },
  properties: {
    applications: { type: Array, value: [] as Application[] },
    /** Of the class, where the page has them; else they are read when a child has to be chosen. */
    members: { type: Array, optionalTypes: [null], value: null as unknown as Member[] },
    large: { type: Boolean, value: false },
  },
  data: {
    views: [] as ApplicationView[],
    refusal: null as RefusalCard | null,
    wordsRefusal: null as RefusalCard | null,
    refusedId: '',
    /** An application that fits no name: whoever decides says which child is meant. */
    matching: '',
    roll: [] as { childId: string; no: string; name: string; seats: string }[],
    /** An application that is turned down. */
    rejecting: '',
    busy: false,
  },
  observers: {
    'applications, members'(applications: Application[], members: Member[] | null) {
      const now = Date.now()
      this.setData({ views: applications.map((each) => presentApplication(each, members ?? undefined, now)) })
    },
  },
  methods: {
    async onAccept(event: TapEvent) {
      const { id, child } = event.currentTarget.dataset as { id: string; child?: string }
      const application = (this.data.applications as Application[]).find(({ applicationId }) => applicationId === id)
      if (!application) return
      if (child || application.purpose === 'staff') {
        const holderGone = await this.askForHolder(id)
        if (holderGone === undefined) return
        await this.answer({
          ...{ applicationId: id, approve: true, ...(child && { childId: child }) },
          ...(holderGone && { holderGone: true as const }),
        })
        return
      }
      const members = await this.readMembers(application)
      if (!members) return
      const roll = members.map(({ childId, no, name, seats, guardians }) => ({
        ...{ childId, no, name, seats: `${guardians.length}/${seats}` },
      }))
      this.open({ matching: id, roll })
    },
    /** A leader confirms a hand-over only for a head teacher who is gone; undefined: then not (M04). */
    async askForHolder(id: string): Promise<boolean | undefined> {
      const { waitsFor = '' } = this.data.views.find(({ applicationId }) => applicationId === id) ?? {}
      if (!waitsFor) return false
      const { confirm } = await wx.showModal({
        title: '由学校确认',
        content: `还在等${waitsFor}确认交接。只有${waitsFor}已不在岗、确认不了时，才由学校确认；这会记在证据里。`,
        confirmText: '已不在岗',
        cancelText: '再等等',
      })
      return confirm ? true : undefined
    },
    async readMembers({ classId, applicationId }: Application): Promise<Member[] | undefined> {
      const known = this.data.members as Member[] | null
      if (known) return known
      const reply = await call('class.members', { classId })
      if (reply.ok) return reply.data.members
      this.refuse(applicationId, reply.error)
      return undefined
    },
    onMatched(event: TapEvent) {
      const applicationId = this.data.matching
      this.onClose()
      const childId = event.currentTarget.dataset['child'] as string
      void this.answer({ applicationId, approve: true, childId })
    },
    onReject(event: TapEvent) {
      this.open({ rejecting: event.currentTarget.dataset['id'] as string, wordsRefusal: null })
    },
    onPutAside(event: TapEvent) {
      void this.answer({ applicationId: event.currentTarget.dataset['id'] as string, approve: false })
    },
    async onSendReject({ detail: { words } }: ToldEvent<{ words: string }>) {
      await this.answer({ applicationId: this.data.rejecting, approve: false, words })
    },
    async answer(input: Input<'application.decide'>) {
      if (this.data.busy) return
      this.setData({ busy: true })
      const reply = await decide(input)
      this.setData({ busy: false })
      // The words stay where they are, to be mended.
      if (!reply.ok && reply.error.field === 'words') {
        this.setData({ wordsRefusal: presentFailure(reply.error) })
        return
      }
      this.onClose()
      if (reply.ok) this.triggerEvent('settled')
      else this.refuse(input.applicationId, reply.error)
    },
    open(patch: Record<string, unknown>) {
      this.setData({ ...patch, refusal: null, refusedId: '' })
      this.triggerEvent('panel', { open: true })
    },
    onClose() {
      this.setData({ matching: '', rejecting: '' })
      this.triggerEvent('panel', { open: false })
    },
    refuse(applicationId: string, error: PhoneError) {
      this.setData({ refusedId: applicationId, refusal: presentFailure(error) })
    },
    onWay() {
      this.setData({ refusal: null, refusedId: '' })
      this.triggerEvent('settled')
    },
  },
})
