// Decides what happens to errors and console lines of the app: the app's own handlers.
import { framework } from './engine/glass-easel'
import type { Signals } from './signals'

/** What the framework calls the time when it reads a definition. */
const PREPARING = '[prepare]'
const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const

/** Starts listening; must come before app code runs. */
export function watchFaults(signals: Signals): void {
  const report = (error: unknown) => {
    const { name = 'Error', message = String(error), stack = '' } = (error ?? {}) as Partial<Error>
    signals.emit('exception', { name, message, stack })
    signals.emit('error', `${message}\n${stack}`)
  }
  window.addEventListener('error', (event) => report(event.error ?? event.message))
  window.addEventListener('unhandledrejection', ({ reason, promise }) => {
    const {
      name = 'Error',
      message = describeReason(reason),
      stack = '',
    } = (reason instanceof Error ? reason : {}) as Partial<Error>
    signals.emit('exception', { name, message, stack })
    signals.emit('rejection', { reason, promise })
  })
  framework.addGlobalErrorListener((error, method, owner) => {
    // WeChat takes a definition as it is: an observer that is not there, a type that is none.
    if (method === PREPARING) {
      console.warn(`${typeof owner === 'string' ? owner : (owner?.is ?? '')}: ${(error as Error).message}`)
      return false
    }
    console.error(error)
    report(error)
    return false
  })
  for (const level of LEVELS) {
    const print = console[level].bind(console)
    console[level] = (...args: unknown[]) => {
      print(...args)
      signals.emit('console', { type: level, args })
    }
  }
}

function describeReason(reason: unknown): string {
  return typeof reason === 'object' && reason !== null ? JSON.stringify(reason) : String(reason)
}
