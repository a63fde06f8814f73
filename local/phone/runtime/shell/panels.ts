// Decides how WeChat's own panels look and answer: toast, modal, action sheet, and sheets with content.

export interface ModalOptions {
  title?: string
  content?: string
  showCancel?: boolean
  cancelText?: string
  cancelColor?: string
  confirmText?: string
  confirmColor?: string
  editable?: boolean
  placeholderText?: string
}

/** The layer above the app. */
export class Panels {
  private toastElement: HTMLElement | undefined
  private toastTimer = 0
  private readonly answers: { confirm: () => void; cancel: () => void }[] = []

  constructor(
    private readonly layer: HTMLElement,
    /** Without a person, panels that only ask for a permission take the usual answer. */
    readonly interactive: boolean,
  ) {}

  /** 「wx.showToast」: shown for `duration` ms; a loading toast stays (0). */
  toast(title: string, { icon = 'none', image = '', mask = false, duration = 1500 }): void {
    this.hideToast()
    const element = document.createElement('div')
    element.className = `toast-holder${mask ? ' masking' : ''}`
    const box = document.createElement('div')
    box.className = `toast toast-${image ? 'image' : icon}`
    box.innerHTML = '<i></i><span></span>'
    if (image) (box.firstElementChild as HTMLElement).style.backgroundImage = `url("${image}")`
    if (box.lastElementChild) box.lastElementChild.textContent = title
    element.append(box)
    this.layer.append(element)
    this.toastElement = element
    if (duration > 0) this.toastTimer = window.setTimeout(() => this.hideToast(), duration)
  }

  hideToast(): void {
    window.clearTimeout(this.toastTimer)
    this.toastElement?.remove()
    this.toastElement = undefined
  }

  /** How many panels wait for an answer. */
  get asking(): number {
    return this.answers.length
  }

  /** Answers the panel in front, as a finger would; false if there is none. */
  answer(kind: 'confirm' | 'cancel'): boolean {
    const front = this.answers.at(-1)
    front?.[kind]()
    return front !== undefined
  }

  /** 「wx.showModal」. */
  modal(options: ModalOptions): Promise<{ confirm: boolean; content?: string }> {
    const { title = '', content = '', showCancel = true, editable = false } = options
    const box = document.createElement('div')
    box.className = 'modal'
    box.setAttribute('role', 'dialog')
    box.append(...(title ? [textElement('b', title)] : []))
    const field = document.createElement('textarea')
    field.placeholder = options.placeholderText ?? ''
    field.value = content
    if (editable) box.append(field)
    else if (content) box.append(textElement('p', content))
    const buttons = document.createElement('div')
    buttons.className = 'modal-buttons'
    box.append(buttons)
    return this.open(box, 'center', (close) => {
      if (showCancel)
        buttons.append(button(options.cancelText ?? '取消', options.cancelColor, () => close({ confirm: false })))
      const confirm = () => close({ confirm: true, ...(editable && { content: field.value }) })
      buttons.append(button(options.confirmText ?? '确定', options.confirmColor ?? '#576b95', confirm))
      return { confirm, cancel: () => close({ confirm: false }) }
    })
  }

  /** 「wx.showActionSheet」: the index, or undefined when cancelled. */
  actionSheet(items: string[], { color = '', alert = '' } = {}): Promise<number | undefined> {
    const box = document.createElement('div')
    box.className = 'action-sheet'
    if (alert) box.append(textElement('p', alert))
    return this.open<number | undefined>(box, 'bottom', (close) => {
      items.forEach((item, index) => box.append(button(item, color, () => close(index))))
      const cancel = button('取消', '', () => close(undefined))
      cancel.className = 'action-cancel'
      box.append(cancel)
      return { confirm: () => close(0), cancel: () => close(undefined) }
    })
  }

  /** A sheet or a box with own content; `build` fills in how it closes. */
  open<T>(
    box: HTMLElement,
    place: 'center' | 'bottom' | 'full',
    build: (close: (answer: T) => void) => { confirm: () => void; cancel: () => void },
  ): Promise<T> {
    const mask = document.createElement('div')
    mask.className = `panel-mask panel-${place}`
    mask.append(box)
    return new Promise((resolve) => {
      const answers = build((answer) => {
        mask.remove()
        this.answers.splice(this.answers.indexOf(answers), 1)
        resolve(answer)
      })
      mask.addEventListener('click', (event) => {
        if (event.target === mask && place === 'bottom') answers.cancel()
      })
      this.answers.push(answers)
      this.layer.append(mask)
    })
  }
}

/** An element with text and nothing else. */
export function textElement(tag: string, text: string, className = ''): HTMLElement {
  const element = document.createElement(tag)
  element.textContent = text
  element.className = className
  return element
}

/** A plain button of a panel. */
export function button(text: string, color: string | undefined, run: () => void): HTMLButtonElement {
  const element = document.createElement('button')
  element.textContent = text
  if (color) element.style.color = color
  element.addEventListener('click', run)
  return element
}
