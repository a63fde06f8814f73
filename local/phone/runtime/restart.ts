// Decides how a phone starts again where it was: the page's address waits behind the # of the phone's own.
import type { PhoneSettings } from '../bundle-format'
import { formatUrl, type Target } from './router/url'

/** Starts the mini program again, on a page. */
export function restartOn(page: Target | undefined): void {
  window.history.replaceState(null, '', page ? `#${formatUrl(page)}` : window.location.pathname)
  // Whoever asked hears the answer first.
  window.setTimeout(() => window.location.reload())
}

/** The settings with the page the phone was on before it started again. */
export function resume(settings: PhoneSettings): PhoneSettings {
  const [path, query] = window.location.hash.slice(1).split('?', 2)
  return path ? { ...settings, path, query: query ?? '' } : settings
}
