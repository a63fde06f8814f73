// Decides how a test holds a phone: it looks, taps and types like somebody who waits for what is to come.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type automator from 'miniprogram-automator'

type Client = Awaited<ReturnType<typeof automator.connect>>
type Page = NonNullable<Awaited<ReturnType<Client['currentPage']>>>
export type Element = NonNullable<Awaited<ReturnType<Page['$']>>>

const PICTURES = join(__dirname, '..', '..', '..', 'dist', 'pictures')
/** Long enough for a busy machine: what is waited for comes, or never. Steps build on one another: after one that waited in vain nobody waits again. */
let patienceMs = 180_000
const LOOK_AGAIN_MS = 60

/** What was on the page a moment ago may be gone: look again. */
function whenGone(error: unknown): undefined {
  if (error instanceof Error && /no longer on the page|page is destroyed|no page/.test(error.message)) return undefined
  throw error
}

export class Phone {
  /** @param rest resolves when nothing the app asked for is unanswered, and nothing is about to come up */
  constructor(
    readonly client: Client,
    readonly rest: () => Promise<unknown>,
  ) {}

  /** Opens a page as a shared card or a message does. */
  async open(url: string): Promise<void> {
    await this.client.callWxMethod('reLaunch', { url: url.startsWith('/') ? url : `/${url}` })
  }
  async page(): Promise<Page> {
    const page = await this.client.currentPage()
    if (!page) throw new Error('no page is open')
    return page
  }
  /** Waits until the page of this path is in front. */
  async reach(path: string): Promise<Page> {
    return this.wait(`page ${path}`, async () => {
      const page = await this.page()
      return page.path === path ? page : undefined
    })
  }
  /** All elements at the end of a way through components: `['dock', '.primary']`. */
  async all(...way: string[]): Promise<Element[]> {
    let found: (Page | Element)[] = [await this.page()]
    for (const step of way) found = (await Promise.all(found.map((each) => each.$$(step)))).flat()
    return found as Element[]
  }
  /** The first one, once it is there; with `text`, the first that holds it. */
  async find(way: string[], text?: string): Promise<Element> {
    return this.wait(`${way.join(' → ')}${text ? ` with “${text}”` : ''}`, async () => {
      for (const each of await this.all(...way)) if (!text || (await each.text()).includes(text)) return each
      return undefined
    })
  }
  async tap(way: string[], text?: string): Promise<void> {
    await (await this.find(way, text)).tap()
  }
  /** Presses the green button. */
  async press(text: string, ...way: string[]): Promise<void> {
    await this.tap([...way, 'dock', '.primary'], text)
  }
  /** Types into the field with this label for screen readers. */
  async type(label: string, value: string, ...way: string[]): Promise<void> {
    const field = await this.wait(`field ${label}`, async () => {
      const fields = [...(await this.all(...way, 'input')), ...(await this.all(...way, 'textarea'))]
      for (const each of fields) if ((await each.attribute('aria-label'))?.startsWith(label)) return each
      return undefined
    })
    await (field as Element & { input(value: string): Promise<void> }).input(value)
  }
  /** Waits until somewhere on the page there is this text. */
  async see(text: string): Promise<void> {
    await this.wait(`“${text}”`, async () => ((await this.words()).includes(text) ? true : undefined))
  }
  /** Everything the page says. */
  async words(): Promise<string> {
    const body = (await this.page()) as Page
    const roots = await body.$$('page-frame, today-guardian, today-staff, today-principal, today-officer, popup-panel')
    // A closed panel has nothing to say.
    return (await Promise.all(roots.map((root: Element) => root.text().catch(() => '')))).join('\n')
  }
  /** Waits until the page that was opened says something, whichever face it shows, and nothing more is to come. */
  async settle(): Promise<void> {
    await this.wait('anything at all', async () => ((await this.words()).trim() ? true : undefined))
    await this.rest()
  }
  /** A picture for the README. */
  async picture(name: string): Promise<void> {
    mkdirSync(PICTURES, { recursive: true })
    await this.client.screenshot({ path: join(PICTURES, `${name}.png`) })
  }
  disconnect(): void {
    this.client.disconnect()
  }

  private async wait<Found>(what: string, look: () => Promise<Found | undefined>): Promise<Found> {
    const end = Date.now() + patienceMs
    for (;;) {
      const found = await look().catch(whenGone)
      if (found !== undefined) return found
      if (Date.now() > end) {
        if (patienceMs) await this.picture('waited-in-vain')
        patienceMs = 0
        throw new Error(
          `waited in vain for ${what} on ${(await this.page()).path}: see dist/pictures/waited-in-vain.png`,
        )
      }
      await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS))
    }
  }
}
