// Decides how the desk's small elements are made.

type Child = Node | string

/** An element with attributes, listeners (`onclick`) and children. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  properties: Partial<HTMLElementTagNameMap[K]> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = Object.assign(document.createElement(tag), properties)
  element.append(...children)
  return element
}

/** A button that is disabled while its work runs, and says why it failed. */
export function action(label: string, run: () => unknown, title = ''): HTMLButtonElement {
  const button = make('button', { type: 'button', textContent: label, title })
  button.addEventListener('click', () => {
    button.disabled = true
    Promise.resolve()
      .then(run)
      .catch((error: Error) => window.alert(error.message))
      .finally(() => (button.disabled = false))
  })
  return button
}

/** A choice from a short list. */
export function choice(
  label: string,
  options: [value: string, text: string][],
  current: string,
  onChange: (value: string) => unknown,
): HTMLElement {
  const select = make(
    'select',
    {},
    ...options.map(([value, text]) => make('option', { value, textContent: text, selected: value === current })),
  )
  select.addEventListener('change', () => void onChange(select.value))
  return make('label', {}, `${label} `, select)
}
