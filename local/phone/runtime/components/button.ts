// Decides <button>: its looks, its form role, and what its open-type asks of WeChat.
import { anonymousUser } from '../api/anonymous-user'
import { tellOnce } from '../api/unsupported'
import { HOVER, type Host } from '../engine/built-in'
import type { BuiltIn } from './built-in'
import type { PhoneParts } from '../phone-parts'
import { submitForm, resetForm } from './form'

export const button: BuiltIn = {
  tag: 'button',
  properties: {
    ...HOVER(70),
    hoverClass: { type: String, value: 'button-hover' },
    type: { type: String, value: 'default' },
    size: { type: String, value: 'default' },
    plain: Boolean,
    disabled: Boolean,
    loading: Boolean,
    formType: String,
    openType: String,
    name: String,
    lang: String,
    sessionFrom: String,
    businessId: null,
    sendMessageTitle: String,
    sendMessagePath: String,
    sendMessageImg: String,
    appParameter: String,
    showMessageCard: Boolean,
    phoneNumberNoQuotaToast: Boolean,
    activityType: null,
    entrancePath: String,
    needShowEntrance: Boolean,
    groupId: String,
  },
  attach(host, phone) {
    host.watch(['type', 'size', 'plain', 'disabled', 'loading'], () => {
      const { element } = host
      element.setAttribute('type', host.get('type'))
      element.setAttribute('size', host.get('size'))
      for (const name of ['plain', 'disabled', 'loading']) element.toggleAttribute(name, host.get(name))
    })
    host.onTap(() => {
      const form = host.closest('form')
      if (host.get('formType') === 'submit' && form) submitForm(form, host)
      if (host.get('formType') === 'reset' && form) resetForm(form)
      const open = OPEN_TYPES[host.get<string>('openType')]
      if (open) open(host, phone)
      else if (host.get('openType')) tellOnce(`<button open-type="${host.get<string>('openType')}">`)
    })
  },
}

/** What each open-type asks of WeChat; others are told once. */
export const OPEN_TYPES: Record<string, (host: Host, phone: PhoneParts) => void> = {
  share: (host, phone) => phone.share('button', { id: host.component.id, dataset: host.component.dataset ?? {} }),
  agreePrivacyAuthorization: (host, phone) => {
    phone.state.privacyAgreed = true
    host.emit('agreeprivacyauthorization', { errMsg: 'agreePrivacyAuthorization:ok' })
  },
  getPhoneNumber: (host, phone) =>
    host.emit('getphonenumber', { code: `phone-${phone.settings.openid}`, errMsg: 'getPhoneNumber:ok' }),
  chooseAvatar: (host, phone) => {
    const choose = phone.wx['chooseMedia'] as (options: object) => void
    choose({
      count: 1,
      success: ({ tempFiles }: { tempFiles: { tempFilePath: string }[] }) =>
        host.emit('chooseavatar', { avatarUrl: tempFiles[0]?.tempFilePath ?? '' }),
    })
  },
  getUserInfo: (host) => host.emit('getuserinfo', { ...anonymousUser(), errMsg: 'getUserInfo:ok' }),
  openSetting: (host) => host.emit('opensetting', { authSetting: {}, errMsg: 'openSetting:ok' }),
  feedback: (_host, phone) => phone.shell.panels.toast('意见反馈由微信提供', { icon: 'none' }),
  contact: (_host, phone) => phone.shell.panels.toast('客服会话由微信提供', { icon: 'none' }),
}
