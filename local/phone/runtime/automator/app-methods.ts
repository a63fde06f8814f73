// Decides the automator's App.* and Tool.* methods.
import { LIBRARY_VERSION } from '../api/system'
import { asynchronous, type WxFunction } from '../api/define-api'
import type { Wx } from '../api/wx'
import type { Modules } from '../engine/modules'
import type { PhoneParts } from '../phone-parts'
import type { PageInstance } from '../router/page-instance'
import type { MethodTable } from './methods'

type SendEvent = (method: string, params: unknown) => void

export function appMethods(phone: PhoneParts, wx: Wx, modules: Modules, send: SendEvent): MethodTable {
  const { router, shell, signals } = phone
  const describe = ({ id, target }: PageInstance) => ({ pageId: id, path: target.path, query: target.query })
  const bindings: Record<string, WxFunction> = {}
  let logging = false
  signals.on('console', (entry) => logging && send('App.logAdded', entry))
  signals.on('exception', (exception) => send('App.exceptionThrown', { exception }))
  const evaluate = (source: string) => modules.evaluate(source, bindings) as (...args: unknown[]) => unknown
  return {
    'Tool.getInfo': () => ({ SDKVersion: LIBRARY_VERSION }),
    'Tool.close': () => ({}),
    'Tool.native': async ({ method, data }) => nativeAction(phone, String(method), (data ?? {}) as { url?: string }),
    'App.getPageStack': () => ({ pageStack: router.stack.map(describe) }),
    'App.getCurrentPage': () => describe(router.current),
    'App.callWxMethod': async ({ method, args }) => ({
      result: await callWx(phone, String(method), (args ?? []) as unknown[]),
    }),
    'App.mockWxMethod': ({ method, result, functionDeclaration, args }) => {
      const name = String(method)
      if (functionDeclaration !== undefined) {
        const mock = evaluate(String(functionDeclaration))
        wx.mocks.set(name, (...given) =>
          mock.call({ origin: wx.originals[name] }, ...given, ...((args ?? []) as unknown[])),
        )
      } else if (result === undefined) wx.mocks.delete(name)
      else wx.mocks.set(name, mockResult(name, result))
      return {}
    },
    'App.callFunction': async ({ functionDeclaration, args }) => ({
      result: await evaluate(String(functionDeclaration))(...((args ?? []) as unknown[])),
    }),
    'App.addBinding': ({ name }) => {
      const binding = (...args: unknown[]) => send('App.bindingCalled', { name, args })
      bindings[String(name)] = binding
      bindings['window'] = Object.assign((bindings['window'] ?? {}) as object, {
        [String(name)]: binding,
      }) as unknown as WxFunction
      modules.addGlobal(String(name), binding)
      return {}
    },
    'App.enableLog': () => {
      logging = true
      return {}
    },
    'App.exit': () => {
      shell.panels.hideToast()
      return {}
    },
  }
}

/** A mocked API answers in WeChat's manner: synchronous ones give the value, others call back. */
function mockResult(name: string, result: unknown): WxFunction {
  if (/Sync$|^get(Window|Device|AppBase)Info$|^getMenuButton|^canIUse$/.test(name)) return () => result
  return asynchronous(name, () => result)
}

async function callWx({ wx }: PhoneParts, method: string, args: unknown[]): Promise<unknown> {
  const path = method.split('.')
  const owner = path
    .slice(0, -1)
    .reduce<unknown>((found, key) => (found as Record<string, unknown>)[key], wx) as Record<string, unknown>
  const found = owner[path.at(-1) ?? '']
  if (typeof found !== 'function') throw new Error(`wx.${method} does not exist`)
  const result = (await (found as WxFunction)(...args)) as Record<string, unknown> | undefined
  // An event channel cannot travel.
  return result && typeof result === 'object' && 'eventChannel' in result
    ? { ...result, eventChannel: undefined }
    : result
}

/** The buttons of WeChat's own panels: 「miniprogram-automator · native」. */
async function nativeAction(
  { router, shell, app }: PhoneParts,
  method: string,
  { url = '' }: { url?: string },
): Promise<object> {
  const answers: Record<string, 'confirm' | 'cancel'> = {
    confirmModal: 'confirm',
    cancelModal: 'cancel',
    authorizeAllow: 'confirm',
    authorizeCancel: 'cancel',
    shareConfirm: 'confirm',
    shareCancel: 'cancel',
    closePaymentDialog: 'cancel',
  }
  const answer = answers[method]
  if (answer) {
    if (!shell.panels.answer(answer)) throw new Error('no panel is open')
  } else if (method === 'goHome') await router.reLaunch(`/${app.pages[0] ?? ''}`)
  else if (method === 'navigateLeft') await router.back(1, true)
  else if (method === 'switchTab') await router.switchTab(url)
  else throw new Error(`Tool.native ${method} is not supported`)
  return {}
}
