// Decides what the desk is: a page with the phones side by side, served by the phones' own server.
import { startPhones, type Phones, type PhonesOptions, type PhoneSpec } from '../phone/start-phones'
import { bundlePageScript } from '../phone/server/bundle-page-script'
import { readJsonBody } from '../phone/server/read-body'
import { send, type Route } from '../phone/server/phone-server'
import { inRepository } from '../phone/server/repository'

/** Somebody of the demo school whose phone can be put on the desk. */
export interface DeskPerson {
  openid: string
  name: string
  /** A word for the label, e.g. 班主任. */
  role: string
  path?: string
  query?: string
}

export interface DeskOptions extends Omit<PhonesOptions, 'headless' | 'routes'> {
  /** Who can be chosen when a phone is added; read again each time. */
  people: () => DeskPerson[] | Promise<DeskPerson[]>
}

/** Serves the phones and the desk; open `desk` of the result in a browser. */
export async function startDesk({ people, ...options }: DeskOptions): Promise<Phones> {
  const script = await bundlePageScript(inRepository('local', 'desk', 'page', 'desk.ts'))
  let added = 0
  const routes: Route = async (request, response, { pathname }) => {
    const reply = (value: unknown) => send(response, JSON.stringify(value), 'application/json')
    if (pathname === '/' || pathname === '/desk') send(response, PAGE, 'text/html')
    else if (pathname === '/desk/page.js') send(response, script, 'text/javascript')
    else if (pathname === '/desk/people') reply({ people: await people() })
    else if (pathname === '/desk/phones' && request.method === 'GET') reply({ phones: phones.list() })
    else if (pathname === '/desk/phones') {
      const { openid, label, path, query } = (await readJsonBody(request)) as Partial<PhoneSpec>
      const id = `desk-${(added += 1)}`
      await phones.addPhone({
        id,
        openid: openid ?? `o-new-${Date.now()}`,
        ...(label && { label }),
        ...(path && { path }),
        ...(query && { query }),
      })
      reply({ phone: phones.list().find((phone) => phone.id === id) })
    } else if (pathname === '/desk/reload') {
      await phones.recompile()
      reply({ problems: phones.problems })
    } else return false
    return true
  }
  const phones = await startPhones({ ...options, headless: false, routes: [routes] })
  return phones
}

const PAGE =
  '<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><title>家校约 · 桌面</title><link rel="icon" href="data:,"><body><script src="/desk/page.js"></script></body></html>'
