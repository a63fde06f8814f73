// Decides what the server and the desk tell a phone beside the automator's protocol: switches, clock, prepared answers.
import type { PhoneParts } from '../phone-parts'
import type { Inbox } from '../phone-state'
import { measureFit } from '../score/measure-fit'
import { restartOn } from '../restart'
import type { MethodTable } from './methods'
import { atWork } from '../engine/at-work'

export function phoneMethods(phone: PhoneParts): MethodTable {
  const { state, signals, shell, router, clock, inbox } = phone
  return {
    'Phone.setTheme': ({ theme }) => {
      state.theme = theme === 'dark' ? 'dark' : 'light'
      signals.emit('theme', { theme: shell.theme })
      for (const page of router.stack) shell.rethemePage(page.view, page.config)
      return {}
    },
    'Phone.setFontScale': ({ scale }) => {
      state.fontScale = Number(scale)
      return {}
    },
    'Phone.restart': () => {
      restartOn(router.isEmpty ? undefined : router.current.target)
      return {}
    },
    'Phone.showFaults': ({ faults }) => {
      shell.showFaults(faults as string[])
      return {}
    },
    'Phone.setOnline': ({ online }) => {
      state.online = online === true
      signals.emit('network', { isConnected: state.online, networkType: state.online ? 'wifi' : 'none' })
      return {}
    },
    'Phone.setClock': ({ now }) => {
      clock.moveTo(Number(now))
      signals.emit('clock', undefined)
      return {}
    },
    'Phone.prepare': ({ kind, value }) => {
      ;(inbox[kind as keyof Inbox] as unknown[]).push(value)
      return {}
    },
    'Phone.open': async ({ url }) => {
      const path = String(url).replace(/^\/?/, '/')
      await (router.isTab(path.slice(1).split('?')[0] ?? '') ? router.switchTab(path) : router.reLaunch(path))
      return {}
    },
    'Phone.share': () => {
      phone.share('menu')
      return {}
    },
    'Phone.fit': () => ({ faults: measureFit(router.current.view.scroller) }),
    'Phone.score': () => phone.score.report(),
    'Phone.rest': async () => {
      await atWork.rest(() => shell.panels.asking)
      return {}
    },
    'Phone.lastShare': () => ({ card: phone.lastShare ?? null }),
  }
}
