// Decides one phone on the desk: its frame, its owner and its switches.
import type { PhoneSettings } from '../../phone/bundle-format'
import { action, choice, make } from './elements'
import { control, recompile } from './server-calls'

/** 「字体大小」 in WeChat's settings; 1.65 is large enough to break careless layouts. */
const FONT_SCALES: [string, string][] = [
  ['1', '标准'],
  ['1.25', '大'],
  ['1.4', '关怀'],
  ['1.65', '特大'],
]

/** One phone. */
export class PhoneCard {
  readonly element: HTMLElement
  private readonly frame: HTMLIFrameElement

  constructor(
    readonly settings: PhoneSettings,
    onRemove: (card: PhoneCard) => void,
  ) {
    this.frame = make('iframe', { title: settings.label, src: this.address() })
    const online = make('input', { type: 'checkbox', checked: true })
    online.addEventListener(
      'change',
      () => void control('phone.setOnline', { phone: settings.id, online: online.checked }),
    )
    const switches = make(
      'div',
      { className: 'switches' },
      choice(
        '外观',
        [
          ['light', '浅色'],
          ['dark', '深色'],
        ],
        settings.theme,
        (theme) => control('phone.setTheme', { phone: settings.id, theme }),
      ),
      choice('字号', FONT_SCALES, String(settings.fontScale), (scale) => this.setScale(scale)),
      make('label', {}, online, ' 联网'),
      action(
        '重启',
        async () => {
          const { problems } = await recompile()
          for (const { file, line, message } of problems) console.warn(`${file}:${line ?? ''} ${message}`)
          this.restart()
        },
        '重新编译并重启小程序',
      ),
    )
    this.element = make(
      'section',
      { className: 'phone' },
      make(
        'header',
        {},
        make('b', { textContent: settings.label }),
        make('small', { textContent: settings.openid }),
        action('收起', () => onRemove(this)),
      ),
      make('div', { className: 'glass' }, this.frame),
      switches,
    )
  }

  /** Opens a page, as a message or a shared card does. */
  async open(url: string): Promise<void> {
    await control('phone.open', { phone: this.settings.id, url })
    this.element.scrollIntoView({ behavior: 'smooth', inline: 'center' })
    this.element.classList.add('called')
    window.setTimeout(() => this.element.classList.remove('called'), 1200)
  }

  restart(): void {
    this.frame.src = this.address()
  }

  /** WeChat restarts a mini program when the font size changes. */
  private async setScale(scale: string): Promise<void> {
    await control('phone.setFontScale', { phone: this.settings.id, scale: Number(scale) })
    this.restart()
  }

  private address(): string {
    return `/frame/${encodeURIComponent(this.settings.id)}?at=${Date.now()}`
  }
}
