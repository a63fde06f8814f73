// Decides one phone on the desk: its frame, its owner and its switches.
import type { PhoneSettings } from '../../phone/bundle-format'
import {
  FONT_SCALES,
  isPhoneSize,
  PHONE_MODELS,
  PHONE_SIZES,
  type FontSize,
  type PhoneSize,
} from '../../phone/phone-models'
import { action, choice, make } from './elements'
import { control, recompile } from './server-calls'

/** 「字体大小」 in WeChat's settings. */
const FONT_WORDS: Record<FontSize, string> = { small: '小', standard: '标准', big: '大', care: '关怀', largest: '特大' }
/** The screen of a phone with a button ends in corners (px). */
const [ROUND_CORNER, SQUARE_CORNER] = [40, 6]
const SIZE_WORDS: Record<PhoneSize, string> = { small: '小屏', usual: '常见', large: '大屏' }

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
      choice(
        '字号',
        Object.entries(FONT_SCALES).map(([name, scale]) => [String(scale), FONT_WORDS[name as FontSize]]),
        String(settings.fontScale),
        (scale) => this.setScale(scale),
      ),
      choice(
        '屏幕',
        PHONE_SIZES.map((size) => [size, `${SIZE_WORDS[size]} ${PHONE_MODELS[size].width}`]),
        settings.size,
        (size) => this.setSize(size),
      ),
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
    this.fit(settings.size)
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

  /** Another phone: the frame takes its size, and the app starts again on its page. */
  private async setSize(size: string): Promise<void> {
    if (!isPhoneSize(size)) return
    this.fit(size)
    await control('phone.setSize', { phone: this.settings.id, size })
  }

  private fit(size: PhoneSize): void {
    const { width, height, homeIndicator } = PHONE_MODELS[size]
    const corner = homeIndicator > 0 ? ROUND_CORNER : SQUARE_CORNER
    this.element.style.cssText = `--width:${width}px;--height:${height}px;--corner:${corner}px`
  }

  private address(): string {
    return `/frame/${encodeURIComponent(this.settings.id)}?at=${Date.now()}`
  }
}
