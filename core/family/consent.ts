// Decides which privacy text is in force; a new text asks everybody again (M12).

/** Version of the privacy text that people agree to when they join. */
export const PRIVACY_VERSION = 1
