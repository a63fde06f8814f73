// Decides that no cloud of a test is left when the run is over.
export default function endClouds() {
  const { born, server } = globalThis.keptClouds
  server.close()
  for (const pid of born) {
    try {
      process.kill(pid)
    } catch (error) {
      // It has ended before.
      if (error.code !== 'ESRCH') throw error
    }
  }
}
