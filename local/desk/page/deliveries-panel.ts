// Decides how the messages that WeChat would have sent are shown; a click opens one on its reader's phone.
import { action, make } from './elements'
import { readDeliveries, type Delivery } from './server-calls'

/** What WeChat would have sent. */
export class DeliveriesPanel {
  readonly element: HTMLElement
  private readonly list = make('ul', { className: 'deliveries' })
  private shown = ''

  /** @param onOpen opens a page for an openid */
  constructor(
    private readonly onOpen: (openid: string, page: string) => unknown,
    private readonly nameOf: (openid: string) => string,
  ) {
    const title = make('h2', {}, '微信会发送的订阅消息 ')
    this.element = make(
      'section',
      { className: 'panel' },
      title,
      this.list,
      action('刷新', () => this.read()),
    )
  }

  async read(): Promise<void> {
    const deliveries = await readDeliveries()
    const seen = JSON.stringify(deliveries)
    if (seen === this.shown) return
    this.shown = seen
    this.list.replaceChildren(...deliveries.reverse().map((delivery) => this.draw(delivery)))
    if (deliveries.length === 0) this.list.append(make('li', { className: 'none', textContent: '还没有' }))
  }

  private draw({ at, touser, page, data, errcode, templateId }: Delivery): HTMLElement {
    const time = new Intl.DateTimeFormat('zh-CN', {
      dateStyle: 'short',
      timeStyle: 'short',
      timeZone: 'Asia/Shanghai',
    }).format(Date.parse(at))
    const words = Object.values(data).map(({ value }) => String(value ?? ''))
    const state = errcode === 0 ? '' : `没有送达（${errcode}）`
    const open = make(
      'button',
      { type: 'button', title: templateId },
      make('b', { textContent: this.nameOf(touser) }),
      make('small', { textContent: `${time} ${state}` }),
      make('span', { textContent: words.join(' · ') }),
    )
    open.addEventListener('click', () => void this.onOpen(touser, page ?? ''))
    return make('li', { className: errcode === 0 ? '' : 'failed' }, open)
  }
}
