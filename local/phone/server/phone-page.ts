// Decides the HTML page that is one phone.
import type { ApiNames } from '../api-names'
import type { CompiledApp, PhoneSettings } from '../bundle-format'

/** The page of one phone; the app and the runtime are scripts beside it. */
export function renderPhonePage(settings: PhoneSettings): string {
  return `<!doctype html><html lang="zh-CN" data-theme="${settings.theme}"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escapeHtml(settings.label)}</title><link rel="icon" href="data:,"><body><script>window.phoneBoot={settings:${toScript(settings)}}</script><script src="/phone-app.js"></script><script src="/phone-runtime.js"></script></body></html>`
}

/** The compiled app as a script that completes the boot data. */
export function renderAppScript(app: CompiledApp, templates: string, apiNames: ApiNames): string {
  return `Object.assign(window.phoneBoot,{app:${toScript(app)},apiNames:${toScript(apiNames)},templates:function({wrapChangeListener,runEventListener,runScript,guardCall,writeText}){return (${templates})}})`
}

function toScript(value: unknown): string {
  return JSON.stringify(value).replace(/</g, '\\u003c')
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
