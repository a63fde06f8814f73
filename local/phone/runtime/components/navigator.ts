// Decides <navigator>: a link to another page.
import { HOVER } from '../engine/built-in'
import type { BuiltIn } from './built-in'

export const navigator: BuiltIn = {
  tag: 'navigator',
  properties: {
    ...HOVER(600),
    hoverClass: { type: String, value: 'navigator-hover' },
    url: String,
    openType: { type: String, value: 'navigate' },
    delta: { type: Number, value: 1 },
    target: { type: String, value: 'self' },
    appId: String,
    path: String,
    extraData: null,
    version: String,
    shortLink: String,
  },
  attach(host, phone) {
    const methods: Record<string, string> = {
      navigate: 'navigateTo',
      redirect: 'redirectTo',
      switchTab: 'switchTab',
      reLaunch: 'reLaunch',
      navigateBack: 'navigateBack',
    }
    host.onTap(() => {
      const method = methods[host.get<string>('openType')]
      if (!method || host.get('target') !== 'self')
        throw new Error(`<navigator open-type="${host.get<string>('openType')}"> is not supported by this phone`)
      const call = phone.wx[method] as (options: object) => void
      call({
        url: host.get('url'),
        delta: host.get('delta'),
        success: (result: unknown) => host.emit('success', result),
        fail: (result: unknown) => host.emit('fail', result),
        complete: (result: unknown) => host.emit('complete', result),
      })
    })
  },
}
