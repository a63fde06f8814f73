// Decides what the document keeps: what did not travel to WeChat's view thread leaves what stands there as it was.

/** How many updates were held back so far: nodes that one of them makes are new to the document. */
let updates = 0
let holding = false

/** Runs a template's update that the view is not told of: components in the template are, and so are new nodes. */
export function holdView(update: () => void): void {
  const before = holding
  holding = true
  updates += 1
  try {
    update()
  } finally {
    holding = before
  }
}

/** Runs what the view is told of, also within an update that it is not told of: a component's own template. */
export function releaseView(update: () => void): void {
  const before = holding
  holding = false
  try {
    update()
  } finally {
    holding = before
  }
}

/** A mark for a node that is made now. */
export const markNode = (): number => (holding ? updates : 0)

/** Whether a node with this mark must stay as it is. */
export const isHeld = (mark: number): boolean => holding && mark !== updates
