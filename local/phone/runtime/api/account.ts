// Decides what the phone's owner is asked: login, permissions, privacy, subscribe messages, scanning, the clipboard.
import type { PhoneParts } from '../phone-parts'
import { button, textElement } from '../shell/panels'
import { anonymousUser } from './anonymous-user'
import { ApiError, asynchronousAll, requireText, type WxTable } from './define-api'

/** 「wx.requestSubscribeMessage」: at most five templates at once. */
const TEMPLATE_LIMIT = 5

export function accountApi(phone: PhoneParts): WxTable {
  const { settings, state, signals, shell, inbox, router } = phone
  let clipboard = ''
  const requirePrivacy = () =>
    new Promise<void>((resolve, reject) => {
      // An app that shows no panel of its own gets WeChat's; here that one is always agreed to.
      if (!signals.has('privacy')) state.privacyAgreed = true
      if (state.privacyAgreed) return resolve()
      signals.emit('privacy', {
        referrer: router.current.path,
        resolve: ({ event }) => {
          if (event === 'agree') state.privacyAgreed = true
          if (event === 'agree') resolve()
          if (event === 'disagree') reject(new ApiError('privacy permission is not authorized', { errno: 104 }))
        },
      })
    })
  return {
    onNeedPrivacyAuthorization: (listener: (resolve: unknown, info: { referrer: string }) => void) =>
      signals.on('privacy', ({ resolve, referrer }) => listener(resolve, { referrer })),
    ...asynchronousAll({
      login: () => ({ code: `code-${settings.openid}-${Date.now()}` }),
      checkSession: () => undefined,
      getSetting: () => ({
        authSetting: { ...state.permissions },
        subscriptionsSetting: { mainSwitch: true, itemSettings: {} },
      }),
      openSetting: async () => {
        await allowAgain(phone)
        return { authSetting: { ...state.permissions } }
      },
      authorize: () => undefined,
      getPrivacySetting: () => ({
        needAuthorization: !state.privacyAgreed,
        privacyContractName: '《用户隐私保护指引》',
      }),
      requirePrivacyAuthorize: requirePrivacy,
      openPrivacyContract: async () =>
        void (await shell.panels.modal({
          title: '用户隐私保护指引',
          content: '这里显示在微信公众平台填写的隐私保护指引。',
          showCancel: false,
        })),
      requestSubscribeMessage: async (options) => {
        const templates = options['tmplIds'] as string[]
        if (!Array.isArray(templates) || templates.length === 0)
          throw new ApiError('TmplIds is empty', { errCode: 10001 })
        if (templates.length > TEMPLATE_LIMIT)
          throw new ApiError('Templates count out of max bounds', { errCode: 20003 })
        const answers = inbox.subscriptions.shift() ?? (await askSubscriptions(phone, templates))
        const result = Object.fromEntries(templates.map((id) => [id, answers[id] ?? 'accept']))
        const tmplIds = templates.filter((id) => result[id] === 'accept')
        if (tmplIds.length > 0) await postGateway('subscribe', { openid: settings.openid, tmplIds })
        return result
      },
      scanCode: async () => {
        const prepared = inbox.scans.shift()
        const typed = prepared ?? (await typeScan(phone))
        if (typed === undefined) throw new ApiError('cancel')
        const path = /^\/?(pages|packages)\//.test(typed) ? typed : undefined
        return {
          result: typed,
          scanType: path ? 'WX_CODE' : 'QR_CODE',
          charSet: 'utf-8',
          rawData: '',
          ...(path && { path }),
        }
      },
      setClipboardData: (options) => {
        clipboard = requireText(options, 'data')
        shell.panels.toast('内容已复制', { icon: 'success' })
      },
      getClipboardData: () => ({ data: clipboard }),
      getUserInfo: anonymousUser,
      getUserProfile: anonymousUser,
    }),
  }
}

/** WeChat's settings of the app: what was refused is allowed there after all. Without a person it is. */
async function allowAgain({ state, shell: { panels } }: PhoneParts): Promise<void> {
  const refused = Object.keys(state.permissions).filter((scope) => state.permissions[scope] === false)
  for (const scope of refused) {
    const asked = { title: '设置', content: `允许 ${scope}`, cancelText: '不允许', confirmText: '允许' }
    state.permissions[scope] = !panels.interactive || (await panels.modal(asked)).confirm
  }
}

async function postGateway(path: string, body: unknown): Promise<void> {
  await fetch(`/gateway/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
}

/** WeChat's panel with one tick for each message; without a person all are accepted. */
async function askSubscriptions(
  { shell: { panels } }: PhoneParts,
  templates: string[],
): Promise<Record<string, string>> {
  if (!panels.interactive) return {}
  const box = document.createElement('div')
  box.className = 'bottom-sheet'
  box.append(textElement('h3', '要接收这些通知吗？'))
  const note = textElement('div', '', 'note')
  const ticks = templates.map((id) => {
    const tick = Object.assign(document.createElement('input'), { type: 'checkbox', checked: true })
    const label = document.createElement('label')
    label.append(tick, textElement('span', id))
    note.append(label)
    return tick
  })
  box.append(note)
  const accepted = await panels.open<boolean>(box, 'bottom', (close) => {
    box.append(
      button('取消', '', () => close(false)),
      button('允许', '#07c160', () => close(true)),
    )
    return { confirm: () => close(true), cancel: () => close(false) }
  })
  return Object.fromEntries(templates.map((id, index) => [id, accepted && ticks[index]?.checked ? 'accept' : 'reject']))
}

/** No camera here: the person types what the code says. */
async function typeScan({ shell: { panels } }: PhoneParts): Promise<string | undefined> {
  if (!panels.interactive) return undefined
  const { confirm, content } = await panels.modal({
    title: '扫一扫',
    editable: true,
    placeholderText: '这里没有摄像头，请粘贴码的内容',
  })
  return confirm && content ? content : undefined
}
