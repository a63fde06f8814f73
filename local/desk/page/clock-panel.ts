// Decides how the clock is shown and moved: Beijing time, the cloud's and every phone's.
import { action, make } from './elements'
import { control, readClock } from './server-calls'

const DAY = 24 * 3600_000
const BEIJING = 8 * 3600_000

/** The clock of the demo. */
export class ClockPanel {
  readonly element: HTMLElement
  private readonly face = make('b', { className: 'clock' })
  private readonly field = make('input', { type: 'datetime-local' })
  private offset = 0

  constructor(private readonly onMoved: () => void) {
    const set = action('设为', () => this.moveTo(Date.parse(`${this.field.value}:00+08:00`)))
    this.element = make(
      'section',
      { className: 'panel' },
      make('h2', { textContent: '时间（北京）' }),
      this.face,
      make('div', { className: 'row' }, this.field, set),
      make(
        'div',
        { className: 'row' },
        action('+1 小时', () => this.moveTo(this.now() + 3600_000)),
        action('到 19:59', () => this.moveTo(nextTime(this.now(), 19, 59))),
        action('到 20:00', () => this.moveTo(nextTime(this.now(), 20, 0))),
        action('明早 07:00', () => this.moveTo(nextTime(this.now(), 7, 0))),
      ),
      action('立即运行定时任务', async () => {
        await control('timers.run')
        this.onMoved()
      }),
    )
    window.setInterval(() => this.draw(), 1000)
  }

  /** Reads the cloud's clock. */
  async read(): Promise<void> {
    const now = await readClock()
    if (now !== undefined) this.offset = now - Date.now()
    this.field.value = new Date(this.now() + BEIJING).toISOString().slice(0, 16)
    this.draw()
  }

  private now(): number {
    return Date.now() + this.offset
  }

  private async moveTo(now: number): Promise<void> {
    await control('clock.set', { now: new Date(now).toISOString() })
    await this.read()
    this.onMoved()
  }

  private draw(): void {
    const format = new Intl.DateTimeFormat('zh-CN', {
      dateStyle: 'long',
      timeStyle: 'medium',
      timeZone: 'Asia/Shanghai',
    })
    this.face.textContent =
      `${format.format(this.now())} ${'日一二三四五六'.charAt(new Date(this.now() + BEIJING).getUTCDay())}`.replace(
        /(.)$/,
        '周$1',
      )
  }
}

/** The next moment with this Beijing time of day, strictly later than `now` (ms). */
function nextTime(now: number, hour: number, minute: number): number {
  const midnight = Math.floor((now + BEIJING) / DAY) * DAY - BEIJING
  const today = midnight + (hour * 60 + minute) * 60_000
  return today > now ? today : today + DAY
}
