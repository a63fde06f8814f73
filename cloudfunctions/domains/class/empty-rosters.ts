// Decides what of a class that has graduated goes in the end: its roster; its name stays beside its figures (G23).

import { classes } from './classes'

/** @param year the latest one in which they graduated */
export async function emptyRosters(schoolId: string, year: number): Promise<void> {
  await classes.update(
    { schoolId, 'archived.year': { $lte: year }, 'roster.0': { $exists: true } },
    { $set: { roster: [] } },
  )
}
