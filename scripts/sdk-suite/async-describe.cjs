// Decides that a `describe` may be an async function, which the suite's jest allowed and today's refuses.
const { describe } = global

const synchronously = (declare) => (name, body) =>
  declare(name, () => {
    void body()
  })

global.describe = Object.assign(synchronously(describe), { skip: describe.skip, only: synchronously(describe.only) })
